package io.hushgate.core.rule;

import io.hushgate.core.RuleId;
import io.hushgate.core.Severity;
import java.util.List;

/**
 * What one kind of credential looks like, how to prove it offline, and what to do when it leaked.
 *
 * @param title names the credential to people: {@code GitHub personal access token}
 * @param severity how bad a leak of a live one is
 * @param form how the bytes are recognised
 * @param evidence what raises or lowers the grade of recognised bytes
 * @param surroundings what has to, or may, stand near them
 * @param remedy what to do about a leak, one or two sentences
 * @param references vendor documents that the form was taken from
 */
public record Rule(
        RuleId id,
        String title,
        Severity severity,
        Form form,
        Evidence evidence,
        Surroundings surroundings,
        String remedy,
        List<String> references) {
    public Rule {
        references = List.copyOf(references);
        if (title.isBlank()) {
            throw new IllegalArgumentException("rule " + id + " has no title");
        }
    }
}
