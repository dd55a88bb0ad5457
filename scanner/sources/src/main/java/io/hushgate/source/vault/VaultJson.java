package io.hushgate.source.vault;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/** The little JSON and URL writing that asking a server takes. */
final class VaultJson {
    private static final JsonFactory JSON = new JsonFactory();

    private VaultJson() {}

    static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }

    /** Each segment escaped, the slashes kept. */
    static String escapedPath(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(one -> URLEncoder.encode(one, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    /** The text at a dotted key; empty if there is none. */
    static String text(byte[] json, String key) {
        return texts(json, key).stream().findFirst().orElse("");
    }

    /** The texts at a dotted key, of a list all of them. */
    static List<String> texts(byte[] json, String wanted) {
        List<String> found = new ArrayList<>();
        walk(
                json,
                (key, parser) -> {
                    if (key.equals(wanted) && parser.currentToken() == JsonToken.VALUE_STRING) {
                        found.add(parser.getString());
                    }
                });
        return found;
    }

    /** For each key directly below {@code data} whose value is an object, the type it tells. */
    static Map<String, String> types(byte[] json) {
        Map<String, String> types = new LinkedHashMap<>();
        walk(
                json,
                (key, parser) -> {
                    boolean type = key.startsWith("data.") && key.endsWith("/.type");
                    if (type && parser.currentToken() == JsonToken.VALUE_STRING) {
                        types.put(key.substring(5, key.length() - 5), parser.getString());
                    }
                });
        return types;
    }

    /** Takes scalars with the dotted key they stand at; the key of a list's items is the list's. */
    private interface Scalars {
        void take(String key, JsonParser parser);
    }

    private static void walk(byte[] json, Scalars scalars) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            Deque<String> names = new ArrayDeque<>();
            String name = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String prefix = names.isEmpty() || names.peek().isEmpty() ? "" : names.peek() + ".";
                switch (token) {
                    case PROPERTY_NAME -> name = prefix + parser.currentName();
                    case START_OBJECT, START_ARRAY -> names.push(name);
                    case END_OBJECT, END_ARRAY -> name = names.pop();
                    default -> scalars.take(name, parser);
                }
            }
        } catch (JacksonException e) {
            // What came before the mistake was taken; an answer that breaks off says less, not
            // more.
            return;
        }
    }
}
