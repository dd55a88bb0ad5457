package io.hushgate.rego.builtin.number;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Functions that make one value of a collection. */
public final class Aggregates {
    private static final String NUMBERS = "(any<array[number], set[number]>) => number";
    private static final String CHOOSES = "(any<array[any], set[any]>) => any";
    private static final String JUDGES = "(any<array[any], set[any]>) => boolean";

    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of(
                            "count",
                            "(any<string, array[any], object[any: any], set[any]>) => number",
                            (_, a) -> RegoNumber.of(count(a[0]))),
                    Builtin.of(
                            "sum",
                            NUMBERS,
                            (_, a) -> fold(a[0], RegoNumber.ZERO, Arithmetic::plus)),
                    Builtin.of(
                            "product",
                            NUMBERS,
                            (_, a) -> fold(a[0], RegoNumber.ONE, Arithmetic::times)),
                    Builtin.of("max", CHOOSES, (_, a) -> extreme(a[0], 1)),
                    Builtin.of("min", CHOOSES, (_, a) -> extreme(a[0], -1)),
                    Builtin.of(
                            "sort",
                            "(any<array[any], set[any]>) => array[any]",
                            (_, a) -> sort(a[0])),
                    Builtin.of("all", JUDGES, (_, a) -> RegoBoolean.of(all(a)))
                            .with(Builtin.Trait.DEPRECATED),
                    Builtin.of("any", JUDGES, (_, a) -> RegoBoolean.of(any(a)))
                            .with(Builtin.Trait.DEPRECATED));

    private Aggregates() {}

    private static int count(Value of) {
        return switch (of) {
            case RegoArray array -> array.size();
            case RegoObject object -> object.size();
            case RegoSet set -> set.size();
            case RegoString string -> string.length();
            default -> throw BuiltinError.type(1, of, "array", "object", "set", "string");
        };
    }

    private static Iterable<Value> members(Value of) {
        return switch (of) {
            case RegoArray array -> array;
            case RegoSet set -> set;
            default -> throw BuiltinError.type(1, of, "set", "array");
        };
    }

    private static RegoNumber fold(
            Value of, RegoNumber start, BinaryOperator<RegoNumber> operation) {
        RegoNumber result = start;
        for (Value member : members(of)) {
            if (!(member instanceof RegoNumber number)) {
                throw BuiltinError.element(1, of, member, "number");
            }
            result = operation.apply(result, number);
        }
        return result;
    }

    /** The last of the greatest ({@code sign} 1) or smallest (-1) members; undefined of none. */
    private static @Nullable Value extreme(Value of, int sign) {
        Value best = null;
        for (Value member : members(of)) {
            if (best == null || member.compareTo(best) * sign >= 0) {
                best = member;
            }
        }
        return best;
    }

    private static RegoArray sort(Value of) {
        return switch (of) {
            case RegoArray array -> {
                Value[] sorted = array.toArray();
                Arrays.sort(sorted);
                yield RegoArray.owning(sorted);
            }
            case RegoSet set -> set.toSortedArray();
            default -> throw BuiltinError.type(1, of, "set", "array");
        };
    }

    private static boolean all(Value[] arguments) {
        for (Value member : Operands.members(arguments, 0)) {
            if (!member.equals(RegoBoolean.TRUE)) {
                return false;
            }
        }
        return true;
    }

    private static boolean any(Value[] arguments) {
        for (Value member : Operands.members(arguments, 0)) {
            if (member.equals(RegoBoolean.TRUE)) {
                return true;
            }
        }
        return false;
    }
}
