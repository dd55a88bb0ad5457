package io.hushgate.core.pattern;

import org.jspecify.annotations.Nullable;

/** Runs one pattern for one thread. Keeps the states that it meets, up to a bound. */
public final class Machine {
    private final Program program;
    private final LazyDfa dfa;
    private final int window;
    private @Nullable SecretSpan secret;

    Machine(Program program, int window) {
        this.program = program;
        this.window = window;
        this.dfa = new LazyDfa(program);
    }

    /**
     * Finds the longest match that starts exactly at {@code start}.
     *
     * @param from where the text starts, at most {@code start}
     * @param to where the text ends; when more could follow, at least one byte beyond the window
     * @return the offset after the match, or -1
     */
    public int matchEnd(byte[] text, int start, int from, int to) {
        return dfa.longest(text, start, from, to, window);
    }

    /**
     * Offset after the last byte that {@link #matchEnd} looked at: one more than the text has when
     * it saw that nothing follows. The answer would be the same whatever stood there or behind, or
     * more than one byte before the start.
     */
    public int lookedTo() {
        return dfa.lookedTo();
    }

    /**
     * Finds the secret group of a match.
     *
     * @param matchEnd what {@link #matchEnd} returned for the same text
     * @return the offset of the group's first byte in the upper half, the offset after its last in
     *     the lower
     */
    public long secret(byte[] text, int start, int matchEnd, int from, int to) {
        SecretSpan span = secret;
        if (span == null) {
            span = new SecretSpan(program);
            secret = span;
        }
        span.find(text, start, matchEnd, from, to);
        return (long) span.start() << 32 | span.end();
    }
}
