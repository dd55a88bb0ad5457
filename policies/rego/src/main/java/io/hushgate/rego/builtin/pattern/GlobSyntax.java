package io.hushgate.rego.builtin.pattern;

import io.hushgate.rego.builtin.BuiltinError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads the glob patterns of the Go library gobwas/glob, which OPA uses.
 *
 * <pre>
 * *        any characters but delimiters         [abc] [!abc]   one of these, or none of these
 * **       any characters                        [a-z] [!a-z]   one of a range, or none of it
 * ?        one character but a delimiter         {a,b*}         one of several patterns
 * \\c       the character c
 * </pre>
 */
final class GlobSyntax {
    /** Patterns within patterns: nobody writes more, and matching recurses into them. */
    private static final int MAX_DEPTH = 64;

    /** One part of a pattern. */
    sealed interface Node {}

    record Text(String text) implements Node {}

    /** {@code *} or, over delimiters too, {@code **}. */
    record Star(boolean overDelimiters) implements Node {}

    record One() implements Node {}

    record Listed(String characters, boolean not) implements Node {}

    record Ranged(int first, int last, boolean not) implements Node {}

    record AnyOf(List<List<Node>> patterns) implements Node {}

    private final int[] source;
    private int at;

    private GlobSyntax(String source) {
        this.source = source.codePoints().toArray();
    }

    /** Fails with the library's message. A brace that is not closed is closed at the end. */
    static List<Node> parse(String source) {
        return new GlobSyntax(source).parse();
    }

    private List<Node> parse() {
        Deque<List<List<Node>>> open = new ArrayDeque<>();
        List<Node> nodes = new ArrayList<>();
        List<Node> root = nodes;
        while (at < source.length) {
            int c = source[at++];
            if (c == '*') {
                boolean twice = at < source.length && source[at] == '*';
                at += twice ? 1 : 0;
                nodes.add(new Star(twice));
            } else if (c == '?') {
                nodes.add(new One());
            } else if (c == '[') {
                nodes.add(range());
            } else if (c == '{') {
                if (open.size() == MAX_DEPTH) {
                    throw BuiltinError.of(
                            "the pattern nests more than %d levels deep".formatted(MAX_DEPTH));
                }
                List<List<Node>> patterns = new ArrayList<>();
                nodes.add(new AnyOf(patterns));
                open.push(patterns);
                nodes = new ArrayList<>();
                patterns.add(nodes);
            } else if (c == ',' && !open.isEmpty()) {
                nodes = new ArrayList<>();
                open.getFirst().add(nodes);
            } else if (c == '}' && !open.isEmpty()) {
                open.pop();
                nodes = open.isEmpty() ? root : open.getFirst().getLast();
            } else {
                at--;
                nodes.add(new Text(text(open.isEmpty() ? "?*[{" : "?*[{},")));
            }
        }
        return root;
    }

    /** Characters up to one of the breakers or the end; a backslash takes the next one as it is. */
    private String text(String breakers) {
        StringBuilder text = new StringBuilder();
        while (at < source.length && breakers.indexOf(source[at]) < 0) {
            int c = source[at++];
            if (c != '\\') {
                text.appendCodePoint(c);
            } else if (at < source.length) {
                text.appendCodePoint(source[at++]);
            }
        }
        return text.toString();
    }

    private Node range() {
        boolean not = at < source.length && source[at] == '!';
        at += not ? 1 : 0;
        if (at == source.length) {
            throw BuiltinError.of("unexpected end of input");
        }
        if (at + 1 < source.length && source[at + 1] == '-') {
            return bounds(not);
        }
        String characters = text("]");
        close();
        if (characters.isEmpty()) {
            throw BuiltinError.of("could not parse range");
        }
        return new Listed(characters, not);
    }

    private Node bounds(boolean not) {
        int first = source[at];
        at += 2;
        if (at == source.length) {
            throw BuiltinError.of("unexpected end of input");
        }
        int last = source[at++];
        if (last < first) {
            throw BuiltinError.of(
                    "hi character '%s' should be greater than lo '%s'"
                            .formatted(Character.toString(last), Character.toString(first)));
        }
        close();
        return new Ranged(first, last, not);
    }

    private void close() {
        if (at == source.length) {
            throw BuiltinError.of("unexpected end of input");
        }
        if (source[at++] != ']') {
            throw BuiltinError.of("expected close range character");
        }
    }
}
