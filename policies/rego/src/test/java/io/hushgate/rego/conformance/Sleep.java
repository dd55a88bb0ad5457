package io.hushgate.rego.conformance;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.type.TypeText;
import io.hushgate.rego.value.RegoNull;
import java.util.Set;

/** The one builtin that only the cases have: {@code test.sleep("10ms")}. It does not sleep. */
final class Sleep {
    static final Builtin BUILTIN =
            new Builtin(
                    "test.sleep",
                    TypeText.function("(string) => null"),
                    Set.of(),
                    null,
                    (Builtin.Function) (_, _) -> RegoNull.NULL);

    private Sleep() {}
}
