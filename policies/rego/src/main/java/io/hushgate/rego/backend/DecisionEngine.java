package io.hushgate.rego.backend;

import io.hushgate.rego.value.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that knows policies and says what a document of theirs is for an input.
 *
 * <p>Implementations can be exchanged: an answer is the value as JSON has it, so that sets are
 * arrays, in an order that is not promised, and the keys of objects are strings. Thread-safe.
 */
public interface DecisionEngine extends AutoCloseable {
    /**
     * Asks for the value of a document.
     *
     * @param input what {@code input} is; null when it is undefined
     * @return empty when the document is undefined
     * @throws DecisionProblem if there is no answer: rules contradict each other, a limit is
     *     exceeded, or whoever should evaluate cannot be reached
     */
    Optional<Value> decide(DocumentPath document, @Nullable Value input);

    /**
     * Asks for the value of a document by its dotted name, such as {@code data.app.allow}.
     *
     * @throws IllegalArgumentException if the name does not begin with {@code data}
     * @throws DecisionProblem as {@link #decide(DocumentPath, Value)}
     */
    default Optional<Value> decide(String document, @Nullable Value input) {
        return decide(DocumentPath.of(document), input);
    }

    /** Lets go of threads and connections; the engine is not to be used after. */
    @Override
    void close();
}
