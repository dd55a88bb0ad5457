package io.hushgate.source.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Location;
import io.hushgate.core.Region;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTextTest {
    private static final String TIME = "2026-01-31T10:20:30.1234567Z ";
    private static final String CRI = "2026-01-31T10:20:30.123456789Z stdout ";

    /** A log of each writer that shows the value once, whole only to who reads it well. */
    private static final Map<LogFormat, String> LOGS = new TreeMap<>(logs());

    private static Map<LogFormat, String> logs() {
        return Map.ofEntries(
                Map.entry(
                        LogFormat.GITHUB,
                        "\ufeff" + TIME + "start\n" + TIME + "a \u001b[31mVAL\u001b[0mUE b\n"),
                Map.entry(
                        LogFormat.GITHUB_CLI,
                        "build\tSet up job\t"
                                + TIME
                                + "a\nbuild\tTest\t"
                                + TIME
                                + "\u00e9 VALUE\n"),
                Map.entry(
                        LogFormat.GITLAB,
                        "2026-01-31T10:20:30.1Z 00O a VA\n2026-01-31T10:20:30.1Z 00O+LUE b\n"),
                Map.entry(
                        LogFormat.JENKINS,
                        "Started by user \u001b[8mha:////4Aa+/=\u001b[0mAnn\n[2026-01-31T10:20:30.123Z] VALUE\n"),
                Map.entry(LogFormat.CIRCLECI, "====>> Build\nold 10%\rVALUE\r\n"),
                Map.entry(
                        LogFormat.CIRCLECI_JSON,
                        "[{\"message\":\"a\\r\\n\\u001b[1mVA\",\"time\":\"t\",\"type\":\"out\"},{\"message\":\"LUE\\r\\n\"}]"),
                Map.entry(LogFormat.TEKTON, "[build : compile] a\n[build : compile] VALUE\n"),
                Map.entry(
                        LogFormat.HARNESS,
                        "{\"level\":\"INFO\",\"pos\":0,\"out\":\"\\u00e9\\ud83d\\ude00 VALUE\",\"time\":\"t\",\"args\":null}\n"),
                Map.entry(LogFormat.TEAMCITY, "[10:20:30]W:\t [Step 1/2] VALUE\n"),
                Map.entry(
                        LogFormat.BUILDKITE,
                        "\u001b_bk;t=1700\u0007~~~ Go\n\u001b_bk;t=1701\u0007VALUE\n"),
                Map.entry(LogFormat.TRAVIS, "travis_fold:start:x\r\u001b[0KVALUE\n"),
                Map.entry(LogFormat.DRONE, "+ echo VALUE\n"),
                Map.entry(
                        LogFormat.CODEBUILD,
                        "[Container] 2026/01/31 10:20:30 Running\n[Container] 2026/01/31 10:20:31.12 VALUE\n"),
                Map.entry(LogFormat.CLOUD_BUILD, "Step #0 - \"b\": VALUE\n"),
                Map.entry(
                        LogFormat.DOCKER,
                        "{\"log\":\"a\\n\",\"stream\":\"stdout\"}\n{\"log\":\"\\\"VA\"}\n{\"log\":\"LUE\\\"\\n\"}\n"),
                Map.entry(LogFormat.CRI, CRI + "F a\n" + CRI + "P VA\n" + CRI + "F LUE\n"),
                Map.entry(
                        LogFormat.JOURNAL_JSON,
                        "{\"__CURSOR\":\"s\",\"MESSAGE\":[97,32,86,65,76,85,69],\"_PID\":\"1\"}\n"),
                Map.entry(
                        LogFormat.JOURNAL_EXPORT,
                        "__CURSOR=s\nMESSAGE\n\u0005\0\0\0\0\0\0\0VALUE\n_PID=1\n"),
                Map.entry(LogFormat.PLAIN, "a VA\0LUE\n"));
    }

    static Stream<LogFormat> formats() {
        return Stream.of(LogFormat.values());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aValueIsWholeAndLeadsBack(LogFormat format) {
        MadeLog made = MadeLog.of(format, LOGS.get(format));
        assertThat(made.string()).contains("VALUE");
        String original = made.original("VALUE");
        assertThat(original).startsWith(format == LogFormat.JOURNAL_JSON ? "86,65" : "VA");
        Location place = made.place("VALUE");
        String[] lines = LOGS.get(format).split("\n", -1);
        String line = lines[place.region().startLine() - 1];
        assertThat(line.substring(place.region().startColumn() - 1))
                .startsWith(original.substring(0, 2));
        String last = lines[place.region().endLine() - 1];
        assertThat(last.substring(0, place.region().endColumn() - 1)).matches("(?s).*[E6]");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theSizeOfThePiecesDoesNotMatter(LogFormat format) {
        byte[] log = LOGS.get(format).getBytes(UTF_8);
        MadeLog whole = MadeLog.of(format, log);
        for (int most : new int[] {1, 2, 3, 7}) {
            MadeLog made = MadeLog.inPieces(format, log, most);
            assertThat(made.string()).isEqualTo(whole.string());
            assertThat(made.place("VALUE")).isEqualTo(whole.place("VALUE"));
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyWriterIsRecognisedOrNamedByNobody(LogFormat format) {
        byte[] log = LOGS.get(format).getBytes(UTF_8);
        if (format == LogFormat.PLAIN || format == LogFormat.DRONE) {
            assertThat(Recogniser.recognise(log, 0, log.length)).isEmpty();
        } else {
            assertThat(Recogniser.recognise(log, 0, log.length)).contains(format);
        }
    }

    @Test
    void aTraceThatBeginsWithASectionIsRecognised() {
        byte[] log = "\u001b[0Ksection_start:1690000000:build\r\u001b[0Kx\n".getBytes(UTF_8);
        assertThat(Recogniser.recognise(log, 0, log.length)).contains(LogFormat.GITLAB);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# a text\n\nwith [brackets] and {braces}\n",
                "{\"name\": \"package\", \"version\": \"1.0\"}\n",
                "section one\nStarted well\n=====\ntitle\n",
                "2026-01-31 a diary\n12:00:01 lunch\n",
                "[{\"id\": 1}]\n",
                "a\tb\tc\n1\t2\t3\n"
            })
    void otherTextIsNoLog(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        assertThat(Recogniser.recognise(bytes, 0, bytes.length)).isEmpty();
    }

    @Test
    void whatWasOverwrittenIsStillRead() {
        assertThat(MadeLog.of(LogFormat.PLAIN, "one\rtwo\r\nthree\r\r\nfour\r").string())
                .isEqualTo("one\ntwo\nthree\nfour");
    }

    @Test
    void textsInsideOfEscapeSequencesStay() {
        String link = "\u001b]8;;https://u:p@h/\u001b\\label\u001b]8;;\u001b\\ end\n";
        assertThat(MadeLog.of(LogFormat.PLAIN, link).string())
                .isEqualTo("8;;https://u:p@h/ label8;;  end\n");
    }

    @Test
    void anEscapeSequenceWithoutEndHidesNothing() {
        String many = "\u001b[" + "1;".repeat(100) + "tail\n\u001b[31\nnext\n";
        assertThat(MadeLog.of(LogFormat.PLAIN, many).string())
                .contains("tail\n")
                .contains("next\n");
    }

    @Test
    void whatIsNoJsonStaysText() {
        String log = "{\"log\":\"a\\n\"}\nplain line\n{\"log\":\"cut of\n{\"log\":\"b\\n\"}\n";
        assertThat(MadeLog.of(LogFormat.DOCKER, log).string())
                .isEqualTo("a\nplain line\ncut of\nb\n");
    }

    @Test
    void otherFieldsOfARecordStandOnLinesOfTheirOwn() {
        String log = "{\"__CURSOR\":\"s\",\"MESSAGE\":\"hi\",\"_CMDLINE\":\"curl -u a:b\"}\n";
        assertThat(MadeLog.of(LogFormat.JOURNAL_JSON, log).string())
                .isEqualTo("hi\n_CMDLINE=\"curl -u a:b\"\n");
    }

    @Test
    void linesThatATerminalBrokeAreJoinedOnceMore() {
        String edge = "x".repeat(77) + "VAL";
        String log = "a\n" + ("y".repeat(80) + "\nz\n").repeat(3) + edge + "\nUE end\nlast\n";
        MadeLog made = MadeLog.of(LogFormat.PLAIN, log);
        assertThat(made.string()).contains("VAL\nUE end\n", "VALUE end\nlast\n");
        Location place = made.place("VALUE");
        assertThat(place.region()).isEqualTo(new Region(8, 78, 9, 3));
        assertThat(made.original("VALUE")).isEqualTo("VAL\nUE");
        assertThat(made.place("last").region().startLine()).isEqualTo(10);
        assertThat(made.original("last")).isEqualTo("last");
    }

    @Test
    void latin1WithZerosIsText() {
        byte[] log = "caf\u00e9 \0VA\0LUE\n".getBytes(ISO_8859_1);
        MadeLog made = MadeLog.of(LogFormat.PLAIN, log);
        assertThat(new String(made.text(), ISO_8859_1)).isEqualTo("caf\u00e9 VALUE\n");
    }

    @Test
    void aLineOfAnyLengthIsReadInPieces() throws IOException {
        long size = 200_000_000L;
        byte[] tail = "tail VALUE\n".getBytes(UTF_8);
        LogText text = LogText.of(new LongLine(size, tail), LogFormat.GITHUB);
        byte[] piece = new byte[1 << 16];
        long length = 0;
        for (int n = text.read(piece, 0, piece.length);
                n >= 0;
                n = text.read(piece, 0, piece.length)) {
            length += n;
        }
        assertThat(length).isEqualTo(size + tail.length);
    }

    private static final class LongLine implements Artifact.Streamed {
        private final byte[] tail;
        private long left;
        private int at;

        LongLine(long size, byte[] tail) {
            this.left = size;
            this.tail = tail;
        }

        @Override
        public Address address() {
            return new Address.StandardInput();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left == 0 && at == tail.length) {
                return -1;
            }
            if (left == 0) {
                into[offset] = tail[at++];
                return 1;
            }
            int count = (int) Math.min(length, left);
            java.util.Arrays.fill(into, offset, offset + count, (byte) 'x');
            left -= count;
            return count;
        }
    }

    @Test
    void stepsAreThoseOfTheLogsOwnMarks() {
        assertThat(step(LogFormat.GITHUB, "##[group]Run actions/checkout@v4\nVALUE\n"))
                .isEqualTo("ci.log#1 Run actions/checkout@v4");
        assertThat(step(LogFormat.GITHUB, "##[section]Starting: Build it\nVALUE\n"))
                .isEqualTo("ci.log#Build it");
        assertThat(step(LogFormat.GITHUB_CLI, "job\tTest\t" + TIME + "VALUE\n"))
                .isEqualTo("ci.log#job/Test");
        assertThat(step(LogFormat.GITLAB, "section_start:1:a_b[collapsed=true]\r\u001b[0KVALUE\n"))
                .isEqualTo("ci.log#a_b");
        assertThat(
                        step(
                                LogFormat.GITLAB,
                                "section_start:1:a\r\u001b[0K\nsection_end:2:a\r\u001b[0KVALUE\n"))
                .isEqualTo("ci.log");
        assertThat(
                        step(
                                LogFormat.JENKINS,
                                "[Pipeline] { (Deploy)\n[Pipeline] {\n[Pipeline] }\nVALUE\n"))
                .isEqualTo("ci.log#Deploy");
        assertThat(step(LogFormat.TEKTON, "[build : compile] VALUE\n"))
                .isEqualTo("ci.log#build/compile");
        assertThat(step(LogFormat.BUILDKITE, "--- :docker: Build\nVALUE\n"))
                .isEqualTo("ci.log#:docker: Build");
        assertThat(step(LogFormat.CIRCLECI, "====>> Spin up\nVALUE\n")).isEqualTo("ci.log#Spin up");
        assertThat(step(LogFormat.TRAVIS, "travis_fold:start:git.1\r\u001b[0KVALUE\n"))
                .isEqualTo("ci.log#git.1");
        assertThat(step(LogFormat.TEAMCITY, "##teamcity[blockOpened name='Compile']\nVALUE\n"))
                .isEqualTo("ci.log#Compile");
        assertThat(step(LogFormat.CLOUD_BUILD, "Step #1 - \"push\": VALUE\n"))
                .isEqualTo("ci.log#Step #1 - \"push\"");
    }

    private static String step(LogFormat format, String log) {
        return MadeLog.of(format, log).place("VALUE").address().text();
    }

    @Test
    void aCommandInTheNameOfAStepIsNotTold() {
        assertThat(step(LogFormat.GITHUB, "##[group]Run login --token abcdef\nVALUE\n"))
                .isEqualTo("ci.log#1 Run");
        String random = "Ab3dEf6hIj9lMn2pQr5tUv8x";
        assertThat(step(LogFormat.JENKINS, "[Pipeline] { (Deploy " + random + ")\nVALUE\n"))
                .isEqualTo("ci.log#Deploy \u2026");
        assertThat(step(LogFormat.CIRCLECI, "====>> curl https://u:p@h\nVALUE\n"))
                .isEqualTo("ci.log#curl https\u2026");
    }

    @Test
    void pathsTellJobAndStep() {
        Map<String, String> told =
                Stream.of(
                                "jobs/app/branches/main/builds/12/log",
                                "pods/ns_pod-1_0123456789abcdef0123456789abcdef/c/0.log",
                                "other/app.log")
                        .collect(
                                Collectors.toMap(
                                        path -> path,
                                        path -> LogPlace.of(new Address.File(path)).toString()));
        assertThat(told)
                .containsEntry(
                        "jobs/app/branches/main/builds/12/log", "LogPlace[job=app/main 12, step=]")
                .containsEntry("other/app.log", "LogPlace[job=, step=]")
                .containsValue("LogPlace[job=ns/pod-1, step=c]");
        Address zip = new Address.File("logs.zip");
        assertThat(LogPlace.of(new Address.Inside(zip, "build/3_Run tests.txt")))
                .isEqualTo(new LogPlace("build", "3 Run tests"));
        assertThat(LogPlace.of(new Address.Inside(zip, "1_build.txt")))
                .isEqualTo(new LogPlace("build", ""));
    }
}
