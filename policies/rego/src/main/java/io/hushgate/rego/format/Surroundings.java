package io.hushgate.rego.format;

import io.hushgate.rego.ast.Location;

/** Looks at the text around a node, for what the tree does not keep. */
final class Surroundings {
    private Surroundings() {}

    /** The row of the brace after a body, or 0 if there is none. */
    static int closingRow(Location body) {
        return closingRow(body, '}');
    }

    /** The row of a bracket after the last of what it encloses, or 0 if there is none. */
    static int closingRow(Location last, char bracket) {
        String text = last.source().text();
        int row = last.endRow();
        int i = last.end();
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
            } else if (c == bracket) {
                return row;
            } else if (!Character.isWhitespace(c) && c != ';' && c != ',') {
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
