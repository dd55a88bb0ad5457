package io.hushgate.rego.builtin;

import io.hushgate.rego.builtin.collection.Graphs;
import io.hushgate.rego.builtin.collection.Membership;
import io.hushgate.rego.builtin.collection.ObjectFunctions;
import io.hushgate.rego.builtin.collection.Sequences;
import io.hushgate.rego.builtin.collection.Sets;
import io.hushgate.rego.builtin.collection.Walk;
import io.hushgate.rego.builtin.crypto.Hashes;
import io.hushgate.rego.builtin.crypto.X509;
import io.hushgate.rego.builtin.encoding.Encodings;
import io.hushgate.rego.builtin.encoding.UrlQueries;
import io.hushgate.rego.builtin.encoding.Uuids;
import io.hushgate.rego.builtin.format.Formatting;
import io.hushgate.rego.builtin.format.TextTemplate;
import io.hushgate.rego.builtin.json.JsonFunctions;
import io.hushgate.rego.builtin.json.JsonPatch;
import io.hushgate.rego.builtin.json.PathTree;
import io.hushgate.rego.builtin.json.Schemas;
import io.hushgate.rego.builtin.json.YamlFunctions;
import io.hushgate.rego.builtin.module.ParseModule;
import io.hushgate.rego.builtin.net.Cidrs;
import io.hushgate.rego.builtin.net.Network;
import io.hushgate.rego.builtin.number.Aggregates;
import io.hushgate.rego.builtin.number.Arithmetic;
import io.hushgate.rego.builtin.number.Bits;
import io.hushgate.rego.builtin.number.Numbers;
import io.hushgate.rego.builtin.number.Units;
import io.hushgate.rego.builtin.pattern.Globs;
import io.hushgate.rego.builtin.pattern.Regexes;
import io.hushgate.rego.builtin.text.Replacing;
import io.hushgate.rego.builtin.text.Strings;
import io.hushgate.rego.builtin.text.Trimming;
import io.hushgate.rego.builtin.text.Versions;
import io.hushgate.rego.builtin.time.Times;
import io.hushgate.rego.builtin.token.JwtSigning;
import io.hushgate.rego.builtin.token.Jwts;
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
                                    ParseModule.ALL,
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
