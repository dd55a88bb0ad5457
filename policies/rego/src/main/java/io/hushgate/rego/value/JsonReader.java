package io.hushgate.rego.value;

import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON (RFC 8259) straight into values. As in OPA, a later duplicate of a key wins and
 * numbers keep their spelling; anything after the first value but white space is an error.
 *
 * <p>Thread-safe. Recursion-free, so the stack does not bound the depth; {@link JsonLimits} do.
 */
public final class JsonReader {
    private static final JsonReader DEFAULT = new JsonReader(JsonLimits.DEFAULT);

    private final JsonFactory factory;

    public JsonReader(JsonLimits limits) {
        this.factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(limits.maxDepth())
                                        .maxDocumentLength(limits.maxChars())
                                        .maxNumberLength(limits.maxNumberChars())
                                        .maxStringLength((int) Math.min(limits.maxChars(), 1 << 30))
                                        .build())
                        .build();
    }

    /** A reader with {@link JsonLimits#DEFAULT}. */
    public static JsonReader standard() {
        return DEFAULT;
    }

    /**
     * Reads a text.
     *
     * @throws JsonProblem if it is not one JSON value or exceeds a limit
     */
    public Value read(String text) {
        return read(() -> factory.createParser(ObjectReadContext.empty(), text));
    }

    /** Reads UTF-8, UTF-16 or UTF-32. @throws JsonProblem as {@link #read(String)} does */
    public Value read(byte[] bytes) {
        return read(() -> factory.createParser(ObjectReadContext.empty(), bytes));
    }

    /** Reads to the end without closing. @throws JsonProblem as {@link #read(String)} does */
    public Value read(InputStream stream) {
        return read(() -> factory.createParser(ObjectReadContext.empty(), stream));
    }

    /** Reads to the end without closing. @throws JsonProblem as {@link #read(String)} does */
    public Value read(Reader reader) {
        return read(() -> factory.createParser(ObjectReadContext.empty(), reader));
    }

    private interface Opening {
        JsonParser open() throws JacksonException;
    }

    private static Value read(Opening opening) {
        try (JsonParser parser = opening.open()) {
            Value value = readValue(parser);
            if (parser.nextToken() != null) {
                throw problem(parser.currentTokenLocation(), "something follows the JSON value");
            }
            return value;
        } catch (JacksonIOException e) {
            throw new java.io.UncheckedIOException(e.getCause());
        } catch (JacksonException e) {
            throw problem(e.getLocation(), e.getOriginalMessage());
        }
    }

    /** A collection that is being read. */
    private static final class Open {
        private final RegoObject.@Nullable Builder object;
        private final RegoArray.@Nullable Builder array;
        private Value key = RegoNull.NULL;

        Open(RegoObject.@Nullable Builder object, RegoArray.@Nullable Builder array) {
            this.object = object;
            this.array = array;
        }

        void add(Value value) {
            if (object != null) {
                object.put(key, value);
            } else if (array != null) {
                array.add(value);
            }
        }

        Value close() {
            return object != null ? object.build() : array != null ? array.build() : RegoNull.NULL;
        }
    }

    private static Value readValue(JsonParser parser) {
        Interning strings = new Interning();
        Deque<Open> stack = new ArrayDeque<>();
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw problem(parser.currentLocation(), "the JSON text is empty");
        }
        while (true) {
            Value done = null;
            switch (token) {
                case START_OBJECT -> stack.push(new Open(RegoObject.builder(), null));
                case START_ARRAY -> stack.push(new Open(null, RegoArray.builder()));
                case PROPERTY_NAME ->
                        stack.getFirst().key = strings.key(wellFormed(parser.currentName()));
                case END_OBJECT, END_ARRAY -> done = stack.pop().close();
                case VALUE_STRING -> done = strings.value(wellFormed(parser.getString()));
                case VALUE_NUMBER_INT -> done = integer(parser);
                case VALUE_NUMBER_FLOAT -> done = number(parser);
                case VALUE_TRUE -> done = RegoBoolean.TRUE;
                case VALUE_FALSE -> done = RegoBoolean.FALSE;
                case VALUE_NULL -> done = RegoNull.NULL;
                case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                        throw new IllegalStateException("a blocking text parser has no " + token);
            }
            if (done != null) {
                if (stack.isEmpty()) {
                    return done;
                }
                stack.getFirst().add(done);
            }
            token = parser.nextToken();
            if (token == null) {
                throw problem(parser.currentLocation(), "the JSON text ends too early");
            }
        }
    }

    private static Value integer(JsonParser parser) {
        if (parser.getNumberType() == JsonParser.NumberType.INT) {
            int value = parser.getIntValue();
            if (value != 0) {
                return RegoNumber.of(value);
            }
        }
        return number(parser);
    }

    private static Value number(JsonParser parser) {
        try {
            return RegoNumber.parse(parser.getString());
        } catch (NumberFormatException | ArithmeticException e) {
            throw problem(
                    parser.currentTokenLocation(),
                    "the exponent of the number is beyond " + RegoNumber.MAX_EXPONENT);
        }
    }

    /**
     * Halves of surrogate pairs become U+FFFD, as in Go, so that every string is a sequence of code
     * points.
     */
    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return WellFormed.of(text);
            }
        }
        return text;
    }

    private static JsonProblem problem(@Nullable TokenStreamLocation location, String what) {
        int line = location == null ? 1 : Math.max(1, location.getLineNr());
        int column = location == null ? 1 : Math.max(1, location.getColumnNr());
        return new JsonProblem(line, column, what);
    }
}
