/**
 * Draws graphs for reports: plain data in, SVG or DOT out, equal bytes for equal pictures.
 *
 * <p>Knows nothing of what is drawn and calls no other program; the layout is a small layered one.
 * Entry points: {@link io.hushgate.report.picture.Picture} and its two renderings.
 */
@NullMarked
package io.hushgate.report.picture;

import org.jspecify.annotations.NullMarked;
