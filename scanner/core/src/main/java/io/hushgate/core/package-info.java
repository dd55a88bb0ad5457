/**
 * The values that every part of Hushgate speaks of: where bytes lie, what was found in them, how
 * bad and how sure that is, and what could not be looked at. No input or output happens here; the
 * matching engine lives in the packages below. Start at {@link io.hushgate.core.Finding}.
 */
@NullMarked
package io.hushgate.core;

import org.jspecify.annotations.NullMarked;
