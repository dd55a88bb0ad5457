package io.hushgate.rego.builtin;

import io.hushgate.rego.builtin.collection.Sequences;
import io.hushgate.rego.builtin.number.NumberSyntax;
import io.hushgate.rego.value.Kind;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;

/** What kind a value is, and the old casts, which only check. */
final class Types {
    static final List<Builtin> ALL = all();

    private Types() {}

    private static List<Builtin> all() {
        List<Builtin> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            all.add(
                    Builtin.of(
                            "is_" + kind.text(),
                            "(any) => boolean",
                            (_, a) -> RegoBoolean.of(a[0].kind() == kind)));
        }
        all.add(
                Builtin.of(
                        "type_name",
                        "(any) => string",
                        (_, a) -> RegoString.of(a[0].kind().text())));
        all.add(
                Builtin.of(
                        "to_number",
                        "(any<null, boolean, number, string>) => number",
                        (_, a) -> NumberSyntax.toNumber(a[0])));
        all.add(cast("null", "null", Kind.NULL));
        all.add(cast("boolean", "boolean", Kind.BOOLEAN));
        all.add(cast("string", "string", Kind.STRING));
        all.add(cast("object", "object[any: any]", Kind.OBJECT));
        all.add(
                Builtin.of(
                                "cast_array",
                                "(any) => array[any]",
                                (_, a) -> Sequences.of(Operands.members(a, 0)))
                        .with(Builtin.Trait.DEPRECATED));
        all.add(
                Builtin.of("cast_set", "(any) => set[any]", (_, a) -> toSet(a))
                        .with(Builtin.Trait.DEPRECATED));
        return List.copyOf(all);
    }

    private static Builtin cast(String name, String type, Kind kind) {
        return Builtin.of(
                        "cast_" + name,
                        "(any) => " + type,
                        (_, a) -> {
                            if (a[0].kind() != kind) {
                                throw BuiltinError.type(1, a[0], kind.text());
                            }
                            return a[0];
                        })
                .with(Builtin.Trait.DEPRECATED);
    }

    private static RegoSet toSet(Value[] arguments) {
        if (arguments[0] instanceof RegoSet set) {
            return set;
        }
        RegoSet.Builder set = RegoSet.builder();
        Operands.members(arguments, 0).forEach(set::add);
        return set.build();
    }
}
