package io.hushgate.cli.gitleaks;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code git log} that say which commits. No git runs here, so only those that are
 * understood are taken; the others are refused by name.
 */
final class LogOptions {
    private static final List<String> WITHOUT_EFFECT =
            List.of("", "--full-history", "--no-merges", "--diff-filter=tuxdb", "-p", "-U0");

    /** Revisions to start at, and with {@code ^} those to stop at. */
    final List<String> revisions = new ArrayList<>();

    /** Ref name beginnings whose refs are all started at. */
    final List<String> refs = new ArrayList<>();

    final List<String> paths = new ArrayList<>();
    boolean firstParent;
    int maxCount = Integer.MAX_VALUE;
    int skip;
    @Nullable Instant since;
    @Nullable Instant until;

    private LogOptions() {}

    /**
     * Reads options that blanks part.
     *
     * @throws LeakProblem when one is not understood
     */
    static LogOptions parse(String text) {
        LogOptions options = new LogOptions();
        if (text.isEmpty()) {
            options.refs.add("");
            return options;
        }
        boolean onlyPaths = false;
        List<String> words = List.of(text.split(" ", -1));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (onlyPaths) {
                options.paths.add(word);
            } else if (word.equals("--")) {
                onlyPaths = true;
            } else if (word.equals("-n") && i + 1 < words.size()) {
                i++;
                options.maxCount = number(words.get(i), word);
            } else {
                options.add(word);
            }
        }
        if (options.refs.isEmpty() && options.revisions.stream().allMatch(r -> r.startsWith("^"))) {
            options.revisions.add(Constants.HEAD);
        }
        return options;
    }

    private void add(String word) {
        if (WITHOUT_EFFECT.contains(word)) {
            return;
        }
        int equals = word.indexOf('=');
        String value = word.substring(equals + 1);
        switch (equals < 0 ? word : word.substring(0, equals)) {
            case "--all" -> refs.add("");
            case "--branches" -> refs.add(Constants.R_HEADS);
            case "--tags" -> refs.add(Constants.R_TAGS);
            case "--remotes" -> refs.add(Constants.R_REMOTES);
            case "--first-parent" -> firstParent = true;
            case "--max-count" -> maxCount = number(value, word);
            case "--skip" -> skip = number(value, word);
            case "--since", "--after" -> since = time(value, word);
            case "--until", "--before" -> until = time(value, word);
            default -> revision(word);
        }
    }

    private void revision(String word) {
        if (word.matches("-n?\\d+")) {
            maxCount = number(word.replaceFirst("-n?", ""), word);
        } else if (word.startsWith("-")) {
            throw new LeakProblem(
                    "--log-opts %s: no git runs here, and of its options these are understood: revisions and ranges, --all, --branches, --tags, --remotes, --since, --until, --max-count, --skip, --first-parent, --no-merges, -- PATH"
                            .formatted(word));
        } else if (word.contains("...")) {
            throw new LeakProblem(
                    "--log-opts %s: symmetric ranges are not understood; write A..B"
                            .formatted(word));
        } else if (word.contains("..")) {
            int dots = word.indexOf("..");
            String from = word.substring(0, dots);
            String to = word.substring(dots + 2);
            revisions.add("^" + (from.isEmpty() ? Constants.HEAD : from));
            revisions.add(to.isEmpty() ? Constants.HEAD : to);
        } else {
            revisions.add(word);
        }
    }

    private static int number(String text, String option) {
        if (!text.matches("\\d{1,9}")) {
            throw new LeakProblem("--log-opts %s: a number is missing".formatted(option));
        }
        return Integer.parseInt(text);
    }

    private static Instant time(String text, String option) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new LeakProblem(
                    "--log-opts %s: write the date as 2026-01-31 or 2026-01-31T12:00:00Z"
                            .formatted(option));
        }
    }
}
