package io.hushgate.rego.syntax;

import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which terms of a statement were read already, by the position of their first token, and how that
 * ended. Going back and trying another production then costs nothing for nested terms, so the whole
 * stays linear.
 */
final class TermMemory {
    /** A term of fewer tokens nests nothing. */
    private static final int MIN_TOKENS = 3;

    /**
     * One attempt.
     *
     * @param term null if the attempt failed
     */
    record Entry(@Nullable Term term, int end, int wildcards, List<RegoError> errors) {
        /** Moves the stream to where the attempt ended. */
        Term replay(TokenStream in) {
            in.jump(end, wildcards, errors);
            if (term == null) {
                throw new Failure();
            }
            return term;
        }
    }

    private final Map<Integer, Entry> entries = new HashMap<>();

    @Nullable Entry at(int position) {
        return entries.get(position);
    }

    void store(TokenStream.Mark mark, TokenStream in, Term term) {
        if (in.position() - mark.position() >= MIN_TOKENS) {
            put(mark, in, term);
        }
    }

    void storeFailure(TokenStream.Mark mark, TokenStream in) {
        put(mark, in, null);
    }

    void clear() {
        entries.clear();
    }

    private void put(TokenStream.Mark mark, TokenStream in, @Nullable Term term) {
        entries.put(
                mark.position(),
                new Entry(term, in.position(), in.wildcards(), in.errorsSince(mark)));
    }
}
