package io.hushgate.rego.builtin.collection;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.Value;
import java.util.List;

/** Union, intersection and difference of sets. */
public final class Sets {
    private static final String BINARY = "(set[any], set[any]) => set[any]";
    private static final String OF_SETS = "(set[set[any]]) => set[any]";

    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of(
                                    "and",
                                    BINARY,
                                    (_, a) -> intersection(Operands.set(a, 0), Operands.set(a, 1)))
                            .withInfix("&"),
                    Builtin.of(
                                    "or",
                                    BINARY,
                                    (_, a) -> union(Operands.set(a, 0), Operands.set(a, 1)))
                            .withInfix("|"),
                    Builtin.of("union", OF_SETS, (_, a) -> union(Operands.set(a, 0))),
                    Builtin.of("intersection", OF_SETS, (_, a) -> intersection(Operands.set(a, 0))),
                    Builtin.of(
                                    "set_diff",
                                    BINARY,
                                    (_, a) -> difference(Operands.set(a, 0), Operands.set(a, 1)))
                            .with(Builtin.Trait.DEPRECATED));

    private Sets() {}

    public static RegoSet difference(RegoSet a, RegoSet b) {
        RegoSet.Builder result = RegoSet.builder();
        for (Value member : a) {
            if (!b.contains(member)) {
                result.add(member);
            }
        }
        return result.build();
    }

    private static RegoSet union(RegoSet a, RegoSet b) {
        if (a.size() == 0) {
            return b;
        }
        if (b.size() == 0) {
            return a;
        }
        RegoSet.Builder result = RegoSet.builder();
        a.forEach(result::add);
        b.forEach(result::add);
        return result.build();
    }

    private static RegoSet intersection(RegoSet a, RegoSet b) {
        RegoSet few = a.size() <= b.size() ? a : b;
        RegoSet many = a.size() <= b.size() ? b : a;
        RegoSet.Builder result = RegoSet.builder();
        for (Value member : few) {
            if (many.contains(member)) {
                result.add(member);
            }
        }
        return result.build();
    }

    private static RegoSet union(RegoSet sets) {
        RegoSet.Builder result = RegoSet.builder();
        for (Value set : sets) {
            memberSet(set).forEach(result::add);
        }
        return result.build();
    }

    private static RegoSet intersection(RegoSet sets) {
        RegoSet result = null;
        for (Value set : sets) {
            RegoSet next = memberSet(set);
            result = result == null ? next : intersection(result, next);
        }
        return result == null ? RegoSet.EMPTY : result;
    }

    private static RegoSet memberSet(Value member) {
        if (member instanceof RegoSet set) {
            return set;
        }
        throw BuiltinError.type(1, member, "set");
    }
}
