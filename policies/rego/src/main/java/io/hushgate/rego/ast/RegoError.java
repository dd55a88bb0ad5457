package io.hushgate.rego.ast;

import java.util.List;

/**
 * What is wrong with a module, or with its evaluation.
 *
 * @param message what is wrong, in OPA's words
 * @param details further lines: the text around the place, the two types that do not match, a hint
 */
public record RegoError(ErrorCode code, String message, Location location, List<String> details) {
    public RegoError {
        details = List.copyOf(details);
    }

    public RegoError(ErrorCode code, String message, Location location) {
        this(code, message, location, List.of());
    }

    /** {@code file:row: code: message}, the details indented on lines of their own. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        if (location.isKnown()) {
            out.append(location).append(": ");
        }
        out.append(code.id()).append(": ").append(message);
        for (String detail : details) {
            out.append("\n\t").append(detail);
        }
        return out.toString();
    }
}
