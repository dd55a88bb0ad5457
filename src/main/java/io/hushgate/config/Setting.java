package io.hushgate.config;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What {@code hushgate.yaml} may hold. The reader refuses everything else, and the reference in
 * {@code src/docs/configuration.md} is written from this.
 */
public enum Setting {
    FAIL_ON(
            "fail-on",
            "critical, high, medium, low or info",
            "high",
            "From this severity on the gate shuts."),
    FAIL_ON_CONFIDENCE(
            "fail-on-confidence",
            "high, medium or low",
            "medium",
            "What is less sure is reported and does not shut the gate."),
    FINGERPRINT_KEY_FILE(
            "fingerprint-key-file",
            "path",
            "the repository's key, else the installation's",
            "Holds the key of fingerprints, 64 or more hexadecimal digits."),
    BASELINE(
            "baseline",
            "path",
            "hushgate-baseline.jsonl at the target's root",
            "What somebody accepted, one a line."),
    RULES_FILES("rules.files", "list of paths", "none", "Further rule files."),
    RULES_DISABLE("rules.disable", "list of rule ids", "none", "Shipped rules to leave out."),
    POLICIES_PATHS(
            "policies.paths",
            "list of paths",
            "none",
            "Further Rego and data: directories or files."),
    POLICIES_DISABLE(
            "policies.disable",
            "list of check ids",
            "none",
            "Checks whose violations are not told."),
    EXCLUDE(
            "exclude",
            "list of globs",
            "none",
            "Paths that are not looked at; the report names them so."),
    LIMITS(
            "limits",
            "names and numbers or lists",
            "those of the library",
            "Limits of the shipped checks, by their names in data.hushgate.limits.");

    private final String path;
    private final String form;
    private final String standard;
    private final String meaning;

    Setting(String path, String form, String standard, String meaning) {
        this.path = path;
        this.form = form;
        this.standard = standard;
        this.meaning = meaning;
    }

    /** The name in the file, below the name of its part: {@code rules.files}. */
    public String path() {
        return path;
    }

    /** What it takes. */
    public String form() {
        return form;
    }

    /** What counts without it. */
    public String standard() {
        return standard;
    }

    /** One sentence. */
    public String meaning() {
        return meaning;
    }

    /** The names at the top of the file: settings, and parts that hold some. */
    static Set<String> topNames() {
        Set<String> names = new LinkedHashSet<>();
        Arrays.stream(values()).forEach(setting -> names.add(setting.path.split("\\.", 2)[0]));
        return names;
    }

    /** The names in a part. */
    static Set<String> namesIn(String part) {
        Set<String> names = new LinkedHashSet<>();
        Arrays.stream(values())
                .filter(setting -> setting.path.startsWith(part + "."))
                .forEach(setting -> names.add(setting.path.substring(part.length() + 1)));
        return names;
    }
}
