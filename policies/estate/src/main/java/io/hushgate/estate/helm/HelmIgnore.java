package io.hushgate.estate.helm;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * Which files of a directory do not belong to its chart. Source: helm.sh, "The .helmignore file".
 */
final class HelmIgnore {
    private static final int MAX_RULES = 1_000;

    private final List<Rule> rules;

    private HelmIgnore(List<Rule> rules) {
        this.rules = rules;
    }

    static HelmIgnore of(String text) {
        List<Rule> rules = new ArrayList<>();
        rules.add(rule("templates/.?*"));
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .limit(MAX_RULES)
                .forEach(line -> rules.add(rule(line)));
        return new HelmIgnore(rules);
    }

    private static Rule rule(String line) {
        boolean negated = line.startsWith("!");
        String pattern = negated ? line.substring(1) : line;
        boolean directory = pattern.endsWith("/");
        pattern = directory ? pattern.substring(0, pattern.length() - 1) : pattern;
        boolean anchored = pattern.contains("/");
        pattern = pattern.startsWith("/") ? pattern.substring(1) : pattern;
        return new Rule(Glob.compile(pattern), negated, directory, anchored);
    }

    /** Tells whether a file is left out, by itself or with a directory above it. */
    boolean ignores(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (matches(path.substring(0, slash), true)) {
                return true;
            }
        }
        return matches(path, false);
    }

    private boolean matches(String path, boolean directory) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        for (Rule rule : rules) {
            boolean hit = rule.pattern.matcher(rule.anchored ? path : name).matches();
            if (rule.negated) {
                if (!hit && (!rule.directory || directory)) {
                    return true;
                }
            } else if (hit && (!rule.directory || directory)) {
                return true;
            }
        }
        return false;
    }

    private record Rule(Pattern pattern, boolean negated, boolean directory, boolean anchored) {}
}
