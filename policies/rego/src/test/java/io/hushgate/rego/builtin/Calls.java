package io.hushgate.rego.builtin;

import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.Value;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls built-in functions with arguments written as JSON. */
final class Calls {
    /** 9 September 2001, 01:46:40 UTC. */
    static final Instant NOW = Instant.ofEpochSecond(1_000_000_000);

    private Calls() {}

    static @Nullable Value call(String name, String... arguments) {
        Value[] values = new Value[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            values[i] = JsonReader.standard().read(arguments[i]);
        }
        return call(name, values);
    }

    static @Nullable Value call(String name, Value... arguments) {
        Builtin builtin = Objects.requireNonNull(Builtins.standard().find(name), name);
        BuiltinContext context = new BuiltinContext(BuiltinContext.Settings.at(NOW, 1));
        return builtin.call(context, arguments);
    }
}
