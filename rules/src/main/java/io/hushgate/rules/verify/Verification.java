package io.hushgate.rules.verify;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request that tells whether a credential is accepted, as a rule declares it. {@code ${secret}}
 * stands for the value in headers and body, never in the address. An answer that is neither
 * verified nor inactive leaves the question open.
 *
 * @param url https, or the address of a service that its user runs: {@code https://vault}
 * @param verified statuses by which the service accepts it
 * @param inactive statuses by which it refuses it
 * @param verifiedText has to stand in the answer as well; empty for nothing
 * @param inactiveText makes an answer with an accepting status a refusal; empty for nothing
 * @param signedWith the rule of the key id that an AWS signature needs beside the secret
 */
public record Verification(
        String method,
        String url,
        Map<String, String> headers,
        String body,
        Set<Integer> verified,
        Set<Integer> inactive,
        String verifiedText,
        String inactiveText,
        Optional<String> signedWith) {
    /** What stands for the value. */
    public static final String SECRET = "${secret}";

    public Verification {
        headers = Map.copyOf(headers);
        verified = Set.copyOf(verified);
        inactive = Set.copyOf(inactive);
        if (!url.startsWith("https://") || url.contains("${")) {
            throw new IllegalArgumentException("the address of a verification is https and plain");
        }
        if (verified.isEmpty() || inactive.isEmpty()) {
            throw new IllegalArgumentException(
                    "a verification says which statuses mean verified and which inactive");
        }
    }

    /** What an answer means. */
    Answer answer(int status, String text) {
        boolean accepted =
                verified.contains(status)
                        && text.contains(verifiedText)
                        && (inactiveText.isEmpty() || !text.contains(inactiveText));
        boolean refused =
                inactive.contains(status)
                        && (inactiveText.isEmpty() || text.contains(inactiveText));
        return accepted ? Answer.VERIFIED : refused ? Answer.INACTIVE : Answer.UNKNOWN;
    }
}
