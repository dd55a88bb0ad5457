/**
 * A view of a few bytes, which the packages that judge candidates hand around, so that no
 * credential ever becomes a string. Start at {@link io.hushgate.core.bytes.Slice}.
 */
@NullMarked
package io.hushgate.core.bytes;

import org.jspecify.annotations.NullMarked;
