package io.hushgate.rego.eval.term;

import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.eval.Budget;
import io.hushgate.rego.eval.Collector;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Step;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.eval.body.Rows;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A comprehension that is asked for many values of outer variables: after the first few it is
 * evaluated once more, for all of their values, and its results are kept by them for as long as the
 * scope lasts.
 *
 * <p>What evaluating for all values must not do is fail where evaluating for the values that are
 * asked for would not. If it fails, the results are found one by one as written.
 */
public final class Grouped extends Thunk {
    /** What the results are put into. */
    public enum Kind {
        ARRAY,
        SET,
        OBJECT
    }

    /** A loop of fewer rounds costs less than the table. */
    private static final int DIRECT = 3;

    /** What a scope knows about this comprehension. */
    private static final class Table {
        private int asked;
        private boolean useless;
        private @Nullable Map<Value, Object> groups;
    }

    private final Kind kind;
    private final int number;
    private final Thunks keys;
    private final Step body;
    private final Thunk direct;

    /**
     * @param number under which scopes remember the table
     * @param keys the outer variables
     * @param body ends by adding rows of the outer variables and what belongs to a result
     * @param direct the comprehension for one set of outer values
     */
    public Grouped(Kind kind, int number, Thunks keys, Step body, Thunk direct) {
        this.kind = kind;
        this.number = number;
        this.keys = keys;
        this.body = body;
        this.direct = direct;
    }

    @Override
    public @Nullable Value of(Scope scope, Frame frame) {
        Table table = (Table) scope.recall(number);
        if (table == null) {
            table = new Table();
            scope.remember(number, table);
        }
        if (table.useless || table.asked < DIRECT) {
            table.asked++;
            return direct.of(scope, frame);
        }
        if (table.groups == null) {
            table.groups = groups(scope, frame);
        }
        Map<Value, Object> groups = table.groups;
        Value[] values = groups == null ? null : keys.of(scope, frame);
        if (groups == null || values == null) {
            table.useless = true;
            return direct.of(scope, frame);
        }
        Value key = key(values, values.length);
        Object group = groups.get(key);
        if (group == null) {
            return build(List.of());
        }
        if (group instanceof Value built) {
            return built;
        }
        @SuppressWarnings("unchecked") // a group that is not built is a list of rows
        Value built = build((List<Value[]>) group);
        if (built == null) {
            return direct.of(scope, frame);
        }
        groups.put(key, built);
        return built;
    }

    /** All rows by the values of the outer variables; null if finding them fails. */
    private @Nullable Map<Value, Object> groups(Scope scope, Frame frame) {
        Collector outer = frame.out();
        Budget.Mark mark = scope.budget().mark();
        Rows rows = new Rows();
        frame.deliverTo(rows);
        try {
            body.run(scope, frame);
        } catch (RegoException e) {
            if (e.errors().getFirst().code() == ErrorCode.EVAL_CANCEL) {
                throw e;
            }
            scope.budget().rewind(mark);
            return null;
        } finally {
            frame.deliverTo(outer);
        }
        Map<Value, Object> groups = new HashMap<>();
        for (Value[] row : rows.rows()) {
            add(row, groups);
        }
        return groups;
    }

    @SuppressWarnings("unchecked") // while groups are made, all are lists of rows
    private void add(Value[] row, Map<Value, Object> groups) {
        Value key = key(row, keys.size());
        ((List<Value[]>) groups.computeIfAbsent(key, _ -> new ArrayList<Value[]>())).add(row);
    }

    private static Value key(Value[] values, int count) {
        if (count == 1) {
            return values[0];
        }
        RegoArray.Builder key = RegoArray.builder();
        for (int i = 0; i < count; i++) {
            key.add(values[i]);
        }
        return key.build();
    }

    /** The result of one group; null if its object would have a key with two values. */
    private @Nullable Value build(List<Value[]> rows) {
        int first = keys.size();
        return switch (kind) {
            case ARRAY -> {
                RegoArray.Builder array = RegoArray.builder();
                rows.forEach(row -> array.add(row[first]));
                yield array.build();
            }
            case SET -> {
                RegoSet.Builder set = RegoSet.builder();
                rows.forEach(row -> set.add(row[first]));
                yield set.build();
            }
            case OBJECT -> {
                RegoObject.Builder object = RegoObject.builder();
                for (Value[] row : rows) {
                    Value known = object.putIfAbsent(row[first], row[first + 1]);
                    if (known != null && !known.equals(row[first + 1])) {
                        yield null;
                    }
                }
                yield object.build();
            }
        };
    }
}
