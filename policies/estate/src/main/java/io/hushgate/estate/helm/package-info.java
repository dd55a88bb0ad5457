/**
 * Helm charts as Helm sees them: loaded from a directory or package, values merged, templates
 * rendered, without helm.
 *
 * <p>A template that cannot be rendered is a problem of its file and costs nothing else; a chart
 * never takes more than {@link io.hushgate.estate.helm.template.RenderLimits} allows. Every piece
 * of output knows the place in the template, and in a values file, that it comes from. Entry
 * points: {@link io.hushgate.estate.helm.ChartLoader} and {@link
 * io.hushgate.estate.helm.ChartRenderer}.
 */
@NullMarked
package io.hushgate.estate.helm;

import org.jspecify.annotations.NullMarked;
