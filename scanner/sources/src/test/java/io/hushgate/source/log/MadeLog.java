package io.hushgate.source.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Location;
import io.hushgate.core.Region;
import io.hushgate.core.RuleId;
import io.hushgate.core.Severity;
import io.hushgate.core.Span;
import io.hushgate.core.rule.Evidence;
import io.hushgate.core.rule.Form;
import io.hushgate.core.rule.Rule;
import io.hushgate.core.rule.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A log as a test wrote it, and the text that was made from it. */
record MadeLog(byte[] log, byte[] text, LogText reading) {
    private static final Rule RULE =
            new Rule(
                    new RuleId("sample"),
                    "Sample",
                    Severity.HIGH,
                    new Form.Assigned(List.of("***"), ".+", false),
                    Evidence.NONE,
                    Surroundings.ANY,
                    "Change it.",
                    List.of());

    static MadeLog of(LogFormat format, String log) {
        return of(format, log.getBytes(UTF_8));
    }

    static MadeLog of(LogFormat format, byte[] log) {
        return of(
                LogText.withNames(
                        Artifact.InMemory.of(new Address.File("ci.log"), log), format, RULE),
                log);
    }

    /** The same, with bytes that arrive few at a time. */
    static MadeLog inPieces(LogFormat format, byte[] log, int most) {
        return of(LogText.of(new Pieces(log, most), format), log);
    }

    private static MadeLog of(LogText reading, byte[] log) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] piece = new byte[700];
        try {
            int got = reading.read(piece, 3, 690);
            while (got >= 0) {
                text.write(piece, 3, got);
                got = reading.read(piece, 3, 690);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MadeLog(log, text.toByteArray(), reading);
    }

    String string() {
        return new String(text, UTF_8);
    }

    /** Where in the log the first occurrence of something in the text is said to stand. */
    Location place(String wanted) {
        Span span = span(wanted);
        return reading.place(span, region(text, span));
    }

    /** The bytes of the log that it is said to stand for. */
    String original(String wanted) {
        Span span = reading.original(span(wanted));
        return new String(log, (int) span.start(), (int) (span.end() - span.start()), UTF_8);
    }

    private Span span(String wanted) {
        String whole = string();
        int at = whole.indexOf(wanted);
        int start = whole.substring(0, at).getBytes(UTF_8).length;
        return new Span(start, start + wanted.getBytes(UTF_8).length);
    }

    /** Lines and columns as the engine counts them. */
    static Region region(byte[] bytes, Span span) {
        int[] start = position(bytes, (int) span.start());
        int[] end = position(bytes, (int) span.end());
        return new Region(start[0], start[1], end[0], end[1]);
    }

    private static int[] position(byte[] bytes, int offset) {
        String before = new String(bytes, 0, offset, UTF_8);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new int[] {line, before.length() - before.lastIndexOf('\n')};
    }

    private static final class Pieces implements Artifact.Streamed {
        private final byte[] bytes;
        private final int most;
        private int at;

        Pieces(byte[] bytes, int most) {
            this.bytes = bytes;
            this.most = most;
        }

        @Override
        public Address address() {
            return new Address.File("ci.log");
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = Math.min(Math.min(most, length), bytes.length - at);
            System.arraycopy(bytes, at, into, offset, count);
            at += count;
            return count == 0 ? -1 : count;
        }
    }
}
