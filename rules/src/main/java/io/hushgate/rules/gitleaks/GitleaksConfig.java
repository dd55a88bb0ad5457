package io.hushgate.rules.gitleaks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A {@code .gitleaks.toml}, read with everything that it extends. Where it extends the default
 * rules, Hushgate's own stand for those of gitleaks.
 */
public final class GitleaksConfig {
    /** Looked for at the root of a directory. */
    public static final String FILE_NAME = ".gitleaks.toml";

    /** No configuration: the shipped rules alone. */
    public static final GitleaksConfig NONE =
            new GitleaksConfig("", List.of(), List.of(), List.of(), true, Set.of(), List.of());

    private final String name;
    private final List<GitleaksRule> rules;
    private final List<GitleaksRule> refinements;
    private final List<Allowlist> allowlists;
    private final boolean withShipped;
    private final Set<String> disabled;
    private final List<String> warnings;

    GitleaksConfig(
            String name,
            List<GitleaksRule> rules,
            List<GitleaksRule> refinements,
            List<Allowlist> allowlists,
            boolean withShipped,
            Set<String> disabled,
            List<String> warnings) {
        this.name = name;
        this.rules = List.copyOf(rules);
        this.refinements = List.copyOf(refinements);
        this.allowlists = List.copyOf(allowlists);
        this.withShipped = withShipped;
        this.disabled = Set.copyOf(disabled);
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Reads a file and what it extends.
     *
     * @throws GitleaksProblem when gitleaks would refuse it, or when it has no rule at all
     */
    public static GitleaksConfig read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new GitleaksProblem(file.toString(), "it cannot be read; check the path");
        }
    }

    /**
     * Reads a text.
     *
     * @param name of the text in messages; paths in it are relative to the working directory
     */
    public static GitleaksConfig parse(String name, String text) {
        return new ConfigReader(name).read(text);
    }

    /** The file as the user named it; empty without one. */
    public String name() {
        return name;
    }

    /** Whether the shipped rules look as well. */
    public boolean withShipped() {
        return withShipped;
    }

    /** The ids of its own rules, in the order of the file. */
    public List<String> ruleIds() {
        return rules.stream().map(GitleaksRule::id).toList();
    }

    /** The ids of its own rules with their descriptions, in the order of the file. */
    public Map<String, String> described() {
        Map<String, String> all = new LinkedHashMap<>();
        rules.forEach(rule -> all.put(rule.id(), rule.description()));
        return all;
    }

    /** What it probably does not mean, one sentence each with its place. */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Only some of its rules.
     *
     * @param ids of its own rules and of shipped ones
     */
    public GitleaksConfig only(Set<String> ids) {
        return new GitleaksConfig(
                name,
                rules.stream().filter(rule -> ids.contains(rule.id())).toList(),
                refinements,
                allowlists,
                withShipped,
                disabled,
                warnings);
    }

    /** Tells whether the allowlists leave out a path whatever it holds. */
    public boolean skips(String path) {
        return allowlists.stream().anyMatch(allowlist -> allowlist.allowsPath(path));
    }

    List<GitleaksRule> rules() {
        return rules;
    }

    /** Rules that look for nothing themselves and change a shipped one. */
    List<GitleaksRule> refinements() {
        return refinements;
    }

    List<Allowlist> allowlists() {
        return allowlists;
    }

    /** Shipped rules that do not look: switched off, or replaced by one with their id. */
    Set<String> withoutShipped() {
        Set<String> ids = new LinkedHashSet<>(disabled);
        rules.forEach(rule -> ids.add(rule.id()));
        return ids;
    }
}
