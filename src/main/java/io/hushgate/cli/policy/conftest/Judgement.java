package io.hushgate.cli.policy.conftest;

import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.Optional;

/**
 * One member of {@code deny}, {@code violation} or {@code warn}, or an exception to it.
 *
 * @param metadata what the rule said besides the message, and the query that found it; empty for an
 *     exception
 */
public record Judgement(String message, Optional<Location> location, RegoObject metadata) {
    private static final String MESSAGE = "msg";
    private static final String LOCATION = "_loc";

    /**
     * Where the rule says that the trouble is.
     *
     * @param file or the empty string
     */
    public record Location(String file, Optional<RegoNumber> line) {
        private static Optional<Location> of(Value value) {
            String file =
                    value.get(RegoString.of("file")) instanceof RegoString text ? text.value() : "";
            Optional<RegoNumber> line =
                    value.get(RegoString.of("line")) instanceof RegoNumber number
                            ? Optional.of(number)
                            : Optional.empty();
            return file.isEmpty() && line.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Location(file, line));
        }
    }

    /** A message and nothing else. */
    public static Judgement of(String message) {
        return new Judgement(message, Optional.empty(), RegoObject.EMPTY);
    }

    static Judgement exception(String query) {
        return new Judgement(query, Optional.empty(), RegoObject.EMPTY);
    }

    static Judgement of(RegoString message, String query) {
        return new Judgement(
                message.value(),
                Optional.empty(),
                RegoObject.of(RegoString.of("query"), RegoString.of(query)));
    }

    /**
     * What an object of a rule says.
     *
     * @throws ConftestProblem if it has no message
     */
    static Judgement of(RegoObject object, String query) {
        if (!(object.get(MESSAGE) instanceof RegoString message)) {
            throw new ConftestProblem(
                    query + ": a member has no text under msg; add one to the object");
        }
        RegoObject.Builder metadata = RegoObject.builder();
        object.forEach((key, value) -> {
            boolean told =
                    key.equals(RegoString.of(MESSAGE)) || key.equals(RegoString.of(LOCATION));
            if (!told) {
                metadata.put(key, value);
            }
        });
        metadata.put("query", RegoString.of(query));
        Value location = object.get(LOCATION);
        return new Judgement(
                message.value(),
                location instanceof RegoObject place ? Location.of(place) : Optional.empty(),
                metadata.build());
    }
}
