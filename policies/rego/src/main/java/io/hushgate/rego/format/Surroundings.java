package io.hushgate.rego.format;

import io.hushgate.rego.ast.Location;

/** Looks at the text around a node, for what the tree does not keep. */
final class Surroundings {
    private Surroundings() {}

    /** The row of the brace after a body, or 0 if there is none. */
    static int closingRow(Location body) {
        String text = body.source().text();
        int row = body.endRow();
        int i = body.end();
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '#') {
                while (i < text.length() && text.charAt(i) != '\n') {
                    i++;
                }
                continue;
            }
            if (c == '\n') {
                row++;
            } else if (c == '}') {
                return row;
            } else if (!Character.isWhitespace(c) && c != ';') {
                return 0;
            }
            i++;
        }
        return 0;
    }

    /** Whether nothing but white space stands before a node on its line. */
    static boolean startsItsLine(Location location) {
        String text = location.source().text();
        int line = text.lastIndexOf('\n', location.start() - 1) + 1;
        return text.substring(line, location.start()).isBlank();
    }
}
