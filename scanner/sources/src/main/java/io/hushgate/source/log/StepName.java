package io.hushgate.source.log;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes names of jobs and steps fit for reports. A log's own text is hostile, and names such as
 * {@code Run curl -u ...} quote commands: of these only the number is told, and whatever in a name
 * could be a credential is left out.
 */
final class StepName {
    private static final int MOST = 100;
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\p{Cf}]+");

    /** An action at a version, which is no secret: {@code actions/checkout@v4}. */
    private static final Pattern ACTION =
            Pattern.compile("Run (\\.?[\\w.-]{1,40}(?:/[\\w.-]{1,60}){1,4}@[\\w./-]{1,40})");

    /** Long words with digits, and what stands behind a name, a user or a scheme. */
    private static final Pattern DOUBTFUL =
            Pattern.compile("[=@].*|://.*|(?=\\S*\\d)\\S{24,}|\\S{40,}");

    private StepName() {}

    /** The name in a range of bytes. */
    static String of(byte[] bytes, int from, int to) {
        return of(
                new String(
                        bytes, from, Math.min(to, from + 4 * MOST) - from, StandardCharsets.UTF_8));
    }

    /** The name in a text. */
    static String of(String text) {
        String visible = CONTROLS.matcher(text).replaceAll(" ").strip();
        String safe = DOUBTFUL.matcher(visible).replaceAll("\u2026");
        if (safe.length() <= MOST) {
            return safe;
        }
        int end = Character.isHighSurrogate(safe.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return safe.substring(0, end) + "\u2026";
    }

    /**
     * The name of a step that GitHub named after what it runs.
     *
     * @param number of the step in its job, from 1
     */
    static String ofRun(String text, int number) {
        Matcher action = ACTION.matcher(text.strip());
        return action.matches() ? number + " Run " + action.group(1) : number + " Run";
    }
}
