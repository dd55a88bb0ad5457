package io.hushgate.estate.access;

import io.hushgate.estate.acl.Capability;
import io.hushgate.estate.fact.Confidence;
import java.util.Optional;

/**
 * What is asked of the graph.
 *
 * @param subject a part of who, compared with {@code NAMESPACE/NAME}, {@code NAME} or the whole
 *     title; {@code *} stands for anything; empty for everybody
 * @param path a request path or a pattern of a policy; empty for everything
 * @param secret {@code NAMESPACE/NAME} of a Kubernetes Secret
 * @param capability only who has it
 * @param surest nothing less sure is told
 */
public record AccessQuery(
        Optional<String> subject,
        Optional<String> path,
        Optional<String> secret,
        Optional<Capability> capability,
        Confidence surest) {
    /** Everybody and everything, without guesses. */
    public static final AccessQuery EVERYTHING =
            new AccessQuery(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Confidence.MEDIUM);

    boolean asksFor(AccessNode node) {
        if (subject.isEmpty()) {
            return true;
        }
        String asked = subject.get();
        return Glob.matches(asked, node.title()) || Glob.matches(asked, node.name());
    }
}
