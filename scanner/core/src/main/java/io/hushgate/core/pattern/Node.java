package io.hushgate.core.pattern;

import java.util.List;

/** A pattern as a tree. */
sealed interface Node {
    /** No upper bound. */
    int UNBOUNDED = Integer.MAX_VALUE;

    /** One byte of a set. */
    record Bytes(ByteSet set) implements Node {}

    /** One after another; empty matches the empty text. */
    record Sequence(List<Node> parts) implements Node {}

    /** One of several, the first preferred. */
    record Choice(List<Node> branches) implements Node {}

    /** Greedy; {@code most} may be {@link #UNBOUNDED}. */
    record Repeat(Node body, int least, int most) implements Node {}

    /** The group that holds the credential. */
    record SecretGroup(Node body) implements Node {}

    /** The previous byte is of the set; {@code orStart}: or there is none. */
    record Before(ByteSet set, boolean orStart) implements Node {}

    /** The next byte is of the set; {@code orEnd}: or there is none. */
    record After(ByteSet set, boolean orEnd) implements Node {}

    /** Least number of bytes that a match has. */
    default int minLength() {
        return switch (this) {
            case Bytes _ -> 1;
            case Sequence(var parts) ->
                    parts.stream().mapToInt(Node::minLength).reduce(0, Node::add);
            case Choice(var branches) ->
                    branches.stream().mapToInt(Node::minLength).min().orElse(0);
            case Repeat(var body, var least, _) -> multiply(body.minLength(), least);
            case SecretGroup(var body) -> body.minLength();
            case Before _, After _ -> 0;
        };
    }

    /** Greatest number of bytes that a match has, or {@link #UNBOUNDED}. */
    default int maxLength() {
        return switch (this) {
            case Bytes _ -> 1;
            case Sequence(var parts) ->
                    parts.stream().mapToInt(Node::maxLength).reduce(0, Node::add);
            case Choice(var branches) ->
                    branches.stream().mapToInt(Node::maxLength).max().orElse(0);
            case Repeat(var body, _, var most) -> multiply(body.maxLength(), most);
            case SecretGroup(var body) -> body.maxLength();
            case Before _, After _ -> 0;
        };
    }

    private static int add(int a, int b) {
        return (int) Math.min((long) a + b, UNBOUNDED);
    }

    private static int multiply(int a, int b) {
        return (int) Math.min((long) a * b, UNBOUNDED);
    }
}
