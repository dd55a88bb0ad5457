package io.hushgate.report;

import java.io.OutputStream;
import java.util.Optional;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * How our JSON documents lie on the page: two spaces, a line feed on every system, UTF-8 without a
 * mark.
 */
final class JsonLayout {
    private JsonLayout() {}

    /** A generator that flushes {@code out} when closed and leaves it open. */
    static JsonGenerator generator(JsonFactory factory, OutputStream out) {
        ObjectWriteContext context =
                new ObjectWriteContext.Base() {
                    @Override
                    public PrettyPrinter getPrettyPrinter() {
                        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
                        return new DefaultPrettyPrinter()
                                .withObjectIndenter(indenter)
                                .withArrayIndenter(indenter);
                    }

                    @Override
                    public boolean hasPrettyPrinter() {
                        return true;
                    }
                };
        return factory.createGenerator(context, out, JsonEncoding.UTF8)
                .configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false);
    }

    /**
     * Writes the property, {@code null} where there is none: readers need not tell absent from
     * null.
     */
    static void optional(JsonGenerator json, String name, Optional<String> value) {
        if (value.isPresent()) {
            json.writeStringProperty(name, value.get());
        } else {
            json.writeNullProperty(name);
        }
    }
}
