package io.hushgate.rego.builtin;

import io.hushgate.rego.builtin.format.Formatting;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.List;

/** What looks at the running query or speaks out of it. */
final class Queries {
    static final List<Builtin> ALL =
            List.of(
                    Builtin.of("print", "(any...) => ???", (context, a) -> print(context, a)),
                    Builtin.of("internal.print", "(array[set[any]]) => ???", Queries::printSets),
                    Builtin.of(
                            "internal.test_case",
                            "(array[any]) => ???",
                            (_, _) -> RegoBoolean.TRUE),
                    Builtin.of("trace", "(string) => boolean", Queries::trace),
                    Builtin.of(
                                    "opa.runtime",
                                    "() => object[string: any]",
                                    (context, _) -> runtime(context))
                            .with(Builtin.Trait.NONDETERMINISTIC),
                    Builtin.of(
                            "rego.metadata.chain",
                            "() => array[any]",
                            (context, _) -> context.metadataChain()),
                    Builtin.of("rego.metadata.rule", "() => any", (context, _) -> rule(context)));

    private Queries() {}

    private static Value print(BuiltinContext context, Value[] a) {
        StringBuilder line = new StringBuilder();
        for (Value value : a) {
            line.append(line.isEmpty() ? "" : " ").append(Formatting.bare(value));
        }
        context.print(line.toString());
        return RegoBoolean.TRUE;
    }

    private static Value printSets(BuiltinContext context, Value[] a) {
        for (String line : Formatting.printed(Operands.array(a, 0))) {
            context.print(line);
        }
        return RegoBoolean.TRUE;
    }

    private static Value trace(BuiltinContext context, Value[] a) {
        context.trace(Operands.string(a, 0));
        return RegoBoolean.TRUE;
    }

    private static RegoObject runtime(BuiltinContext context) {
        RegoObject environment = context.environment();
        return environment.size() == 0
                ? RegoObject.EMPTY
                : RegoObject.of(RegoString.of("env"), environment);
    }

    /** The annotations of the rule itself, if it has any: the first of the chain. */
    private static Value rule(BuiltinContext context) {
        RegoArray chain = context.metadataChain();
        Value annotations =
                chain.size() == 0 ? null : chain.at(0).get(RegoString.of("annotations"));
        return annotations == null ? RegoObject.EMPTY : annotations;
    }
}
