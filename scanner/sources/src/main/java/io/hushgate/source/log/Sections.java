package io.hushgate.source.log;

import java.nio.charset.StandardCharsets;

/** Reads the lines by which a log says that a step or section begins or ends. */
final class Sections {
    private static final int MOST = 300;

    private final LogFormat format;
    private final Steps steps;

    Sections(LogFormat format, Steps steps) {
        this.format = format;
        this.steps = steps;
    }

    /** A line of the text, without its end. */
    void line(byte[] bytes, int from, int to, long offset) {
        if (from == to) {
            return;
        }
        switch (bytes[from]) {
            case '#' -> marked(bytes, from, to, offset);
            case 'P' -> post(bytes, from, to, offset);
            case 's' -> gitlab(bytes, from, to, offset);
            case '[' -> jenkins(bytes, from, to, offset);
            case '=' -> named(bytes, from, to, offset, LogFormat.CIRCLECI, "====>> ");
            case '-' -> named(bytes, from, to, offset, LogFormat.BUILDKITE, "--- ");
            case '~' -> named(bytes, from, to, offset, LogFormat.BUILDKITE, "~~~ ");
            case '+' -> named(bytes, from, to, offset, LogFormat.BUILDKITE, "+++ ");
            case 't' -> travis(bytes, from, to, offset);
            default -> {}
        }
    }

    private void marked(byte[] bytes, int from, int to, long offset) {
        if (format == LogFormat.GITHUB && Bytes.startsWith(bytes, from, to, "##[group]Run ")) {
            steps.run(offset, text(bytes, from + 9, to));
        } else if (format == LogFormat.GITHUB
                && Bytes.startsWith(bytes, from, to, "##[section]Starting: ")) {
            steps.step(offset, StepName.of(bytes, from + 21, to));
        } else if (format == LogFormat.TEAMCITY) {
            teamcity(bytes, from, to, offset);
        }
    }

    private void post(byte[] bytes, int from, int to, long offset) {
        if (format == LogFormat.GITHUB
                && Bytes.startsWith(bytes, from, to, "Post job cleanup.")
                && to - from < 20) {
            steps.step(offset, "Post job cleanup");
        }
    }

    /** {@code section_start:TIME:NAME[options]}, one or more of them on a line. */
    private void gitlab(byte[] bytes, int from, int to, long offset) {
        if (format != LogFormat.GITLAB) {
            return;
        }
        boolean starts = Bytes.startsWith(bytes, from, to, "section_start:");
        if (starts) {
            int name = Bytes.indexOf(bytes, from + 14, Math.min(to, from + 40), ':') + 1;
            int end = name;
            while (name > 0 && end < to && isNameByte(bytes[end])) {
                end++;
            }
            steps.enter(offset, name > 0 ? StepName.of(bytes, name, end) : "");
        } else if (Bytes.startsWith(bytes, from, to, "section_end:")) {
            steps.leave(offset);
        }
    }

    private static boolean isNameByte(int b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || Bytes.isDigit(b)
                || b == '_'
                || b == '.'
                || b == '-';
    }

    /** {@code [Pipeline] { (Stage)} and {@code [Pipeline] }}. */
    private void jenkins(byte[] bytes, int from, int to, long offset) {
        if (format != LogFormat.JENKINS || !Bytes.startsWith(bytes, from, to, "[Pipeline] ")) {
            return;
        }
        int at = from + 11;
        if (Bytes.startsWith(bytes, at, to, "{ (")) {
            int end = Bytes.indexOf(bytes, at + 3, Math.min(to, at + MOST), ')');
            steps.enter(offset, StepName.of(bytes, at + 3, end < 0 ? at + 3 : end));
        } else if (Bytes.startsWith(bytes, at, to, "{")) {
            steps.enter(offset, steps.at(offset).step());
        } else if (Bytes.startsWith(bytes, at, to, "}")) {
            steps.leave(offset);
        }
    }

    private void named(byte[] bytes, int from, int to, long offset, LogFormat writer, String mark) {
        if (format == writer && Bytes.startsWith(bytes, from, to, mark)) {
            steps.step(offset, StepName.of(bytes, from + mark.length(), to));
        }
    }

    private void travis(byte[] bytes, int from, int to, long offset) {
        if (format != LogFormat.TRAVIS) {
            return;
        }
        if (Bytes.startsWith(bytes, from, to, "travis_fold:start:")) {
            steps.enter(offset, StepName.of(bytes, from + 18, to));
        } else if (Bytes.startsWith(bytes, from, to, "travis_fold:end:")) {
            steps.leave(offset);
        }
    }

    /** {@code ##teamcity[blockOpened name='x']}. */
    private void teamcity(byte[] bytes, int from, int to, long offset) {
        if (Bytes.startsWith(bytes, from, to, "##teamcity[blockOpened name='")) {
            int end = Bytes.indexOf(bytes, from + 29, Math.min(to, from + MOST), '\'');
            steps.enter(offset, StepName.of(bytes, from + 29, end < 0 ? from + 29 : end));
        } else if (Bytes.startsWith(bytes, from, to, "##teamcity[blockClosed ")) {
            steps.leave(offset);
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, Math.min(to, from + MOST) - from, StandardCharsets.UTF_8);
    }
}
