package io.hushgate.rego.builtin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A set of built-in functions, found by name or by operator. Immutable. */
public final class Builtins {
    private static final Builtins STANDARD =
            new Builtins(
                    Stream.of(
                                    Aggregates.ALL,
                                    Arithmetic.ALL,
                                    Bits.ALL,
                                    Cidrs.ALL,
                                    Comparison.ALL,
                                    Encodings.ALL,
                                    Formatting.ALL,
                                    Globs.ALL,
                                    Graphs.ALL,
                                    Hashes.ALL,
                                    JsonFunctions.ALL,
                                    JsonPatch.ALL,
                                    JwtSigning.ALL,
                                    Jwts.ALL,
                                    Membership.ALL,
                                    Network.ALL,
                                    Numbers.ALL,
                                    ObjectFunctions.ALL,
                                    PathTree.ALL,
                                    Queries.ALL,
                                    Refused.ALL,
                                    Regexes.ALL,
                                    Replacing.ALL,
                                    Schemas.ALL,
                                    Sequences.ALL,
                                    Sets.ALL,
                                    Strings.ALL,
                                    TextTemplate.ALL,
                                    Times.ALL,
                                    Trimming.ALL,
                                    Types.ALL,
                                    Units.ALL,
                                    UrlQueries.ALL,
                                    Uuids.ALL,
                                    Versions.ALL,
                                    Walk.ALL,
                                    X509.ALL,
                                    YamlFunctions.ALL)
                            .flatMap(List::stream)
                            .toList());

    private final Map<String, Builtin> byName = new TreeMap<>();

    public Builtins(Collection<Builtin> builtins) {
        for (Builtin builtin : builtins) {
            if (byName.put(builtin.name(), builtin) != null) {
                throw new IllegalArgumentException("two built-in functions " + builtin.name());
            }
        }
    }

    /** Everything that Rego comes with. */
    public static Builtins standard() {
        return STANDARD;
    }

    public @Nullable Builtin find(String name) {
        return byName.get(name);
    }

    /** All functions, by name. */
    public Collection<Builtin> all() {
        return List.copyOf(byName.values());
    }

    /** These functions and one more, which takes the place of one of the same name. */
    public Builtins with(Builtin builtin) {
        Map<String, Builtin> more = new TreeMap<>(byName);
        more.put(builtin.name(), builtin);
        return new Builtins(more.values());
    }
}
