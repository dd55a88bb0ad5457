package io.hushgate.source.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A JSON value of a manifest or configuration; asking one for what it is not gives the empty. */
sealed interface Json {
    /** What is absent. */
    static Json nothing() {
        return Reading.NOTHING;
    }

    /** A document of more bytes describes no image. */
    int MAX_BYTES = 8 << 20;

    /** An object, in the order of its text; of equal names the last counts. */
    record Members(Map<String, Json> of) implements Json {}

    /** An array. */
    record Elements(List<Json> of) implements Json {}

    /** A string, or a number or word as it is written. */
    record Scalar(String text) implements Json {}

    default Json get(String name) {
        return this instanceof Members(var members)
                ? members.getOrDefault(name, nothing())
                : nothing();
    }

    default List<Json> elements() {
        return this instanceof Elements(var elements) ? elements : List.of();
    }

    default Map<String, Json> members() {
        return this instanceof Members(var members) ? members : Map.of();
    }

    default String text() {
        return this instanceof Scalar(var text) ? text : "";
    }

    default List<String> texts() {
        return elements().stream().map(Json::text).toList();
    }

    /** A number of 0 or more; -1 for anything else. */
    default long number() {
        try {
            return Math.max(-1, Long.parseLong(text()));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /**
     * Reads a document.
     *
     * @throws IOException when it is no JSON
     */
    static Json read(byte[] bytes) throws IOException {
        try (JsonParser parser = Reading.FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new IOException("no JSON, but nothing");
            }
            return Reading.value(parser, token);
        } catch (JacksonException e) {
            throw new IOException("no JSON", e);
        }
    }

    /** How documents are read; nesting is bounded by the parser's own limit of 500. */
    final class Reading {
        private static final Json NOTHING = new Scalar("");
        private static final JsonFactory FACTORY = new JsonFactory();

        private Reading() {}

        private static Json value(JsonParser parser, @Nullable JsonToken token) {
            if (token == JsonToken.START_OBJECT) {
                Map<String, Json> members = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    members.put(name, value(parser, parser.nextToken()));
                }
                return new Members(members);
            }
            if (token == JsonToken.START_ARRAY) {
                List<Json> elements = new ArrayList<>();
                JsonToken next = parser.nextToken();
                while (next != JsonToken.END_ARRAY) {
                    elements.add(value(parser, next));
                    next = parser.nextToken();
                }
                return new Elements(elements);
            }
            return token == JsonToken.VALUE_NULL ? nothing() : new Scalar(parser.getString());
        }
    }
}
