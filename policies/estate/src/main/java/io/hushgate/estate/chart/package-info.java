/**
 * Reads Helm charts and where they are installed: {@code Chart.yaml}, helmfile, Argo CD, Flux, and
 * the plain values that policies ask for.
 *
 * <p>Entry point: {@link io.hushgate.estate.chart.ChartReader}.
 */
@NullMarked
package io.hushgate.estate.chart;

import org.jspecify.annotations.NullMarked;
