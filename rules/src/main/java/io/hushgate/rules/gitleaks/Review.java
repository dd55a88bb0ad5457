package io.hushgate.rules.gitleaks;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names what a configuration says and hardly means. */
final class Review {
    private static final Pattern FULL_ID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    /** Shorter stop words occur in random values by chance. */
    private static final int SHORTEST_WORD = 3;

    /** Paths of very different kinds; an expression that takes all of them takes every path. */
    private static final List<String> PATHS =
            List.of("a", "src/main/App.java", "deploy/prod/values.yaml", ".env", "docs/read me.md");

    /** Values of very different kinds, none of them a real one. */
    private static final List<String> VALUES =
            List.of("x", "0123456789abcdef", "Zm9vYmFy/+=", "a-b_c.d", "correct horse!");

    private Review() {}

    static void allowlist(Allowlist list, String where, List<String> warnings) {
        boolean alone = !list.all() || kinds(list) == 1;
        for (GoRegex path : list.paths()) {
            if (alone && PATHS.stream().allMatch(path::occursIn)) {
                warnings.add(
                        where + " allows every path by `" + path + "`; nothing would be found");
            }
        }
        for (GoRegex regex : list.regexes()) {
            if (alone && VALUES.stream().allMatch(regex::occursIn)) {
                warnings.add(where + " allows every value by `" + regex + "`");
            }
        }
        list.stopWords().stream()
                .filter(word -> word.length() < SHORTEST_WORD)
                .sorted()
                .forEach(word ->
                        warnings.add(
                                "%s has the stop word \"%s\", which random values hold by chance"
                                        .formatted(where, word)));
        list.commits().stream()
                .filter(commit -> !FULL_ID.matcher(commit).matches())
                .sorted()
                .forEach(commit ->
                        warnings.add(
                                "%s has the commit %s, which is no full id and matches none"
                                        .formatted(where, commit)));
        if (!list.all() && !list.paths().isEmpty() && list.regexes().size() + words(list) > 0) {
            warnings.add(
                    where
                            + " joins paths and values by OR: every value at such a path is allowed; condition = \"AND\" asks for both");
        }
    }

    static void rule(GitleaksRule rule, List<String> warnings) {
        if (rule.regex().isPresent() && rule.keywords().isEmpty() && rule.path().isEmpty()) {
            Set<String> literals = rule.regex().get().literals();
            if (literals.isEmpty()) {
                warnings.add(
                        "rule %s has no keywords and its regex no fixed text, so all of every file is searched; add keywords"
                                .formatted(rule.id()));
            }
        }
        if (rule.regex().map(regex -> regex.occursIn("")).orElse(false)) {
            warnings.add("rule %s matches the empty text, and so everywhere".formatted(rule.id()));
        }
    }

    private static int words(Allowlist list) {
        return list.stopWords().size();
    }

    private static int kinds(Allowlist list) {
        int kinds = 0;
        for (boolean present :
                new boolean[] {
                    !list.commits().isEmpty(),
                    !list.paths().isEmpty(),
                    !list.regexes().isEmpty(),
                    !list.stopWords().isEmpty()
                }) {
            kinds += present ? 1 : 0;
        }
        return kinds;
    }
}
