package io.hushgate.rego.builtin;

import io.hushgate.rego.value.RegoBoolean;
import java.util.List;

/** Equality and order of any two values. */
final class Comparison {
    private static final String SIGNATURE = "(any, any) => boolean";

    static final List<Builtin> ALL =
            List.of(
                    Builtin.of("eq", SIGNATURE, (_, a) -> RegoBoolean.of(a[0].equals(a[1])))
                            .withInfix("="),
                    Builtin.of("assign", SIGNATURE, (_, a) -> RegoBoolean.of(a[0].equals(a[1])))
                            .withInfix(":="),
                    Builtin.of("equal", SIGNATURE, (_, a) -> RegoBoolean.of(a[0].equals(a[1])))
                            .withInfix("=="),
                    Builtin.of("neq", SIGNATURE, (_, a) -> RegoBoolean.of(!a[0].equals(a[1])))
                            .withInfix("!="),
                    Builtin.of("lt", SIGNATURE, (_, a) -> RegoBoolean.of(a[0].compareTo(a[1]) < 0))
                            .withInfix("<"),
                    Builtin.of(
                                    "lte",
                                    SIGNATURE,
                                    (_, a) -> RegoBoolean.of(a[0].compareTo(a[1]) <= 0))
                            .withInfix("<="),
                    Builtin.of("gt", SIGNATURE, (_, a) -> RegoBoolean.of(a[0].compareTo(a[1]) > 0))
                            .withInfix(">"),
                    Builtin.of(
                                    "gte",
                                    SIGNATURE,
                                    (_, a) -> RegoBoolean.of(a[0].compareTo(a[1]) >= 0))
                            .withInfix(">="));

    private Comparison() {}
}
