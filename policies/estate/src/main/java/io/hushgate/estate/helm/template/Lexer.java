package io.hushgate.estate.helm.template;

import io.hushgate.estate.helm.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a template into literal text and the tokens of its actions, in one pass.
 *
 * <pre>
 *   text {{- action -}} text        a dash and a blank take the blanks of the text beside away
 *   {{/&#42; comment &#42;/}}
 * </pre>
 */
final class Lexer {
    private static final Set<String> KEYWORDS =
            Set.of(
                    "if",
                    "else",
                    "end",
                    "range",
                    "with",
                    "define",
                    "block",
                    "template",
                    "break",
                    "continue",
                    "nil");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        boolean trimLeft = false;
        while (at < text.length()) {
            int open = text.indexOf("{{", at);
            int end = open < 0 ? text.length() : open;
            boolean trimRight = open >= 0 && isTrim(open + 2);
            literal(at, end, trimLeft, trimRight);
            at = end;
            if (open >= 0) {
                trimLeft = action(open, trimRight);
            }
        }
        tokens.add(new Token(Kind.END, "", text.length()));
    }

    private boolean isTrim(int dash) {
        return dash + 1 < text.length()
                && text.charAt(dash) == '-'
                && isBlank(text.charAt(dash + 1));
    }

    private void literal(int from, int to, boolean trimLeft, boolean trimRight) {
        int start = from;
        int end = to;
        while (trimLeft && start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (trimRight && end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            tokens.add(new Token(Kind.LITERAL, text.substring(start, end), start));
        }
    }

    /** Reads an action whole; tells whether the text after it is trimmed. */
    private boolean action(int open, boolean trimmed) {
        at = open + (trimmed ? 4 : 2);
        if (text.startsWith("/*", at)) {
            return comment(open);
        }
        tokens.add(new Token(Kind.OPEN, "", open));
        while (true) {
            if (at >= text.length()) {
                throw TemplateProblem.at(open, "an action is not closed");
            }
            boolean trims =
                    (isBlank(text.charAt(at)) && text.startsWith("-}}", at + 1))
                            || (text.startsWith("-}}", at) && isBlank(text.charAt(at - 1)));
            if (trims || text.startsWith("}}", at)) {
                tokens.add(new Token(Kind.CLOSE, "", at));
                at = text.indexOf("}}", at) + 2;
                return trims;
            }
            token();
        }
    }

    private boolean comment(int open) {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw TemplateProblem.at(open, "a comment is not closed");
        }
        at = end + 2;
        boolean trims =
                at < text.length() && isBlank(text.charAt(at)) && text.startsWith("-}}", at + 1);
        if (!trims && !text.startsWith("}}", at)) {
            throw TemplateProblem.at(open, "a comment does not end its action");
        }
        at = text.indexOf("}}", at) + 2;
        return trims;
    }

    private void token() {
        int start = at;
        char c = text.charAt(at);
        if (isBlank(c)) {
            while (at < text.length()
                    && isBlank(text.charAt(at))
                    && !text.startsWith("-}}", at + 1)) {
                at++;
            }
            at = Math.max(at, start + 1);
            tokens.add(new Token(Kind.SPACE, "", start));
        } else if (c == '"') {
            add(Kind.STRING, GoLiterals.quoted(text, start), start, GoLiterals.end(text, start));
        } else if (c == '`') {
            int end = text.indexOf('`', at + 1);
            if (end < 0) {
                throw TemplateProblem.at(start, "a raw string is not closed");
            }
            add(Kind.STRING, text.substring(start + 1, end).replace("\r", ""), start, end + 1);
        } else if (c == '\'') {
            add(Kind.CHARACTER, GoLiterals.quoted(text, start), start, GoLiterals.end(text, start));
        } else if (isNumber(c)) {
            number(start);
        } else if (c == '.') {
            at++;
            if (at < text.length() && isWord(text.charAt(at))) {
                word();
                tokens.add(new Token(Kind.FIELD, text.substring(start + 1, at), start));
            } else {
                tokens.add(new Token(Kind.DOT, ".", start));
            }
        } else if (c == '$') {
            at++;
            word();
            tokens.add(new Token(Kind.VARIABLE, text.substring(start, at), start));
        } else if (isWord(c)) {
            word();
            String word = text.substring(start, at);
            tokens.add(new Token(KEYWORDS.contains(word) ? Kind.KEYWORD : Kind.NAME, word, start));
        } else {
            sign(c, start);
        }
    }

    private void sign(char c, int start) {
        switch (c) {
            case '|' -> add(Kind.PIPE, "|", start, start + 1);
            case '(' -> add(Kind.LEFT, "(", start, start + 1);
            case ')' -> add(Kind.RIGHT, ")", start, start + 1);
            case ',' -> add(Kind.COMMA, ",", start, start + 1);
            case '=' -> add(Kind.ASSIGN, "=", start, start + 1);
            case ':' -> {
                if (!text.startsWith(":=", start)) {
                    throw TemplateProblem.at(start, "expected :=");
                }
                add(Kind.DECLARE, ":=", start, start + 2);
            }
            default -> throw TemplateProblem.at(start, "unexpected " + c + " in an action");
        }
    }

    private boolean isNumber(char c) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return isDigit(c)
                || ((c == '-' || c == '+') && (isDigit(next) || next == '.'))
                || (c == '.' && isDigit(next));
    }

    private void number(int start) {
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean exponentSign =
                    (c == '-' || c == '+') && "eEpP".indexOf(text.charAt(at - 1)) >= 0;
            if (!isWord(c) && c != '.' && !exponentSign) {
                break;
            }
            at++;
        }
        tokens.add(new Token(Kind.NUMBER, text.substring(start, at), start));
    }

    private void word() {
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
    }

    private void add(Kind kind, String value, int start, int end) {
        tokens.add(new Token(kind, value, start));
        at = end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
