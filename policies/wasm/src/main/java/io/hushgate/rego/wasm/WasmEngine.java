package io.hushgate.rego.wasm;

import io.hushgate.rego.backend.DecisionEngine;
import io.hushgate.rego.backend.DecisionProblem;
import io.hushgate.rego.backend.DocumentPath;
import io.hushgate.rego.value.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A bundle of policies compiled to WebAssembly (OPA documentation, "WebAssembly", ABI 1.3).
 *
 * <p>Three things are otherwise than with the other engines. Only documents that were named as
 * entry points ({@code opa build -t wasm -e app/allow}) can be asked. Of the builtins that OPA
 * leaves to the host ({@code time.now_ns}, {@code http.send} and others) there are but {@code
 * sprintf} and those for JSON and YAML; a policy fails where it calls another. And decisions are
 * taken one after another: open an engine for each that should run beside it.
 */
public final class WasmEngine implements DecisionEngine {
    /** What a module calls, calls in Java: recursion in a policy's data needs a deep stack. */
    private static final long STACK_BYTES = 64L << 20;

    private final String name;
    private final WasmLimits limits;
    private final SortedMap<String, Integer> entrypoints;
    private final ExecutorService worker;
    private final Module module;

    private WasmEngine(WasmBundle bundle, WasmLimits limits) {
        this.name = bundle.name();
        this.limits = limits;
        this.worker =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform()
                                .name("rego-wasm")
                                .daemon()
                                .stackSize(STACK_BYTES)
                                .factory());
        this.module = new Module(bundle, limits);
        try {
            this.entrypoints = onWorker(name, limits.ready(), module::entrypoints);
        } catch (DecisionProblem e) {
            worker.shutdownNow();
            throw e;
        }
    }

    /**
     * Reads a bundle and gets its module ready, which takes some seconds.
     *
     * @param bundle a compressed tar as {@code opa build -t wasm} writes it
     * @throws DecisionProblem if it cannot be used; the message says why
     */
    public static WasmEngine open(Path bundle, WasmLimits limits) {
        return new WasmEngine(WasmBundle.read(bundle, limits), limits);
    }

    @Override
    public Optional<Value> decide(DocumentPath document, @Nullable Value input) {
        Integer entrypoint = entrypoints.get(String.join("/", document.keys()));
        if (entrypoint == null) {
            throw new DecisionProblem(
                    document.toString(),
                    "is no entry point of %s, which has %s; build it with opa build -t wasm -e %s"
                            .formatted(
                                    name,
                                    String.join(", ", entrypoints.keySet()),
                                    String.join("/", document.keys())));
        }
        String place = document.toString();
        onWorker(place, limits.ready(), module::ready);
        return onWorker(place, limits.decision(), () -> module.decide(entrypoint, input));
    }

    private <T> T onWorker(String place, Duration patience, Callable<T> work) {
        Future<T> result = worker.submit(work);
        try {
            return result.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw problem(place, e.getCause());
        } catch (TimeoutException e) {
            result.cancel(true);
            throw new DecisionProblem(
                    place,
                    "not decided within %s; ask for less or allow more time"
                            .formatted(patience.toMillis() / 1000.0 + " s"),
                    e);
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new DecisionProblem(place, "interrupted while deciding", e);
        }
    }

    private DecisionProblem problem(String place, @Nullable Throwable cause) {
        return switch (cause) {
            case StackOverflowError e ->
                    new DecisionProblem(
                            place, "the policy or its input nests too deep; make it flatter", e);
            case OutOfMemoryError e ->
                    new DecisionProblem(
                            place, "the machine has no memory for it; allow it fewer pages", e);
            case RuntimeException e ->
                    new DecisionProblem(
                            place,
                            "the module of %s fails (%s); mend the policy, or ask an engine that has"
                                            .formatted(name, e.getMessage())
                                    + " every builtin",
                            e);
            case null, default ->
                    throw new IllegalStateException("asking for " + place + " failed", cause);
        };
    }

    /** Gives up decisions that are under way. */
    @Override
    public void close() {
        worker.shutdownNow();
        worker.close();
    }
}
