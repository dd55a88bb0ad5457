package io.hushgate.source.kube;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What a page of a list says of the next one. */
final class ListPage {
    private static final JsonFactory JSON = new JsonFactory();

    private ListPage() {}

    /** The mark {@code metadata.continue}; empty on the last page. */
    static String more(byte[] page) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), page)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return "";
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean metadata = parser.currentName().equals("metadata");
                JsonToken value = parser.nextToken();
                if (metadata && value == JsonToken.START_OBJECT) {
                    return mark(parser);
                }
                parser.skipChildren();
            }
            return "";
        } catch (JacksonException e) {
            return ""; // a page that breaks off is told by who reads it
        }
    }

    private static String mark(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean found = parser.currentName().equals("continue");
            JsonToken value = parser.nextToken();
            if (found && value == JsonToken.VALUE_STRING) {
                return parser.getString();
            }
            parser.skipChildren();
        }
        return "";
    }
}
