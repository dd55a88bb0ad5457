package io.hushgate.rego.builtin.collection;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.Value;
import java.util.List;

/** The {@code array.*} functions. */
public final class Sequences {
    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of(
                            "array.concat",
                            "(array[any], array[any]) => array[any]",
                            (context, a) ->
                                    concat(context, Operands.array(a, 0), Operands.array(a, 1))),
                    Builtin.of(
                            "array.flatten",
                            "(array[any]) => array[any]",
                            (context, a) -> flatten(context, Operands.array(a, 0))),
                    Builtin.of(
                            "array.slice",
                            "(array[any], number, number) => array[any]",
                            (_, a) ->
                                    slice(
                                            Operands.array(a, 0),
                                            Operands.integer(a, 1),
                                            Operands.integer(a, 2))),
                    Builtin.of(
                            "array.reverse",
                            "(array[any]) => array[any]",
                            (_, a) -> reverse(Operands.array(a, 0))));

    private Sequences() {}

    public static RegoArray of(Iterable<? extends Value> elements) {
        RegoArray.Builder array = RegoArray.builder();
        elements.forEach(array::add);
        return array.build();
    }

    private static RegoArray concat(BuiltinContext context, RegoArray a, RegoArray b) {
        if (a.size() == 0) {
            return b;
        }
        if (b.size() == 0) {
            return a;
        }
        context.step((long) a.size() + b.size());
        RegoArray.Builder result = RegoArray.builder();
        a.forEach(result::add);
        b.forEach(result::add);
        return result.build();
    }

    /** Dissolves arrays within the array, one level of them. */
    private static RegoArray flatten(BuiltinContext context, RegoArray array) {
        RegoArray.Builder result = RegoArray.builder();
        for (Value element : array) {
            if (element instanceof RegoArray inner) {
                context.step(inner.size());
                inner.forEach(result::add);
            } else {
                result.add(element);
            }
        }
        return result.build();
    }

    private static RegoArray slice(RegoArray array, long from, long to) {
        int end = Math.clamp(to, 0, array.size());
        int start = Math.clamp(from, 0, end);
        return start == 0 && end == array.size() ? array : array.slice(start, end);
    }

    private static RegoArray reverse(RegoArray array) {
        RegoArray.Builder result = RegoArray.builder();
        for (int i = array.size() - 1; i >= 0; i--) {
            result.add(array.at(i));
        }
        return result.build();
    }
}
