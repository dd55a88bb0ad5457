/**
 * What all readers share: the artifact that is read, and the collection of what was found in it.
 *
 * <p>Entry point: {@link io.hushgate.estate.read.Collector}.
 */
@NullMarked
package io.hushgate.estate.read;

import org.jspecify.annotations.NullMarked;
