package io.hushgate.rego.builtin;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What built-in functions may know of the query that calls them: its time, its randomness, its
 * environment, what it may do, and where its output goes. One per query, used by one thread.
 */
public final class BuiltinContext {
    /**
     * Counts work. A function that does or produces much announces it before.
     *
     * @see BuiltinContext#step(long)
     */
    @FunctionalInterface
    public interface Budget {
        /** No bound. */
        Budget UNBOUNDED = _ -> {};

        /**
         * Spends {@code steps}, each about one visited or produced element or sixteen characters.
         * Throws whatever ends the query when too much is spent or the query is cancelled.
         */
        void step(long steps);
    }

    /**
     * Takes what {@code print} and {@code trace} say, one line each, without its end, and where the
     * call stands that says it.
     */
    @FunctionalInterface
    public interface Sink {
        Sink NONE = (_, _) -> {};

        void accept(String line, Location place);
    }

    /** What reaches outside of the query and is refused unless it is granted. */
    public enum Permission {
        HTTP_SEND("http.send"),
        LOOKUP_ADDRESSES("net.lookup_ip_addr");

        private final String function;

        Permission(String function) {
            this.function = function;
        }

        public String function() {
            return function;
        }
    }

    /**
     * The outside of a query.
     *
     * @param now the time of the whole query
     * @param seed what randomness starts from; equal seeds give equal results
     * @param environment the variables that {@code opa.runtime()} shows; empty unless they are
     *     allowed by name
     */
    public record Settings(
            Instant now,
            long seed,
            Map<String, String> environment,
            Set<Permission> permissions,
            Budget budget,
            Sink print,
            Sink trace) {
        public Settings {
            environment = Map.copyOf(environment);
            permissions = Set.copyOf(permissions);
        }

        /** Nothing allowed, nothing printed, nothing bounded. */
        public static Settings at(Instant now, long seed) {
            return new Settings(
                    now, seed, Map.of(), Set.of(), Budget.UNBOUNDED, Sink.NONE, Sink.NONE);
        }
    }

    /** An argument list as the key of a remembered result. */
    private record Call(String function, RegoArray arguments) {}

    private final Settings settings;
    private final Map<Call, Value> remembered = new HashMap<>();
    private final Random random;
    private RegoArray metadataChain = RegoArray.EMPTY;
    private Location place = Location.NONE;

    public BuiltinContext(Settings settings) {
        this.settings = settings;
        this.random = new Random(settings.seed());
    }

    public Instant now() {
        return settings.now();
    }

    public RandomGenerator random() {
        return random;
    }

    /** Announces work; see {@link Budget#step(long)}. */
    public void step(long steps) {
        settings.budget().step(steps);
    }

    /** Says where the call stands that is about to {@link #print} or {@link #trace}. */
    public void setPlace(Location newPlace) {
        place = newPlace;
    }

    public void print(String line) {
        settings.print().accept(line, place);
    }

    public void trace(String line) {
        settings.trace().accept(line, place);
    }

    /** Ends the query by a {@link BuiltinError} unless the permission was granted. */
    public void demand(Permission permission) {
        if (!settings.permissions().contains(permission)) {
            throw BuiltinError.halting(
                    "%s is off; allow it by name to let policies use the network"
                            .formatted(permission.function()));
        }
    }

    /** The variables that policies may see. */
    RegoObject environment() {
        RegoObject.Builder object = RegoObject.builder();
        new TreeMap<>(settings.environment())
                .forEach((name, value) -> object.put(name, RegoString.of(value)));
        return object.build();
    }

    /** The annotations around the rule that runs, innermost first; set by the evaluator. */
    public RegoArray metadataChain() {
        return metadataChain;
    }

    public void setMetadataChain(RegoArray chain) {
        metadataChain = chain;
    }

    /** The result of an equal call of this query, or a new one. */
    @Nullable Value once(Builtin builtin, Value[] arguments) {
        Call call = new Call(builtin.name(), RegoArray.of(arguments));
        Value known = remembered.get(call);
        if (known == null) {
            known = builtin.compute(this, arguments);
            if (known != null) {
                remembered.put(call, known);
            }
        }
        return known;
    }
}
