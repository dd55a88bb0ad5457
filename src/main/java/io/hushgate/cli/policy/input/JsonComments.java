package io.hushgate.cli.policy.input;

/** JSON with comments. */
final class JsonComments {
    private JsonComments() {}

    /** The same text with blanks in the place of comments, so that lines and columns stay. */
    static String blankedOut(String text) {
        StringBuilder plain = new StringBuilder(text);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at = afterString(text, at);
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = blank(plain, at, end < 0 ? text.length() : end);
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = blank(plain, at, end < 0 ? text.length() : end + 2);
            } else {
                at++;
            }
        }
        return plain.toString();
    }

    private static int afterString(String text, int open) {
        int at = open + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private static int blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
        return to;
    }
}
