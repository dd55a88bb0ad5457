package io.hushgate.rego.backend;

import io.hushgate.rego.value.JsonProblem;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** What a server sent back, read as OPA's Data API writes it. */
final class RemoteAnswer {
    /**
     * What an answer may hold besides {@code result}; an undefined document is told by its lack.
     */
    private static final Set<String> BESIDES =
            Set.of("decision_id", "explanation", "metrics", "provenance", "warning");

    /** More of a stranger's words is noise in a message of one line. */
    private static final int MAX_QUOTED = 300;

    private final URI address;
    private final int status;
    private final String type;
    private final byte[] body;

    /**
     * Takes an answer as it came.
     *
     * @param type the content type; empty when the server names none
     */
    RemoteAnswer(URI address, int status, String type, byte[] body) {
        this.address = address;
        this.status = status;
        this.type = type;
        this.body = body;
    }

    /** The document; empty when it is undefined. */
    Optional<Value> value() {
        if (status != 200) {
            throw problem(refusal());
        }
        Value json;
        try {
            json = JsonReader.standard().read(body);
        } catch (JsonProblem e) {
            throw problem(
                    "the answer%s is no JSON (%s); check that the address is that of an OPA server"
                            .formatted(
                                    type.isEmpty() ? "" : " of type " + quoted(type),
                                    e.getMessage()));
        }
        if (!(json instanceof RegoObject object)) {
            throw stranger();
        }
        Value result = object.get("result");
        if (result == null) {
            for (Value key : object.sortedKeys()) {
                if (!(key instanceof RegoString name) || !BESIDES.contains(name.value())) {
                    throw stranger();
                }
            }
        }
        return Optional.ofNullable(result);
    }

    private String refusal() {
        return switch (status) {
            case 301, 302, 303, 307, 308 ->
                    "the server redirects, which is not followed; use the address it redirects to";
            case 401 -> "the server wants a token (status 401); give one that it accepts";
            case 403 ->
                    "the server refuses (status 403); let its system.authz policy allow the token";
            case 404 ->
                    "nothing is there (status 404); check that the address is that of an OPA server";
            default ->
                    "the server answers with status %d%s; see its log".formatted(status, reason());
        };
    }

    /** OPA's own words, if it is OPA: the messages of {@code errors}, or the one above them. */
    private String reason() {
        try {
            if (JsonReader.standard().read(body) instanceof RegoObject json) {
                String message = text(json, "message");
                if (json.get("errors") instanceof RegoArray errors
                        && errors.size() > 0
                        && errors.at(0) instanceof RegoObject error) {
                    return ": %s: %s".formatted(text(error, "code"), text(error, "message"));
                }
                return message.isEmpty() ? "" : ": " + message;
            }
        } catch (JsonProblem e) {
            return "";
        }
        return "";
    }

    private static String text(RegoObject object, String key) {
        return object.get(key) instanceof RegoString string ? quoted(string.value()) : "";
    }

    /** Printable and short, because it comes from outside. */
    private static String quoted(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}\\p{Cf}]+", " ").strip();
        return line.length() > MAX_QUOTED ? line.substring(0, MAX_QUOTED) + "..." : line;
    }

    private DecisionProblem stranger() {
        return problem(
                "the answer is not one of OPA's Data API; check that the address is that of an OPA"
                        + " server");
    }

    private DecisionProblem problem(String what) {
        return new DecisionProblem(address.toString(), what);
    }
}
