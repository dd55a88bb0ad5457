/**
 * Dockerfiles as texts: their lines joined to instructions, and what builders write of each
 * instruction into the history of an image. Fills in no variable and judges nothing. Source:
 * Dockerfile reference, docs.docker.com. Start at {@link
 * io.hushgate.source.dockerfile.DockerfileLines}, or at {@link
 * io.hushgate.source.dockerfile.Dockerfile} for what an image was made by.
 */
@NullMarked
package io.hushgate.source.dockerfile;

import org.jspecify.annotations.NullMarked;
