/**
 * Container images, without a daemon: OCI layouts and docker archives on disk, and registries over
 * HTTPS. Every layer is read once, whatever later layers delete; afterwards it is told which files
 * the image still shows. The configuration, with the history of the build, is handed on as texts of
 * its own. Formats: OCI Image Format and Distribution Specifications 1.1; Docker Image
 * Specification 1.2. Start at {@link io.hushgate.source.image.ImageSource}.
 */
@NullMarked
package io.hushgate.source.image;

import org.jspecify.annotations.NullMarked;
