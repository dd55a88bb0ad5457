package io.hushgate.rules.gitleaks;

import io.hushgate.rules.gitleaks.GitleaksRule.Required;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads TruffleHog's custom detectors. Of a detector with several expressions each has to match in
 * the same text, and the primary one, or else the first, is told. Its web hooks are not called.
 */
final class TruffleHogReader {
    /** What a validation forbids: values without such a character. */
    private static final Map<String, String> VALIDATIONS =
            Map.of(
                    "contains_digit", "^[^0-9]*$",
                    "contains_lowercase", "^[^a-z]*$",
                    "contains_uppercase", "^[^A-Z]*$",
                    "contains_special_char", "^[A-Za-z0-9]*$");

    private final String name;
    private final List<String> warnings = new ArrayList<>();
    private final List<GitleaksRule> rules = new ArrayList<>();

    TruffleHogReader(String name) {
        this.name = name;
    }

    GitleaksConfig read(Map<?, ?> file) {
        ForeignFile.maps(file, "detectors").forEach(this::add);
        if (rules.isEmpty()) {
            throw new GitleaksProblem(name, "it has no detector, so nothing would be found");
        }
        return new GitleaksConfig(name, rules, List.of(), List.of(), false, Set.of(), warnings);
    }

    private void add(Map<?, ?> detector) {
        String id = ForeignFile.text(detector, "name");
        Map<String, String> expressions = new LinkedHashMap<>();
        if (detector.get("regex") instanceof Map<?, ?> map) {
            map.forEach(
                    (key, source) -> expressions.put(String.valueOf(key), String.valueOf(source)));
        }
        if (id.isBlank() || expressions.isEmpty()) {
            throw new GitleaksProblem(
                    name, "a detector needs a name and a regex; '%s' lacks one".formatted(id));
        }
        List<String> keywords =
                List.copyOf(Allowlist.lowerCase(ForeignFile.texts(detector, "keywords")));
        if (keywords.isEmpty()) {
            throw new GitleaksProblem(name, "detector %s has no keywords; add one".formatted(id));
        }
        if (!ForeignFile.maps(detector, "verify").isEmpty()) {
            warnings.add("%s: detector %s has verify, which calls nobody here".formatted(name, id));
        }
        String asked = ForeignFile.text(detector, "primary_regex_name");
        String primary =
                expressions.containsKey(asked) ? asked : expressions.keySet().iterator().next();
        List<Required> required = new ArrayList<>();
        expressions.forEach((key, source) -> {
            if (!key.equals(primary)) {
                String helper = id + "/" + key;
                required.add(new Required(helper, OptionalInt.empty(), OptionalInt.empty()));
                rules.add(rule(helper, detector, source, keywords, List.of(), List.of(), true));
            }
        });
        rules.add(
                rule(
                        id,
                        detector,
                        expressions.get(primary),
                        keywords,
                        required,
                        allowlists(detector, id),
                        false));
    }

    private GitleaksRule rule(
            String id,
            Map<?, ?> detector,
            @org.jspecify.annotations.Nullable String source,
            List<String> keywords,
            List<Required> required,
            List<Allowlist> allowlists,
            boolean helper) {
        return new GitleaksRule(
                id,
                ForeignFile.text(detector, "description"),
                Optional.of(regex(String.valueOf(source), id)),
                Optional.empty(),
                0,
                entropy(detector, id),
                keywords,
                List.of("trufflehog"),
                helper,
                required,
                allowlists);
    }

    private double entropy(Map<?, ?> detector, String id) {
        return switch (detector.get("entropy")) {
            case null -> 0;
            case Number number -> number.doubleValue();
            case Object other ->
                    throw new GitleaksProblem(
                            name, "entropy of detector %s is no number: %s".formatted(id, other));
        };
    }

    private List<Allowlist> allowlists(Map<?, ?> detector, String id) {
        List<Allowlist> lists = new ArrayList<>();
        List<GoRegex> captures = new ArrayList<>(regexes(detector, "exclude_regexes_capture", id));
        if (detector.get("validations") instanceof Map<?, ?> validations) {
            VALIDATIONS.forEach((key, forbidden) -> {
                if (Boolean.TRUE.equals(validations.get(key))) {
                    captures.add(regex(forbidden, id));
                }
            });
        }
        List<String> words = ForeignFile.texts(detector, "exclude_words");
        if (captures.size() + words.size() > 0) {
            lists.add(
                    new Allowlist(
                            false,
                            Set.of(),
                            List.of(),
                            Allowlist.Target.SECRET,
                            captures,
                            Allowlist.lowerCase(words)));
        }
        List<GoRegex> matches = regexes(detector, "exclude_regexes_match", id);
        if (!matches.isEmpty()) {
            lists.add(
                    new Allowlist(
                            false, Set.of(), List.of(), Allowlist.Target.MATCH, matches, Set.of()));
        }
        return lists;
    }

    private List<GoRegex> regexes(Map<?, ?> detector, String key, String id) {
        return ForeignFile.texts(detector, key).stream().map(source -> regex(source, id)).toList();
    }

    private GoRegex regex(String source, String id) {
        try {
            return GoRegex.compile(source);
        } catch (IllegalArgumentException e) {
            throw new GitleaksProblem(
                    name,
                    "a regex of detector %s is no expression of RE2: %s"
                            .formatted(id, e.getMessage()));
        }
    }
}
