package io.hushgate.core.match;

import io.hushgate.core.Fingerprint;
import io.hushgate.core.Location;
import io.hushgate.core.Span;

/**
 * One more place of a value that a rule found elsewhere.
 *
 * @param value the fingerprint of the value
 * @param span the bytes of the artifact that hold it, in whatever form
 */
public record Echo(Fingerprint value, Location location, Span span) {}
