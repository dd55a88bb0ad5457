/**
 * Builds kustomizations as {@code kustomize build} does, as far as names, namespaces, labels,
 * annotations and what patches change go, so that facts are those of the overlay that is installed
 * and not of a base that nobody installs. Reads no network and runs no plugin: what would need one
 * is named. Entry point: {@link io.hushgate.estate.kustomize.Overlays}.
 */
@NullMarked
package io.hushgate.estate.kustomize;

import org.jspecify.annotations.NullMarked;
