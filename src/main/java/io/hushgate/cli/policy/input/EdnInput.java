package io.hushgate.cli.policy.input;

import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads EDN (edn-format.org) into what conftest makes of it: vectors and lists are arrays, maps are
 * objects whose keys are texts ({@code ":port"}), and everything else is the text of it.
 */
final class EdnInput {
    private static final int MAX_DEPTH = 200;

    private final String text;
    private int at;

    private EdnInput(String text) {
        this.text = text;
    }

    static Value read(String text) {
        EdnInput input = new EdnInput(text);
        input.skipBlanks(0);
        if (input.at == text.length()) {
            throw input.problem("nothing but blanks and comments");
        }
        return input.value(0);
    }

    private Value value(int depth) {
        if (depth == MAX_DEPTH) {
            throw problem("collections nest more than %d deep".formatted(MAX_DEPTH));
        }
        if (at == text.length()) {
            throw problem("ends where a value is expected");
        }
        char c = text.charAt(at);
        return switch (c) {
            case '[' -> RegoArray.of(membersAfter(']', depth));
            case '(' -> RegoArray.of(membersAfter(')', depth));
            case '{' -> map(membersAfter('}', depth));
            case '"' -> RegoString.of(string());
            case '#' -> dispatched(depth);
            case ']', ')', '}' -> throw problem("this %c closes nothing".formatted(c));
            default -> RegoString.of(symbol());
        };
    }

    private List<Value> membersAfter(char close, int depth) {
        at++;
        return members(close, depth);
    }

    private List<Value> members(char close, int depth) {
        List<Value> members = new ArrayList<>();
        while (true) {
            skipBlanks(depth);
            if (at == text.length()) {
                throw problem("a collection is not closed; add " + close);
            }
            if (text.charAt(at) == close) {
                at++;
                return members;
            }
            members.add(value(depth + 1));
        }
    }

    private RegoObject map(List<Value> members) {
        if (members.size() % 2 == 1) {
            throw problem("the last key of a map has no value");
        }
        RegoObject.Builder map = RegoObject.builder();
        for (int i = 0; i < members.size(); i += 2) {
            Value key = members.get(i);
            map.put(
                    key instanceof RegoString text ? text.value() : key.toString(),
                    members.get(i + 1));
        }
        return map.build();
    }

    /** A set is a text to conftest; a tag is dropped and its value kept. */
    private Value dispatched(int depth) {
        at++;
        if (at < text.length() && text.charAt(at) == '{') {
            int start = at - 1;
            at++;
            members('}', depth);
            return RegoString.of(text.substring(start, at));
        }
        symbol();
        skipBlanks(depth);
        return value(depth + 1);
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                char escaped = text.charAt(at++);
                string.append(
                        switch (escaped) {
                            case 'n' -> '\n';
                            case 't' -> '\t';
                            case 'r' -> '\r';
                            default -> escaped;
                        });
            } else {
                string.append(c);
            }
        }
        if (at == text.length()) {
            throw problem("a string is not closed");
        }
        at++;
        return string.toString();
    }

    private String symbol() {
        int start = at;
        while (at < text.length() && !ends(text.charAt(at))) {
            at += text.charAt(at) == '\\' && at + 1 < text.length() ? 2 : 1;
        }
        if (at == start) {
            throw problem("no value begins with " + text.charAt(at));
        }
        String symbol = text.substring(start, at);
        return symbol.equals("nil") ? "<nil>" : symbol;
    }

    private static boolean ends(char c) {
        return Character.isWhitespace(c) || ",;\"[](){}".indexOf(c) >= 0;
    }

    /** Blanks, commas, comments, and values that {@code #_} drops. */
    private void skipBlanks(int depth) {
        if (depth > MAX_DEPTH) {
            throw problem("dropped values nest more than %d deep".formatted(MAX_DEPTH));
        }
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ';') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("#_", at)) {
                at += 2;
                skipBlanks(depth + 1);
                value(depth + 1);
            } else if (c == ',' || Character.isWhitespace(c)) {
                at++;
            } else {
                return;
            }
        }
    }

    private InputProblem problem(String what) {
        int line = 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        return new InputProblem(line, what);
    }
}
