package io.hushgate.rego.builtin;

import io.hushgate.rego.builtin.Builtin.Trait;
import io.hushgate.rego.type.TypeJson;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What policies may use, in the format of OPA's capabilities files.
 *
 * @param builtins the functions; those read from a file that this engine does not have refuse to be
 *     called
 * @param futureKeywords names after {@code future.keywords.}
 * @param features names of language features
 */
public record Capabilities(Builtins builtins, List<String> futureKeywords, List<String> features) {
    private static final List<String> FUTURE_KEYWORDS =
            List.of("and", "contains", "every", "if", "in", "not", "or");

    private static final List<String> FEATURES =
            List.of(
                    "keywords_in_refs",
                    "rego_v1",
                    "rule_head_ref_string_prefixes",
                    "rule_head_refs",
                    "template_strings");

    public Capabilities {
        futureKeywords = List.copyOf(futureKeywords);
        features = List.copyOf(features);
    }

    /** Everything that this engine has. */
    public static Capabilities all() {
        return new Capabilities(Builtins.standard(), FUTURE_KEYWORDS, FEATURES);
    }

    public RegoObject write() {
        RegoArray.Builder functions = RegoArray.builder();
        for (Builtin builtin : builtins.all()) {
            functions.add(write(builtin));
        }
        return RegoObject.builder()
                .put("builtins", functions.build())
                .put("features", strings(features))
                .put("future_keywords", strings(futureKeywords))
                .build();
    }

    private static RegoObject write(Builtin builtin) {
        RegoObject.Builder json =
                RegoObject.builder()
                        .put("name", RegoString.of(builtin.name()))
                        .put("decl", TypeJson.write(builtin.declaration()));
        String infix = builtin.infix();
        if (infix != null) {
            json.put("infix", RegoString.of(infix));
        }
        for (Trait trait : builtin.traits()) {
            json.put(key(trait), RegoBoolean.TRUE);
        }
        return json.build();
    }

    private static String key(Trait trait) {
        return switch (trait) {
            case NONDETERMINISTIC -> "nondeterministic";
            case RELATION -> "relation";
            case DEPRECATED -> "deprecated";
        };
    }

    private static RegoArray strings(Collection<String> texts) {
        return RegoArray.of(texts.stream().map(RegoString::of).toList());
    }

    /**
     * Reads a capabilities file.
     *
     * @throws IllegalArgumentException if it is none; the message says what is wrong
     */
    public static Capabilities read(Value json) {
        if (!(json instanceof RegoObject object)) {
            throw new IllegalArgumentException("capabilities must be a JSON object");
        }
        List<Builtin> functions = new ArrayList<>();
        if (object.get("builtins") instanceof RegoArray array) {
            for (Value element : array) {
                functions.add(readBuiltin(element));
            }
        }
        return new Capabilities(
                new Builtins(functions),
                readStrings(object, "future_keywords"),
                readStrings(object, "features"));
    }

    private static Builtin readBuiltin(Value json) {
        if (!(json instanceof RegoObject object && object.get("name") instanceof RegoString text)) {
            throw new IllegalArgumentException("a built-in function must have a \"name\"");
        }
        String name = text.value();
        Builtin known = Builtins.standard().find(name);
        if (known != null) {
            return known;
        }
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        for (Trait trait : Trait.values()) {
            if (RegoBoolean.TRUE.equals(object.get(key(trait)))) {
                traits.add(trait);
            }
        }
        try {
            return new Builtin(
                    name,
                    TypeJson.readFunction(object.get("decl")),
                    traits,
                    object.get("infix") instanceof RegoString infix ? infix.value() : null,
                    Refused.body("this engine does not have it"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static List<String> readStrings(RegoObject object, String key) {
        List<String> strings = new ArrayList<>();
        if (object.get(key) instanceof RegoArray array) {
            for (Value element : array) {
                if (element instanceof RegoString text) {
                    strings.add(text.value());
                }
            }
        }
        return strings;
    }
}
