package io.hushgate.rego.builtin.encoding;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.builtin.format.GoQuote;
import io.hushgate.rego.builtin.json.JsonFunctions;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Query strings of URLs, form encoded: a space is a plus. */
public final class UrlQueries {
    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of(
                            "urlquery.encode",
                            "(string) => string",
                            (_, a) -> RegoString.of(encode(Operands.string(a, 0)))),
                    Builtin.of(
                            "urlquery.decode",
                            "(string) => string",
                            (_, a) -> RegoString.of(decode(Operands.string(a, 0)))),
                    Builtin.of(
                            "urlquery.encode_object",
                            "(object[string: any<string, array[string], set[string]>]) => string",
                            (_, a) -> encodeObject(Operands.object(a, 0))),
                    Builtin.of(
                            "urlquery.decode_object",
                            "(string) => object[string: array[string]]",
                            (_, a) -> decodeObject(Operands.string(a, 0))));

    private UrlQueries() {}

    /**
     * Java's encoder leaves the asterisk alone and encodes the tilde; Go does it the other way
     * round.
     */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String decode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] decoded = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b == '%') {
                if (i + 2 >= bytes.length
                        || !HexFormat.isHexDigit(bytes[i + 1])
                        || !HexFormat.isHexDigit(bytes[i + 2])) {
                    String bad =
                            new String(
                                    bytes,
                                    i,
                                    Math.min(3, bytes.length - i),
                                    StandardCharsets.UTF_8);
                    throw BuiltinError.of("invalid URL escape " + GoQuote.quote(bad));
                }
                b =
                        (byte)
                                (HexFormat.fromHexDigit(bytes[i + 1]) << 4
                                        | HexFormat.fromHexDigit(bytes[i + 2]));
                i += 2;
            } else if (b == '+') {
                b = ' ';
            }
            decoded[length++] = b;
        }
        return new String(decoded, 0, length, StandardCharsets.UTF_8);
    }

    private static RegoString encodeObject(RegoObject object) {
        Map<String, List<String>> parameters = new TreeMap<>();
        object.forEach((key, value) -> parameters.put(JsonFunctions.keyText(key), values(value)));
        List<String> pairs = new ArrayList<>();
        parameters.forEach((key, values) ->
                values.forEach(value -> pairs.add(encode(key) + "=" + encode(value))));
        return RegoString.of(String.join("&", pairs));
    }

    private static List<String> values(Value value) {
        return switch (value) {
            case RegoString string -> List.of(string.value());
            case RegoArray array -> strings(array);
            case RegoSet set -> strings(set);
            default -> throw noValues();
        };
    }

    private static List<String> strings(Iterable<Value> members) {
        List<String> strings = new ArrayList<>();
        for (Value member : members) {
            if (!(member instanceof RegoString string)) {
                throw noValues();
            }
            strings.add(string.value());
        }
        return strings;
    }

    private static BuiltinError noValues() {
        return BuiltinError.operand(1, "values must be string, array[string], or set[string]");
    }

    private static RegoObject decodeObject(String query) {
        Map<String, RegoArray.Builder> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (pair.indexOf(';') >= 0) {
                throw BuiltinError.of("invalid semicolon separator in query");
            }
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String key = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                parameters.computeIfAbsent(key, _ -> RegoArray.builder()).add(RegoString.of(value));
            }
        }
        RegoObject.Builder object = RegoObject.builder();
        parameters.forEach((key, values) -> object.put(key, values.build()));
        return object.build();
    }
}
