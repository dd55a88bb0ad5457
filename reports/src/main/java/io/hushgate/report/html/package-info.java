/**
 * The audit report as one HTML file: opened from a disk, a mail or a store of artifacts, it loads
 * nothing and runs no script but its own, which its content security policy names by hash.
 *
 * <p>Draws an {@link io.hushgate.report.history.Audit}, of a run that just ended or of runs that
 * were stored, and decides nothing. Markup, styles and scripts are resources beside this package;
 * text that was scanned is hostile and becomes markup in {@link io.hushgate.report.html.Html} and
 * nowhere else. Entry point: {@link io.hushgate.report.html.HtmlReport}.
 */
@NullMarked
package io.hushgate.report.html;

import org.jspecify.annotations.NullMarked;
