package io.hushgate.rules.gitleaks;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a configuration does not want to hear of. With {@code all}, every kind that is there has to
 * agree; otherwise one is enough. Commits are compared whole, stop words as parts of the secret,
 * both without regard to case; expressions are not anchored.
 */
record Allowlist(
        boolean all,
        Set<String> commits,
        List<GoRegex> paths,
        Target target,
        List<GoRegex> regexes,
        Set<String> stopWords) {
    /** What expressions are held against. */
    enum Target {
        SECRET,
        MATCH,
        LINE
    }

    Allowlist {
        commits = Set.copyOf(commits);
        paths = List.copyOf(paths);
        regexes = List.copyOf(regexes);
        stopWords = Set.copyOf(stopWords);
    }

    /** Tells, before anything is matched, whether everything at a place is allowed. */
    boolean allowsAllOf(Fragment fragment) {
        if (!all) {
            return allowsCommit(fragment) || allowsPath(fragment.path());
        }
        boolean decided = regexes.isEmpty() && stopWords.isEmpty();
        return decided
                && (commits.isEmpty() || allowsCommit(fragment))
                && (paths.isEmpty() || allowsPath(fragment.path()));
    }

    /** Tells whether a value is allowed that was found in a fragment. */
    boolean allows(Fragment fragment, String secret, String match, String line) {
        String text =
                switch (target) {
                    case SECRET -> secret;
                    case MATCH -> match;
                    case LINE -> line;
                };
        boolean regexAllowed =
                !text.isEmpty() && regexes.stream().anyMatch(regex -> regex.occursIn(text));
        if (!all) {
            return regexAllowed || holdsStopWord(secret);
        }
        return (commits.isEmpty() || allowsCommit(fragment))
                && (paths.isEmpty() || allowsPath(fragment.path()))
                && (regexes.isEmpty() || regexAllowed)
                && (stopWords.isEmpty() || holdsStopWord(secret));
    }

    boolean allowsPath(String path) {
        return !path.isEmpty() && paths.stream().anyMatch(regex -> regex.occursIn(path));
    }

    private boolean allowsCommit(Fragment fragment) {
        return !commits.isEmpty()
                && fragment.commit()
                        .filter(commit -> commits.contains(commit.id().toLowerCase(Locale.ROOT)))
                        .isPresent();
    }

    private boolean holdsStopWord(String secret) {
        String lower = secret.toLowerCase(Locale.ROOT);
        return !secret.isEmpty() && stopWords.stream().anyMatch(lower::contains);
    }

    /** The words in lower case, each once. */
    static Set<String> lowerCase(List<String> words) {
        Set<String> all = new HashSet<>();
        words.forEach(word -> all.add(word.toLowerCase(Locale.ROOT)));
        return all;
    }
}
