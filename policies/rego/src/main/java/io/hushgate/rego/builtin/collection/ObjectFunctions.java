package io.hushgate.rego.builtin.collection;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.Value;
import java.util.List;

/** The {@code object.*} functions. */
public final class ObjectFunctions {
    private static final String KEYED =
            "(object[any: any], any<array[any], object[any: any], set[any]>) => object[any: any]";

    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of(
                            "object.get", "(object[any: any], any, any) => any", (_, a) -> get(a)),
                    Builtin.of(
                            "object.keys",
                            "(object[any: any]) => set[any]",
                            (_, a) -> keys(Operands.object(a, 0))),
                    Builtin.of("object.remove", KEYED, (_, a) -> select(a, false)),
                    Builtin.of("object.filter", KEYED, (_, a) -> select(a, true)),
                    Builtin.of(
                            "object.union",
                            "(object[any: any], object[any: any]) => object[any: any]",
                            (_, a) -> union(Operands.object(a, 0), Operands.object(a, 1))),
                    Builtin.of(
                            "object.union_n",
                            "(array[object[any: any]]) => object[any: any]",
                            (_, a) -> unionAll(a)),
                    Builtin.of(
                            "object.subset",
                            "(any<array[any], object[any: any], set[any]>, any<array[any], object[any: any], set[any]>) => boolean",
                            (_, a) -> RegoBoolean.of(Subset.holds(a[0], a[1]))));

    private ObjectFunctions() {}

    /** The value under a key, or along an array of keys; else the default. */
    private static Value get(Value[] a) {
        Value found = Operands.object(a, 0);
        if (!(a[1] instanceof RegoArray path)) {
            Value direct = found.get(a[1]);
            return direct == null ? a[2] : direct;
        }
        for (int i = 0; i < path.size(); i++) {
            Value next = found.get(path.at(i));
            if (next == null) {
                return a[2];
            }
            found = next;
        }
        return found;
    }

    private static RegoSet keys(RegoObject object) {
        return RegoSet.of(object.sortedKeys().toArray());
    }

    private static RegoObject select(Value[] a, boolean listed) {
        RegoObject object = Operands.object(a, 0);
        RegoSet keys =
                switch (a[1]) {
                    case RegoSet set -> set;
                    case RegoArray array -> RegoSet.of(array.toArray());
                    case RegoObject other -> keys(other);
                    default -> throw BuiltinError.type(2, a[1], "object", "set", "array");
                };
        RegoObject.Builder result = RegoObject.builder();
        for (int i = 0; i < object.size(); i++) {
            if (keys.contains(object.keyAt(i)) == listed) {
                result.put(object.keyAt(i), object.valueAt(i));
            }
        }
        return result.build();
    }

    /**
     * Merges; where both have a key the right one wins, unless both values are objects, which
     * merge.
     */
    private static RegoObject union(RegoObject left, RegoObject right) {
        if (left.size() == 0) {
            return right;
        }
        if (right.size() == 0) {
            return left;
        }
        RegoObject.Builder result = left.toBuilder();
        for (int i = 0; i < right.size(); i++) {
            Value key = right.keyAt(i);
            Value value = right.valueAt(i);
            if (left.get(key) instanceof RegoObject old && value instanceof RegoObject fresh) {
                result.put(key, union(old, fresh));
            } else {
                result.put(key, value);
            }
        }
        return result.build();
    }

    private static RegoObject unionAll(Value[] a) {
        RegoArray objects = Operands.array(a, 0);
        RegoObject result = RegoObject.EMPTY;
        for (Value member : objects) {
            if (!(member instanceof RegoObject object)) {
                throw BuiltinError.element(1, objects, member, "object");
            }
            result = union(result, object);
        }
        return result;
    }
}
