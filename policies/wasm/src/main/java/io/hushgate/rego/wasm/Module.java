package io.hushgate.rego.wasm;

import com.styra.opa.wasm.OpaPolicy;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.Value;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A module and its memory, for one thread.
 *
 * <p>After a failure the instance is thrown away, because nobody knows in what order its memory is;
 * the next decision instantiates the module anew, which takes about a second.
 */
final class Module {
    /** How the runtime is told of an undefined input: a text that is no JSON value at all. */
    private static final String UNDEFINED = "";

    private final WasmBundle bundle;
    private final WasmLimits limits;
    private @Nullable OpaPolicy instance;

    Module(WasmBundle bundle, WasmLimits limits) {
        this.bundle = bundle;
        this.limits = limits;
    }

    /** Instantiates the module if there is no instance, and says whether there was one. */
    boolean ready() {
        boolean present = instance != null;
        instance();
        return present;
    }

    /** Numbers of documents by their paths, such as {@code app/allow}. */
    SortedMap<String, Integer> entrypoints() {
        return new TreeMap<>(instance().entrypoints());
    }

    Optional<Value> decide(int entrypoint, @Nullable Value input) {
        OpaPolicy policy = instance();
        instance = null;
        policy.input(input == null ? UNDEFINED : JsonWriter.COMPACT.write(input));
        Value answer = JsonReader.standard().read(policy.entrypoint(entrypoint).evaluate());
        instance = policy;
        return result(answer);
    }

    /** A set of results, of which there is one or, if the document is undefined, none. */
    private static Optional<Value> result(Value answer) {
        if (answer instanceof RegoArray results) {
            if (results.size() == 0) {
                return Optional.empty();
            }
            if (results.at(0) instanceof RegoObject first) {
                Value result = first.get("result");
                if (result != null) {
                    return Optional.of(result);
                }
            }
        }
        throw new IllegalStateException("the module's answer has no result");
    }

    private OpaPolicy instance() {
        OpaPolicy present = instance;
        if (present == null) {
            present =
                    OpaPolicy.builder()
                            .withPolicy(bundle.module())
                            .withInitialMemory(WasmLimits.INITIAL_PAGES)
                            .withMaxMemory(limits.maxMemoryPages())
                            .build()
                            .data(JsonWriter.COMPACT.write(bundle.data()));
            instance = present;
        }
        return present;
    }
}
