package io.hushgate.report;

import static io.hushgate.report.VisibleText.visible;

import io.hushgate.core.Severity;
import io.hushgate.core.Suppression;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a person reads in a terminal: findings with their places, why they are believed and how to
 * mend them, violations grouped by check, and the summary last, where the eye ends up.
 */
public final class TextReport implements ReportFormat {
    /** How much is told. */
    public enum Detail {
        /** A line for each finding of low confidence, and the first places of all others. */
        WHAT_COUNTS,
        /** Every finding, whatever its confidence, and its first places. */
        EVERY_FINDING,
        /** Every place, and everything that was not looked at. */
        EVERYTHING;

        static final int MOST_PLACES = 5;

        /** How many of so many places are told. */
        int most(int all) {
            return this == EVERYTHING ? all : Math.min(MOST_PLACES, all);
        }

        /** The same, of which one is enough to know what a check of little weight means. */
        int most(Severity severity, int all) {
            boolean light = severity.compareTo(Severity.MEDIUM) < 0;
            return light && this != EVERYTHING ? Math.min(1, all) : most(all);
        }
    }

    private final Ink ink;
    private final Detail detail;

    private TextReport(Ink ink, Detail detail) {
        this.ink = ink;
        this.detail = detail;
    }

    /**
     * For a terminal or a file.
     *
     * @param coloured whether the reader's terminal shows colours
     */
    public static TextReport of(boolean coloured, Detail detail) {
        return new TextReport(coloured ? Ink.COLOURED : Ink.PLAIN, detail);
    }

    @Override
    public void render(Report report, OutputStream out) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream(); // out tells what is wrong with it
        PrintStream stream = new PrintStream(text, false, StandardCharsets.UTF_8);
        TextPage page = new TextPage(stream, ink);
        new TextFindings(page, detail).render(report.findings());
        new TextViolations(page, detail).render(report.violations());
        new TextSummary(page, detail).render(report);
        stream.flush();
        text.writeTo(out);
    }

    /** Who accepts something, why, and until when. */
    static String acceptance(Suppression given) {
        String end = given.expires().map(day -> ", until " + day).orElse("");
        String ticket = given.ticket().map(text -> " (" + text + ")").orElse("");
        return visible(given.owner() + ": " + given.reason() + ticket) + end;
    }
}
