package io.hushgate.rules.gitleaks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a {@code trivy-secret.yaml}: its own rules and allow rules. What it says of trivy's
 * built-in rules is about nothing here, and is told.
 */
final class TrivyReader {
    private static final List<String> OF_TRIVY =
            List.of(
                    "enable-builtin-rules",
                    "disable-rules",
                    "disable-allow-rules",
                    "exclude-block",
                    "skip-patterns");

    private final String name;
    private final List<String> warnings = new ArrayList<>();

    TrivyReader(String name) {
        this.name = name;
    }

    GitleaksConfig read(Map<?, ?> file) {
        for (String key : OF_TRIVY) {
            if (file.containsKey(key)) {
                warnings.add(
                        "%s: %s is about trivy's own rules and files; it does nothing here"
                                .formatted(name, key));
            }
        }
        List<Allowlist> allowed = allowRules(file);
        List<GitleaksRule> rules =
                ForeignFile.maps(file, "rules").stream().map(this::rule).toList();
        return new GitleaksConfig(name, rules, List.of(), allowed, false, Set.of(), warnings);
    }

    private GitleaksRule rule(Map<?, ?> rule) {
        String id = ForeignFile.text(rule, "id");
        if (rule.containsKey("exclude-block")) {
            warnings.add(
                    "%s: rule %s has an exclude-block, which does nothing here"
                            .formatted(name, id));
        }
        Optional<GoRegex> regex = regex(rule, "regex", id);
        if (id.isBlank() || regex.isEmpty()) {
            throw new GitleaksProblem(
                    name, "a rule needs an id and a regex; '%s' lacks one".formatted(id));
        }
        String group = ForeignFile.text(rule, "secret-group-name");
        List<String> tags = new ArrayList<>(List.of("trivy"));
        String severity = ForeignFile.text(rule, "severity");
        if (!severity.isEmpty()) {
            tags.addFirst("severity:" + severity);
        }
        return new GitleaksRule(
                id,
                ForeignFile.text(rule, "title"),
                regex,
                regex(rule, "path", id),
                group.isEmpty() ? 0 : group(regex.get(), group, id),
                0,
                List.copyOf(Allowlist.lowerCase(ForeignFile.texts(rule, "keywords"))),
                tags,
                false,
                List.of(),
                allowRules(rule));
    }

    private int group(GoRegex regex, String group, String id) {
        return regex.group(group)
                .orElseThrow(() ->
                        new GitleaksProblem(
                                name, "the regex of rule %s has no group %s".formatted(id, group)));
    }

    private List<Allowlist> allowRules(Map<?, ?> holder) {
        List<Allowlist> lists = new ArrayList<>();
        for (Map<?, ?> rule : ForeignFile.maps(holder, "allow-rules")) {
            String id = ForeignFile.text(rule, "id");
            Allowlist list =
                    new Allowlist(
                            false,
                            Set.of(),
                            regex(rule, "path", id).stream().toList(),
                            Allowlist.Target.MATCH,
                            regex(rule, "regex", id).stream().toList(),
                            Set.of());
            Review.allowlist(list, "%s: the allow rule %s".formatted(name, id), warnings);
            lists.add(list);
        }
        return lists;
    }

    private Optional<GoRegex> regex(Map<?, ?> rule, String key, String id) {
        String source = ForeignFile.text(rule, key);
        if (source.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(GoRegex.compile(source));
        } catch (IllegalArgumentException e) {
            throw new GitleaksProblem(
                    name,
                    "%s of %s is no expression of RE2: %s".formatted(key, id, e.getMessage()));
        }
    }
}
