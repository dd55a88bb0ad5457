package io.hushgate.rego.builtin.collection;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.Value;
import java.util.List;

/** What the {@code in} operator asks. */
public final class Membership {
    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of(
                                    "internal.member_2",
                                    "(any, any) => boolean",
                                    (_, a) -> RegoBoolean.of(contains(a[1], a[0])))
                            .withInfix("in"),
                    Builtin.of(
                                    "internal.member_3",
                                    "(any, any, any) => boolean",
                                    (_, a) -> RegoBoolean.of(contains(a[2], a[0], a[1])))
                            .withInfix("in"));

    private Membership() {}

    private static boolean contains(Value collection, Value wanted) {
        return switch (collection) {
            case RegoSet set -> set.contains(wanted);
            case RegoArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    if (array.at(i).equals(wanted)) {
                        yield true;
                    }
                }
                yield false;
            }
            case RegoObject object -> {
                for (int i = 0; i < object.size(); i++) {
                    if (object.valueAt(i).equals(wanted)) {
                        yield true;
                    }
                }
                yield false;
            }
            default -> false;
        };
    }

    private static boolean contains(Value collection, Value key, Value wanted) {
        Value found = collection.get(key);
        return found != null && found.equals(wanted);
    }
}
