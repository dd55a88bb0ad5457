/**
 * The matching engine: bytes in, detections out. A dense automaton finds keywords in one pass over
 * the bytes; only there a rule's pattern is tried, its match graded and overlaps resolved. The
 * engine opens no file, and its result depends neither on threads nor on how the bytes arrive in
 * pieces. Start at {@link io.hushgate.core.match.RuleSet}.
 */
@NullMarked
package io.hushgate.core.match;

import org.jspecify.annotations.NullMarked;
