package io.hushgate.source.log;

import java.util.Locale;

/**
 * Who wrote a log, and so what stands before, after and around what the tools printed. The forms
 * are those that the makers' own programs write; sources are named where they are documented.
 */
public enum LogFormat {
    /** A time of seven fractional digits before every line. Azure Pipelines writes the same. */
    GITHUB {
        @Override
        void head(byte[] bytes, int from, int to, LineHead head) {
            head.isAscii = LineHead.isUsualTime(bytes, from, to);
            head.content = head.isAscii ? from + LineHead.USUAL : pastTime(bytes, from, to);
        }
    },
    /** {@code gh run view --log}: job, step, and the line as above, between tabs. */
    GITHUB_CLI {
        @Override
        void head(byte[] bytes, int from, int to, LineHead head) {
            int first = Bytes.indexOf(bytes, from, Math.min(to, from + MOST_NAMES), '\t');
            int second =
                    first < 0
                            ? -1
                            : Bytes.indexOf(
                                    bytes, first + 1, Math.min(to, first + MOST_NAMES), '\t');
            if (second < 0) {
                return;
            }
            head.jobFrom = from;
            head.jobTo = first;
            head.stepFrom = first + 1;
            head.stepTo = second;
            head.content = pastTime(bytes, second + 1, to);
        }
    },
    /** Since 17 with a time, the stream, and {@code +} where a line goes on. */
    GITLAB {
        @Override
        void head(byte[] bytes, int from, int to, LineHead head) {
            int time = LineHead.time(bytes, from, to);
            boolean stream =
                    time > from
                            && to - time >= 5
                            && bytes[time] == ' '
                            && (bytes[time + 3] == 'O' || bytes[time + 3] == 'E');
            if (stream && (bytes[time + 4] == ' ' || bytes[time + 4] == '+')) {
                head.joins = bytes[time + 4] == '+';
                head.content = time + 5;
            }
        }
    },
    /** With the plug-in Timestamper a time in brackets or a clock. */
    JENKINS {
        @Override
        void head(byte[] bytes, int from, int to, LineHead head) {
            if (from < to && bytes[from] == '[') {
                int time = LineHead.time(bytes, from + 1, to);
                if (time > from + 1 && Bytes.startsWith(bytes, time, to, "] ")) {
                    head.content = time + 2;
                }
                return;
            }
            int clock = LineHead.clock(bytes, from, to);
            if (clock > from && Bytes.startsWith(bytes, clock, to, "  ")) {
                head.content = clock + 2;
            }
        }
    },
    /** Steps begin with {@code ====>>}; no prefixes. */
    CIRCLECI,
    /** The pieces of a step's output as an array of JSON, from the service's interface. */
    CIRCLECI_JSON,
    /** {@code [task : step] }, as the command line of Tekton shows pods. */
    TEKTON {
        @Override
        void head(byte[] bytes, int from, int to, LineHead head) {
            if (from == to || bytes[from] != '[') {
                return;
            }
            int most = Math.min(to, from + MOST_NAMES);
            int end = Bytes.indexOf(bytes, from, most, ']');
            int colon = end < 0 ? -1 : Bytes.indexOf(bytes, from, end, ':');
            boolean names =
                    colon > from + 2
                            && bytes[colon - 1] == ' '
                            && bytes[colon + 1] == ' '
                            && Bytes.startsWith(bytes, end, to, "] ");
            if (names) {
                head.jobFrom = from + 1;
                head.jobTo = colon - 1;
                head.stepFrom = colon + 2;
                head.stepTo = end;
                head.content = end + 2;
            }
        }
    },
    /** Objects of JSON, a line each, with the text under {@code out}; Drone writes them too. */
    HARNESS,
    /** {@code [10:20:30]W: }, and messages to the server. */
    TEAMCITY {
        @Override
        void head(byte[] bytes, int from, int to, LineHead head) {
            if (from == to || bytes[from] != '[') {
                return;
            }
            int clock = LineHead.clock(bytes, from + 1, to);
            int colon =
                    clock > from + 1
                            ? Bytes.indexOf(bytes, clock, Math.min(to, clock + 5), ':')
                            : -1;
            if (colon > 0 && bytes[clock] == ']') {
                int at = colon + 1;
                while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
                    at++;
                }
                head.content = at;
            }
        }
    },
    /** Times in escape sequences; groups begin with {@code ---}, {@code +++} or {@code ~~~}. */
    BUILDKITE,
    /** Folds: {@code travis_fold:start:name}. */
    TRAVIS,
    /** Commands after a plus, as shells trace them; no prefixes. */
    DRONE,
    /** {@code [Container] 2026/01/31 10:20:30 }, of AWS CodeBuild. */
    CODEBUILD {
        @Override
        void head(byte[] bytes, int from, int to, LineHead head) {
            String mark = "[Container] ";
            int at = from + mark.length();
            boolean marked =
                    Bytes.startsWith(bytes, from, to, mark)
                            && to - at > 20
                            && bytes[at + 4] == '/'
                            && bytes[at + 7] == '/';
            if (marked) {
                int space = Bytes.indexOf(bytes, at + 11, Math.min(to, at + 32), ' ');
                head.content = space < 0 ? from : space + 1;
            }
        }
    },
    /** {@code Step #0 - "name": }, of Google Cloud Build. */
    CLOUD_BUILD {
        @Override
        void head(byte[] bytes, int from, int to, LineHead head) {
            if (!Bytes.startsWith(bytes, from, to, "Step #")) {
                return;
            }
            int end = Bytes.indexOf(bytes, from, Math.min(to, from + MOST_NAMES), ':');
            if (end > 0 && end + 1 < to && bytes[end + 1] == ' ') {
                head.stepFrom = from;
                head.stepTo = end;
                head.content = end + 2;
            }
        }
    },
    /** Docker's logging driver json-file; an entry without a line feed goes on in the next. */
    DOCKER,
    /**
     * The container runtime interface of Kubernetes: time, stream, {@code P} for partial or {@code
     * F} for full, text.
     */
    CRI {
        @Override
        void head(byte[] bytes, int from, int to, LineHead head) {
            int time = LineHead.time(bytes, from, to);
            int stream = time > from ? cri(bytes, time, to) : -1;
            if (stream < 0) {
                return;
            }
            head.open = bytes[stream] == 'P';
            int space = Bytes.indexOf(bytes, stream, Math.min(to, stream + 32), ' ');
            head.content = space < 0 ? Math.min(to, stream + 1) : space + 1;
        }
    },
    /** {@code journalctl -o json}. */
    JOURNAL_JSON,
    /** {@code journalctl -o export}: fields a line each, those with line feeds by their length. */
    JOURNAL_EXPORT {
        @Override
        void head(byte[] bytes, int from, int to, LineHead head) {
            int at = from;
            while (at < to && ((bytes[at] >= 'A' && bytes[at] <= 'Z') || bytes[at] == '_')) {
                at++;
            }
            if (at > from && at < to && bytes[at] == '\n') {
                head.lengthBytes = Long.BYTES;
            }
        }
    },
    /** Text that nobody marked. */
    PLAIN;

    /** Names of jobs and steps are looked for in so many bytes. */
    private static final int MOST_NAMES = 512;

    /** Finds what stands before the text of the line at {@code from}. */
    void head(byte[] bytes, int from, int to, LineHead head) {
        head.content = from;
    }

    /** Tells whether the texts stand in JSON. */
    boolean isJson() {
        return switch (this) {
            case CIRCLECI_JSON, HARNESS, DOCKER, JOURNAL_JSON -> true;
            case GITHUB,
                    GITHUB_CLI,
                    GITLAB,
                    JENKINS,
                    CIRCLECI,
                    TEKTON,
                    TEAMCITY,
                    BUILDKITE,
                    TRAVIS,
                    DRONE,
                    CODEBUILD,
                    CLOUD_BUILD,
                    CRI,
                    JOURNAL_EXPORT,
                    PLAIN ->
                    false;
        };
    }

    /** The word for people: {@code github}, {@code cloud-build}, ... */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Passes a byte order mark, a time and one space. */
    private static int pastTime(byte[] bytes, int from, int to) {
        int start = LineHead.pastMark(bytes, from, to);
        int time = LineHead.time(bytes, start, to);
        if (time == start) {
            return from;
        }
        return time < to && bytes[time] == ' ' ? time + 1 : time;
    }

    /** Where the letter stands in {@code stdout F text}; -1 when it is no such line. */
    static int cri(byte[] bytes, int from, int to) {
        boolean stream =
                Bytes.startsWith(bytes, from, to, " stdout ")
                        || Bytes.startsWith(bytes, from, to, " stderr ");
        int at = from + 8;
        return stream && at < to && (bytes[at] == 'P' || bytes[at] == 'F') ? at : -1;
    }
}
