package io.hushgate.estate.usage;

import io.hushgate.estate.fact.AuditFact.AuditBurst;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads Vault's audit log, one JSON object a line, and counts who asked what of which path.
 *
 * <p>Streams: memory grows with the number of different requests, up to {@link #MOST_DIFFERENT},
 * and not with the log. A line that is cut off or no JSON is counted and skipped. No value of a
 * request or response is looked at.
 *
 * <p>Source: developer.hashicorp.com/vault/docs/audit, entry format; {@code policy_results} since
 * 1.13.
 */
public final class AuditLog {
    /**
     * Different requests that are told apart; a log of more is one of paths that are never twice.
     */
    public static final int MOST_DIFFERENT = 200_000;

    /** Vault's own limit of a request is 32 MiB; what is asked here lies at the beginning. */
    static final int LONGEST_LINE = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final String file;
    private final Map<AuditEntry.Key, Tally> tallies = new LinkedHashMap<>();
    private long lines;
    private long broken;
    private long firstBroken;
    private long tooMany;
    private final AuditActivity activity = new AuditActivity();
    private String first = "";
    private String last = "";
    private long plain;
    private long firstPlain;

    private AuditLog(String file) {
        this.file = file;
    }

    /** How often and when something was asked. */
    private static final class Tally {
        private final long firstLine;
        private final String first;
        private long count;
        private String last = "";

        Tally(long firstLine, String first) {
            this.firstLine = firstLine;
            this.first = first;
        }
    }

    /**
     * What was asked.
     *
     * @param firstLine of the log, from 1
     * @param first time of the first one, as written
     * @param last time of the last one, as written
     */
    public record Asked(
            AuditEntry.Key what, long firstLine, long count, String first, String last) {}

    /**
     * Reads a log to its end; does not close it.
     *
     * @param file its name in evidence
     */
    public static AuditLog read(String file, InputStream in) throws IOException {
        AuditLog log = new AuditLog(file);
        byte[] chunk = new byte[BUFFER];
        byte[] line = new byte[BUFFER];
        int length = 0;
        for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
            for (int i = 0; i < got; i++) {
                if (chunk[i] == '\n') {
                    log.line(line, length);
                    length = 0;
                } else if (length < LONGEST_LINE) {
                    if (length == line.length) {
                        line = java.util.Arrays.copyOf(line, 2 * length);
                    }
                    line[length++] = chunk[i];
                }
            }
        }
        if (length > 0) {
            log.line(line, length);
        }
        return log;
    }

    private void line(byte[] bytes, int length) {
        lines++;
        if (new String(bytes, 0, Math.min(length, 64), java.nio.charset.StandardCharsets.UTF_8)
                .isBlank()) {
            return;
        }
        AuditEntry entry = AuditEntry.read(bytes, length);
        if (!entry.isWhole()) {
            broken++;
            firstBroken = firstBroken == 0 ? lines : firstBroken;
        }
        if (entry.isPlain()) {
            plain++;
            firstPlain = firstPlain == 0 ? lines : firstPlain;
        }
        entry.key().ifPresent(key -> activity.note(entry, key, lines));
        if (entry.isRequest()) {
            spans(entry.time());
            entry.key().ifPresent(key -> count(key, entry.time()));
        }
    }

    private void spans(String time) {
        first = first.isEmpty() ? time : first;
        last = time.compareTo(last) > 0 ? time : last;
    }

    private void count(AuditEntry.Key key, String time) {
        Tally tally = tallies.get(key);
        if (tally == null) {
            if (tallies.size() >= MOST_DIFFERENT) {
                tooMany++;
                return;
            }
            tally = new Tally(lines, time);
            tallies.put(key, tally);
        }
        tally.count++;
        tally.last = time.compareTo(tally.last) > 0 ? time : tally.last;
    }

    /** The log's name. */
    public String file() {
        return file;
    }

    /** Time of the first request, as written; empty if there is none. */
    String firstTime() {
        return first;
    }

    /** The latest time of a request, as written. */
    String lastTime() {
        return last;
    }

    /** Entries with a value that Vault did not hash. */
    long plainEntries() {
        return plain;
    }

    /** Line of the first of them, from 1; 0 if there is none. */
    long firstPlain() {
        return firstPlain;
    }

    /** What each subject did within ten minutes, where it did most. */
    List<AuditBurst> bursts() {
        return activity.bursts(file);
    }

    /** Everything that was asked, in the order of the log. */
    public List<Asked> asked() {
        List<Asked> asked = new ArrayList<>();
        tallies.forEach((key, tally) ->
                asked.add(new Asked(key, tally.firstLine, tally.count, tally.first, tally.last)));
        return asked;
    }

    /** What could not be read, one sentence each; none if all could. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (broken > 0) {
            problems.add(
                    "%s:%d: %d line%s cut off or no JSON; export the log again if the rest is not enough"
                            .formatted(file, firstBroken, broken, broken == 1 ? " is" : "s are"));
        }
        if (tooMany > 0) {
            problems.add(
                    "%s: more than %d different requests, %d were not counted; give the log in parts"
                            .formatted(file, MOST_DIFFERENT, tooMany));
        }
        return problems;
    }
}
