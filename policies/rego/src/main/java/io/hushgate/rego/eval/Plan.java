package io.hushgate.rego.eval;

import io.hushgate.rego.eval.body.Rows;
import io.hushgate.rego.eval.document.Place;
import io.hushgate.rego.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lowered program, shared between threads. What it means never changes; bodies that nobody has
 * needed yet are lowered when somebody does.
 *
 * @param root the places of all rules
 * @param memoCount how many things a scope has to remember, as far as bodies are lowered
 * @param query the query that was lowered with the rules, or null
 */
public record Plan(Place root, int memoCount, @Nullable Query query) {
    /**
     * A lowered query.
     *
     * @param variables names of its variables, which are the first columns of its rows
     * @param expressions how many further columns there are, one for each expression's value
     */
    public record Query(int frameSize, Step body, List<String> variables, int expressions) {
        public Query {
            variables = List.copyOf(variables);
        }

        /** All ways in which the query holds. */
        public List<Value[]> rows(Scope scope) {
            Rows rows = new Rows();
            body.run(scope, new Frame(frameSize, rows));
            return rows.rows();
        }
    }

    /** The value at a path under {@code data}, or null when undefined. */
    public @Nullable Value value(List<Value> path, Scope scope) {
        Place place = root;
        for (int i = 0; ; i++) {
            if (i == path.size()) {
                return place.value(scope);
            }
            Place child = place.document() == null ? place.child(path.get(i)) : null;
            if (child == null) {
                Value value =
                        place.document() == null
                                ? scope.data(path.subList(0, i))
                                : place.value(scope);
                return under(value, path.subList(i, path.size()));
            }
            place = child;
        }
    }

    private static @Nullable Value under(@Nullable Value value, List<Value> keys) {
        Value found = value;
        for (Value key : keys) {
            found = found == null ? null : found.get(key);
        }
        return found;
    }
}
