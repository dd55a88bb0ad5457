package io.hushgate.source.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.hushgate.core.Location;
import io.hushgate.core.Span;

/**
 * Any bytes are a log of any writer: its text is the same however they arrive, grows by little, and
 * every place in it leads back into the log. {@code src/bench/fuzz} searches; without it, the seeds
 * are tried.
 */
final class LogFuzzTest {
    private static final int MOST_GROWTH = 40;

    @FuzzTest(maxDuration = "2m")
    void everyTextLeadsBack(byte[] bytes) {
        if (bytes.length < 2) {
            return;
        }
        LogFormat[] formats = LogFormat.values();
        LogFormat format = formats[(bytes[0] & 0xff) % formats.length];
        byte[] log = java.util.Arrays.copyOfRange(bytes, 2, bytes.length);
        MadeLog whole = MadeLog.of(format, log);
        MadeLog pieces = MadeLog.inPieces(format, log, 1 + (bytes[1] & 0x3f));
        assertThat(pieces.text()).isEqualTo(whole.text());
        assertThat(whole.text().length).isLessThanOrEqualTo(MOST_GROWTH * (log.length + 1));
        for (int at = 0; at < whole.text().length; at += 1 + whole.text().length / 20) {
            Span span = new Span(at, at + 1);
            Span original = whole.reading().original(span);
            assertThat(original.start()).isBetween(0L, (long) log.length);
            assertThat(original.end()).isLessThanOrEqualTo(log.length + 1L);
            Location place = whole.reading().place(span, MadeLog.region(whole.text(), span));
            assertThat(place).isEqualTo(pieces.reading().place(span, place(whole, span)));
        }
    }

    private static io.hushgate.core.Region place(MadeLog made, Span span) {
        return MadeLog.region(made.text(), span);
    }
}
