package io.hushgate.source.log;

import io.hushgate.core.Artifact;
import io.hushgate.core.rule.Rule;
import io.hushgate.source.AddedRanges;
import io.hushgate.source.ArtifactConsumer;
import io.hushgate.source.ConsumerFactory;
import io.hushgate.source.Prefixed;
import java.io.IOException;
import java.util.Optional;

/**
 * Stands between a source and its consumers and hands on logs as their {@link LogText}. Everything
 * else goes through untouched, at the price of a look at its name.
 *
 * @param inner takes the texts, and what is no log
 * @param which what is taken for a log
 * @param ofNames the rule that {@link LogText#takeUnmasked} tells under; without it nobody asks
 */
public record LogReading(ConsumerFactory inner, Which which, Optional<Rule> ofNames)
        implements ConsumerFactory {
    /** What is taken for a log. */
    public enum Which {
        /** What is named like a log, or piped in, and begins like those of a known writer. */
        RECOGNISED,
        /** Any text, because the user said so. */
        EVERY_TEXT
    }

    @Override
    public ArtifactConsumer newConsumer() {
        return new Reader(inner.newConsumer(), which, ofNames);
    }

    private static final class Reader implements ArtifactConsumer {
        /** Control characters in a hundred bytes of text, at most; Latin-1 with zeros is text. */
        private static final int MOST_CONTROLS = 10;

        private final ArtifactConsumer inner;
        private final Which which;
        private final Optional<Rule> ofNames;
        private byte[] buffer = {};

        Reader(ArtifactConsumer inner, Which which, Optional<Rule> ofNames) {
            this.inner = inner;
            this.which = which;
            this.ofNames = ofNames;
        }

        /** Lines that a commit adds are looked at as they lie, since they are told by offset. */
        @Override
        public void accept(Artifact artifact, AddedRanges added) throws IOException {
            boolean may =
                    added.equals(AddedRanges.EVERYTHING)
                            && (which == Which.EVERY_TEXT || LogPlace.mayBeLog(artifact.address()));
            if (!may) {
                inner.accept(artifact, added);
                return;
            }
            switch (artifact) {
                case Artifact.InMemory memory ->
                        take(memory, memory.bytes(), memory.from(), memory.to(), added);
                case Artifact.Streamed streamed -> {
                    int length = sniff(streamed);
                    take(new Prefixed(buffer, length, streamed), buffer, 0, length, added);
                }
            }
        }

        private int sniff(Artifact.Streamed streamed) throws IOException {
            if (buffer.length == 0) {
                buffer = new byte[Recogniser.SNIFFED];
            }
            int length = 0;
            while (length < buffer.length) {
                int got = streamed.read(buffer, length, buffer.length - length);
                if (got < 0) {
                    break;
                }
                length += got;
            }
            return length;
        }

        private void take(Artifact artifact, byte[] bytes, int from, int to, AddedRanges added)
                throws IOException {
            Optional<LogFormat> format = Recogniser.recognise(bytes, from, to);
            if (format.isEmpty() && which == Which.EVERY_TEXT && isText(bytes, from, to)) {
                format = Optional.of(LogFormat.PLAIN);
            }
            inner.accept(format.isPresent() ? text(artifact, format.get()) : artifact, added);
        }

        private LogText text(Artifact log, LogFormat format) {
            return ofNames.isPresent()
                    ? LogText.withNames(log, format, ofNames.get())
                    : LogText.of(log, format);
        }

        private static boolean isText(byte[] bytes, int from, int to) {
            int end = Math.min(to, from + Recogniser.SNIFFED);
            if (end - from >= 2 && (bytes[from] & bytes[from + 1] & 0xfe) == 0xfe) {
                return false; // UTF-16, which the engine reads by itself
            }
            int controls = 0;
            for (int i = from; i < end; i++) {
                int b = bytes[i];
                boolean usual = b == '\n' || b == '\r' || b == '\t' || b == 0x1b || b == '\b';
                controls += b >= 0 && b < ' ' && !usual ? 1 : 0;
            }
            return controls * 100L <= MOST_CONTROLS * (long) (end - from);
        }
    }
}
