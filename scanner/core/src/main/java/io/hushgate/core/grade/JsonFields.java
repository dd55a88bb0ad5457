package io.hushgate.core.grade;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The names in a JSON object, and the few values that say what it is. Other values are passed over,
 * for they may be secret.
 *
 * @param names every name at any depth
 * @param kinds the texts of {@code type}, {@code alg}, {@code kty}, {@code sub} at the top
 * @param expires the number {@code exp} at the top, seconds since 1970
 */
record JsonFields(Set<String> names, Map<String, String> kinds, Optional<Long> expires) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> KIND_NAMES = Set.of("type", "alg", "kty", "sub");

    /** Reads one object; empty when the bytes are not exactly one. */
    static Optional<JsonFields> read(byte[] bytes) {
        Set<String> names = new HashSet<>();
        Map<String, String> kinds = new HashMap<>();
        Optional<Long> expires = Optional.empty();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            int depth = 1;
            while (depth > 0) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return Optional.empty();
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token == JsonToken.PROPERTY_NAME) {
                    names.add(parser.currentName());
                } else if (depth == 1 && token == JsonToken.VALUE_STRING) {
                    if (KIND_NAMES.contains(parser.currentName())) {
                        kinds.put(parser.currentName(), parser.getString());
                    }
                } else if (depth == 1 && token.isNumeric() && "exp".equals(parser.currentName())) {
                    expires = Optional.of((long) parser.getDoubleValue());
                }
            }
            return parser.nextToken() == null
                    ? Optional.of(new JsonFields(names, kinds, expires))
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    boolean has(String name) {
        return names.contains(name);
    }
}
