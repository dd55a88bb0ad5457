package io.hushgate.source.log;

import java.util.Optional;

/** Tells by its first lines who wrote a log. Says nothing where it is not sure. */
final class Recogniser {
    /** How many bytes have to be there to tell. */
    static final int SNIFFED = 16 * 1024;

    private static final int MOST_LINES = 60;

    private Recogniser() {}

    /** Recognises by the bytes {@code [from, to)}, of which the first {@link #SNIFFED} count. */
    static Optional<LogFormat> recognise(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + SNIFFED);
        int at = LineHead.pastMark(bytes, from, end);
        for (int i = 0; i < MOST_LINES && at < end; i++) {
            int lineEnd = Bytes.indexOf(bytes, at, end, '\n');
            int line = lineEnd < 0 ? end : lineEnd;
            LogFormat format = line > at ? ofLine(bytes, at, line, i == 0) : null;
            if (format != null) {
                return Optional.of(format);
            }
            at = line + 1;
        }
        return Optional.empty();
    }

    /** Who writes such a line; null for anybody. */
    private static @org.jspecify.annotations.Nullable LogFormat ofLine(
            byte[] bytes, int from, int to, boolean first) {
        int b = bytes[from];
        if (Bytes.isDigit(b)) {
            return timed(bytes, from, to);
        }
        return switch (b) {
            case '{' -> object(bytes, from, to);
            case '[' -> bracket(bytes, from, to);
            case '#' -> marked(bytes, from, to);
            case 0x1b -> escape(bytes, from, to);
            case 's' -> starts(bytes, from, to, "section_start:") ? LogFormat.GITLAB : null;
            case 't' -> travis(bytes, from, to);
            case 'S' -> started(bytes, from, to);
            case 'R' ->
                    starts(bytes, from, to, "Running with gitlab-runner ")
                            ? LogFormat.GITLAB
                            : null;
            case '=' -> starts(bytes, from, to, "====>> ") ? LogFormat.CIRCLECI : null;
            case '_' ->
                    first && starts(bytes, from, to, "__CURSOR=") ? LogFormat.JOURNAL_EXPORT : null;
            case '~' -> starts(bytes, from, to, "~~~ ") ? LogFormat.BUILDKITE : null;
            default -> columns(bytes, from, to);
        };
    }

    private static @org.jspecify.annotations.Nullable LogFormat timed(
            byte[] bytes, int from, int to) {
        int time = LineHead.time(bytes, from, to);
        if (time == from) {
            return columns(bytes, from, to);
        }
        if (LogFormat.cri(bytes, time, to) >= 0) {
            return LogFormat.CRI;
        }
        boolean sevenDigits = time - from == 28 && bytes[from + 19] == '.';
        if (sevenDigits && (time == to || bytes[time] == ' ')) {
            return LogFormat.GITHUB;
        }
        boolean stream =
                to - time >= 5
                        && bytes[time] == ' '
                        && Bytes.isDigit(bytes[time + 1])
                        && Bytes.isDigit(bytes[time + 2])
                        && (bytes[time + 3] == 'O' || bytes[time + 3] == 'E')
                        && (bytes[time + 4] == ' ' || bytes[time + 4] == '+');
        return stream ? LogFormat.GITLAB : null;
    }

    private static @org.jspecify.annotations.Nullable LogFormat object(
            byte[] bytes, int from, int to) {
        if (starts(bytes, from, to, "{\"log\":")) {
            return LogFormat.DOCKER;
        }
        if (has(bytes, from, to, "\"__REALTIME_TIMESTAMP\"")
                || has(bytes, from, to, "\"__CURSOR\"")) {
            return LogFormat.JOURNAL_JSON;
        }
        boolean harness =
                has(bytes, from, to, "\"pos\":")
                        && has(bytes, from, to, "\"out\":")
                        && has(bytes, from, to, "\"time\":");
        return harness ? LogFormat.HARNESS : null;
    }

    private static @org.jspecify.annotations.Nullable LogFormat bracket(
            byte[] bytes, int from, int to) {
        if (starts(bytes, from, to, "[Pipeline] ")) {
            return LogFormat.JENKINS;
        }
        if (starts(bytes, from, to, "[Container] 2")) {
            return LogFormat.CODEBUILD;
        }
        if (starts(bytes, from, to, "[{\"message\":")) {
            return LogFormat.CIRCLECI_JSON;
        }
        if (starts(bytes, from, to, "[{\"pos\":") && has(bytes, from, to, "\"out\":")) {
            return LogFormat.HARNESS;
        }
        LineHead head = new LineHead();
        head.begin(from);
        LogFormat.TEAMCITY.head(bytes, from, to, head);
        if (head.content > from) {
            return LogFormat.TEAMCITY;
        }
        LogFormat.TEKTON.head(bytes, from, to, head);
        if (head.content > from) {
            return LogFormat.TEKTON;
        }
        LogFormat.JENKINS.head(bytes, from, to, head);
        return head.content > from ? LogFormat.JENKINS : null;
    }

    private static @org.jspecify.annotations.Nullable LogFormat marked(
            byte[] bytes, int from, int to) {
        if (starts(bytes, from, to, "##teamcity[")) {
            return LogFormat.TEAMCITY;
        }
        boolean runner =
                starts(bytes, from, to, "##[section]")
                        || starts(bytes, from, to, "##[group]")
                        || starts(bytes, from, to, "##[command]")
                        || starts(bytes, from, to, "##vso[");
        return runner ? LogFormat.GITHUB : null;
    }

    private static @org.jspecify.annotations.Nullable LogFormat escape(
            byte[] bytes, int from, int to) {
        if (starts(bytes, from, to, "\u001b_bk;t=")) {
            return LogFormat.BUILDKITE;
        }
        int near = Math.min(to, from + 64);
        if (has(bytes, from, near, "Running with gitlab-runner ")
                || has(bytes, from, near, "section_start:")) {
            return LogFormat.GITLAB;
        }
        return starts(bytes, from, to, "\u001b[8mha:") ? LogFormat.JENKINS : null;
    }

    private static @org.jspecify.annotations.Nullable LogFormat travis(
            byte[] bytes, int from, int to) {
        boolean travis =
                starts(bytes, from, to, "travis_fold:start:")
                        || starts(bytes, from, to, "travis_time:start:");
        return travis ? LogFormat.TRAVIS : null;
    }

    private static @org.jspecify.annotations.Nullable LogFormat started(
            byte[] bytes, int from, int to) {
        boolean jenkins =
                starts(bytes, from, to, "Started by user ")
                        || starts(bytes, from, to, "Started by upstream project ")
                        || starts(bytes, from, to, "Started by timer")
                        || starts(bytes, from, to, "Started by an SCM change")
                        || starts(bytes, from, to, "Started by \u001b[8mha:");
        if (jenkins) {
            return LogFormat.JENKINS;
        }
        boolean step =
                starts(bytes, from, to, "Starting Step #") || starts(bytes, from, to, "Step #");
        return step ? LogFormat.CLOUD_BUILD : null;
    }

    /** Job, step and a time of the runner's precision between tabs. */
    private static @org.jspecify.annotations.Nullable LogFormat columns(
            byte[] bytes, int from, int to) {
        LineHead head = new LineHead();
        head.begin(from);
        LogFormat.GITHUB_CLI.head(bytes, from, to, head);
        return head.content > head.stepTo + 20 ? LogFormat.GITHUB_CLI : null;
    }

    private static boolean starts(byte[] bytes, int from, int to, String text) {
        return Bytes.startsWith(bytes, from, to, text);
    }

    private static boolean has(byte[] bytes, int from, int to, String text) {
        int last = Math.min(to - text.length(), from + 4096);
        for (int i = from; i <= last; i++) {
            if (bytes[i] == text.charAt(0) && Bytes.startsWith(bytes, i, to, text)) {
                return true;
            }
        }
        return false;
    }
}
