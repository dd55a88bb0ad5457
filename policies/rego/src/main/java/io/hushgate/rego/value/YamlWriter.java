package io.hushgate.rego.value;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/**
 * Prints a value as one YAML document in block style, keys sorted, as {@code yaml.marshal} does.
 */
public final class YamlWriter implements ValueVisit.Listener {
    /** Go's library quotes dates, although it reads them as strings without quotes, too. */
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}");

    /**
     * Line ends of Unicode that the emitter folds away, and the byte order mark that the reader
     * skips.
     */
    private static final Pattern UNSAFE = Pattern.compile("[\u0085\u2028\u2029\uFEFF]");

    private final Emitter emitter;

    private YamlWriter(Emitter emitter) {
        this.emitter = emitter;
    }

    public static String write(Value value) {
        DumperOptions options = new DumperOptions();
        options.setWidth(Integer.MAX_VALUE);
        options.setSplitLines(false);
        options.setIndent(2);
        StringWriter out = new StringWriter();
        YamlWriter writer = new YamlWriter(new Emitter(out, options));
        writer.emit(new StreamStartEvent(null, null));
        writer.emit(new DocumentStartEvent(null, null, false, null, null));
        ValueVisit.walk(value, writer);
        writer.emit(new DocumentEndEvent(null, null, false));
        writer.emit(new StreamEndEvent(null, null));
        return out.toString();
    }

    private void emit(Event event) {
        try {
            emitter.emit(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void scalar(Value value) {
        if (value instanceof RegoString string) {
            string(string.value());
        } else {
            text(value.toString(), ScalarStyle.PLAIN);
        }
    }

    /**
     * Double quotes where the plain text would mean something else; literal style for several
     * lines.
     */
    private void string(String text) {
        if (UNSAFE.matcher(text).find()) {
            text(text, ScalarStyle.DOUBLE_QUOTED);
        } else if (text.indexOf('\n') >= 0) {
            text(text, ScalarStyle.LITERAL);
        } else if (YamlScalars.resolve(text) instanceof RegoString
                && !DATE.matcher(text).lookingAt()) {
            text(text, ScalarStyle.PLAIN);
        } else {
            text(text, ScalarStyle.DOUBLE_QUOTED);
        }
    }

    private void text(String text, ScalarStyle style) {
        emit(new ScalarEvent(null, null, new ImplicitTuple(true, true), text, null, null, style));
    }

    @Override
    public void open(Value collection, int level) {
        emit(
                collection instanceof RegoObject
                        ? new MappingStartEvent(null, null, true, null, null, FlowStyle.BLOCK)
                        : new SequenceStartEvent(null, null, true, null, null, FlowStyle.BLOCK));
    }

    @Override
    public void next(int index, int level) {}

    @Override
    public boolean key(Value key) {
        string(key instanceof RegoString string ? string.value() : JsonWriter.COMPACT.write(key));
        return true;
    }

    @Override
    public void colon() {}

    @Override
    public void close(Value collection, int level) {
        emit(
                collection instanceof RegoObject
                        ? new MappingEndEvent(null, null)
                        : new SequenceEndEvent(null, null));
    }
}
