package io.hushgate.core.match;

import io.hushgate.core.Address;
import io.hushgate.core.Confidence;
import io.hushgate.core.Grade;
import io.hushgate.core.Location;
import io.hushgate.core.Region;
import io.hushgate.core.Secret;
import io.hushgate.core.Severity;
import io.hushgate.core.Span;
import io.hushgate.core.bytes.Slice;
import io.hushgate.core.rule.Rule;
import java.util.Arrays;

/**
 * One place where a rule matched, with the matched value still open. Whoever receives it closes the
 * secret.
 *
 * @param span the bytes of the artifact that hold the value, as they lie there: for a decoded value
 *     those of its encoded form
 * @param region the same place in lines and columns
 * @param severity that of the rule, or less where the grade says so
 * @param remark a comment of the line by which somebody allows it, from its mark on; else empty
 */
public record Detection(
        Rule rule,
        Address address,
        Span span,
        Region region,
        Secret secret,
        Grade grade,
        Severity severity,
        Confidence confidence,
        String remark) {
    /**
     * A value that no pattern found, but what stands around it.
     *
     * @param value copied
     */
    public static Detection contextual(Rule rule, Location place, Span span, Slice value) {
        byte[] bytes = value.copy();
        Secret secret = Secret.copyOf(bytes, 0, bytes.length);
        Arrays.fill(bytes, (byte) 0);
        return new Detection(
                rule,
                place.address(),
                span,
                place.region(),
                secret,
                Grade.CONTEXTUAL,
                rule.severity(),
                Confidence.MEDIUM,
                "");
    }

    /** Address and region. */
    public Location location() {
        return new Location(address, region);
    }

    /** The same, in the terms of what the artifact was made from. */
    public Detection at(Location place, Span bytes) {
        return new Detection(
                rule,
                place.address(),
                bytes,
                place.region(),
                secret,
                grade,
                severity,
                confidence,
                remark);
    }

    /** The same, with something to say of it. */
    public Detection with(String said) {
        return new Detection(
                rule, address, span, region, secret, grade, severity, confidence, said);
    }

    /** Wipes the secret of a detection that nobody is told about. */
    public void discard() {
        secret.close();
    }
}
