package io.hushgate.source.log;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Location;
import io.hushgate.core.Region;
import io.hushgate.core.Span;
import io.hushgate.core.bytes.Slice;
import io.hushgate.core.match.Detection;
import io.hushgate.core.rule.Rule;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a log, made while it is read. Whoever finds something in the text asks {@link #place}
 * where in the log that is, not later than the engine delivers it. For one thread.
 *
 * <pre>
 * log bytes -> lines -> prefix off -> terminal (escapes, returns) -> transcript -> text
 *                   \-> records of JSON -> strings decoded -/              \-> marks, steps
 * </pre>
 */
public final class LogText implements Artifact.Streamed {
    private static final int BUFFER = 1 << 18;

    private final Artifact log;
    private final LogFormat format;
    private final OffsetMap map = new OffsetMap();
    private final Steps steps;
    private final @Nullable MaskedNames masked;
    private final Transcript transcript;
    private final Terminal terminal;
    private final JsonTexts json;
    private final LineHead head = new LineHead();
    private byte[] in;
    private int at;
    private int end;
    private boolean ended;
    private boolean finished;
    private boolean atLineStart = true;
    private boolean feedWaits;
    private boolean wasOpen;
    private int lengthBytes;

    private LogText(Artifact log, LogFormat format, LogPlace place, @Nullable Rule ofNames) {
        this.log = log;
        this.format = format;
        this.steps = new Steps(place.job(), place.step());
        boolean wraps = format == LogFormat.TEKTON || format == LogFormat.PLAIN;
        this.masked =
                ofNames == null
                        ? null
                        : new MaskedNames((span, column, endColumn, value) ->
                                shown(ofNames, span, column, endColumn, value));
        this.transcript = new Transcript(map, new Wraps(wraps), listener(place));
        this.terminal = new Terminal(transcript);
        this.json = new JsonTexts(format, transcript, terminal);
        switch (log) {
            case Artifact.InMemory memory -> {
                in = memory.bytes();
                at = memory.from();
                end = memory.to();
                ended = true;
            }
            case Artifact.Streamed _ -> in = new byte[BUFFER];
        }
    }

    /** Reads a log of a known format; job and step are taken from its path, where that tells. */
    public static LogText of(Artifact log, LogFormat format) {
        return new LogText(log, format, LogPlace.of(log.address()), null);
    }

    /**
     * The same, for {@link #takeUnmasked}, which costs a look at the start of every line.
     *
     * @param rule under which values are told
     */
    public static LogText withNames(Artifact log, LogFormat format, Rule rule) {
        return new LogText(log, format, LogPlace.of(log.address()), rule);
    }

    /** A path that tells the step leaves nothing to be told by the lines. */
    private Transcript.LineListener listener(LogPlace place) {
        MaskedNames names = masked;
        Sections sections = new Sections(format, steps);
        if (!place.step().isEmpty()) {
            return names == null ? (_, _, _, _) -> {} : names::line;
        }
        if (names == null) {
            return sections::line;
        }
        return (bytes, from, to, offset) -> {
            sections.line(bytes, from, to, offset);
            names.line(bytes, from, to, offset);
        };
    }

    @Override
    public Address address() {
        Steps.Change now = steps.at(Long.MAX_VALUE);
        return new Address.LogStep(log.address(), now.job(), now.step());
    }

    /** Where in the log something of the text stands, and in which step. */
    public Location place(Span span, Region region) {
        Steps.Change step = steps.at(span.start());
        return new Location(
                new Address.LogStep(log.address(), step.job(), step.step()),
                map.original(span, region));
    }

    /** Tells of a value on the line of the text that ends now. */
    private Detection shown(Rule rule, Span span, int column, int endColumn, Slice value) {
        int line = transcript.line();
        Location place = place(span, new Region(line, column, line, endColumn));
        return Detection.contextual(rule, place, map.original(span), value);
    }

    /**
     * The values that the log shows under names that it masks elsewhere, if it is read {@link
     * #withNames}; asked once, when all of it was read. Whoever receives one closes its secret.
     */
    public List<Detection> takeUnmasked() {
        return masked == null ? List.of() : masked.take();
    }

    /** The bytes of the log that something of the text stands for. */
    public Span original(Span span) {
        return map.original(span);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (true) {
            int given = transcript.give(into, offset, length, finished);
            if (given > 0) {
                return given;
            }
            if (finished) {
                return -1;
            }
            more();
        }
    }

    /** Takes whole lines, or a piece of one that is longer than the buffer. */
    private void more() throws IOException {
        if (!ended) {
            fill();
        }
        int limit = ended ? end : lastFeed() + 1;
        if (limit <= at) {
            limit = end; // a line without end
        }
        int stop = Math.min(limit, at + BUFFER); // what lies in memory may be large
        if (format.isJson()) {
            json.run(in, at, stop);
        } else {
            lines(stop);
        }
        at = stop;
        if (ended && at == end) {
            terminal.endLine();
            if (feedWaits) {
                transcript.newLine();
            }
            finished = true;
        }
    }

    private void fill() throws IOException {
        System.arraycopy(in, at, in, 0, end - at);
        end -= at;
        at = 0;
        while (end < in.length && !ended) {
            int got = ((Artifact.Streamed) log).read(in, end, in.length - end);
            ended = got < 0;
            end += Math.max(0, got);
        }
    }

    private int lastFeed() {
        int i = end - 1;
        while (i >= at && in[i] != '\n') {
            i--;
        }
        return i;
    }

    private void lines(int limit) {
        int i = at;
        while (i < limit) {
            if (lengthBytes > 0) {
                passLength(in[i]);
                i++;
                continue;
            }
            if (atLineStart) {
                i = begin(i, limit);
            }
            i = terminal.run(in, i, limit);
            if (i < limit) {
                terminal.endLine();
                feedWaits = true;
                wasOpen = head.open;
                lengthBytes = head.lengthBytes;
                atLineStart = true;
                i++;
            }
        }
    }

    /** Begins a line: what stands before its text goes. */
    private int begin(int from, int limit) {
        head.begin(from);
        format.head(in, from, limit, head);
        endLineBefore(head.joins || wasOpen);
        if (head.isAscii) {
            transcript.drop(head.content - from);
        } else {
            transcript.drop(in, from, head.content);
        }
        steps.head(transcript.offset(), in, head);
        atLineStart = false;
        return head.content;
    }

    private void endLineBefore(boolean goesOn) {
        if (!feedWaits) {
            return;
        }
        feedWaits = false;
        if (goesOn) {
            transcript.joinLine();
        } else {
            transcript.newLine();
        }
    }

    private void passLength(int b) {
        endLineBefore(false);
        lengthBytes--;
        if (b == '\n') {
            transcript.joinLine();
        } else {
            transcript.dropByte(1);
        }
    }
}
