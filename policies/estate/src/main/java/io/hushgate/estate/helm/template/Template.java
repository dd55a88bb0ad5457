package io.hushgate.estate.helm.template;

import java.util.List;

/**
 * A named template.
 *
 * @param file the name of the text that it was defined in
 */
public record Template(String name, String file, List<Statement> body) {
    public Template {
        body = List.copyOf(body);
    }

    /** Nothing but blanks; does not replace one of the same name that has something to say. */
    boolean isBlank() {
        return body.stream()
                .allMatch(statement ->
                        statement instanceof Statement.Literal(var text, _) && text.isBlank());
    }
}
