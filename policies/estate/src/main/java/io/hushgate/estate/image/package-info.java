/**
 * Reads what container images are built from and run with: Dockerfiles and Compose files.
 *
 * <p>Opens no image. Entry points: {@link io.hushgate.estate.image.DockerfileReader}, {@link
 * io.hushgate.estate.image.ComposeReader}.
 */
@NullMarked
package io.hushgate.estate.image;

import org.jspecify.annotations.NullMarked;
