package io.hushgate.source.log;

import io.hushgate.core.Location;
import io.hushgate.core.Secret;
import io.hushgate.core.Span;

/**
 * A value that a log shows in clear under a name that it masks elsewhere. Whoever receives it
 * closes the value.
 *
 * @param bytes those of the log
 */
public record Unmasked(Location place, Span bytes, Secret value) {}
