package io.hushgate.report;

import io.hushgate.core.Severity;
import java.util.List;

/**
 * What a report says once about a rule or policy that fired, however often it did.
 *
 * @param id as in {@link io.hushgate.core.Finding#rule()} or {@link
 *     io.hushgate.core.Violation#id()}
 */
public record Check(
        String id,
        Kind kind,
        String title,
        Severity severity,
        String remedy,
        List<String> references) {
    /** The two families of checks. */
    public enum Kind {
        CREDENTIAL,
        POLICY
    }

    public Check {
        references = List.copyOf(references);
    }
}
