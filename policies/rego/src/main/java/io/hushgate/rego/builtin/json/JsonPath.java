package io.hushgate.rego.builtin.json;

import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Paths into a document: JSON pointers (RFC 6901, leading slash optional) or arrays of keys. */
public final class JsonPath {
    private JsonPath() {}

    public static List<Value> parse(Value path) {
        return switch (path) {
            case RegoString string -> pointer(string.value());
            case RegoArray array -> List.of(array.toArray());
            default ->
                    throw BuiltinError.operand(
                            2,
                            "must be one of {set, array} containing string paths or array of path segments but got "
                                    + path.kind().text());
        };
    }

    /** The paths in an array or set that is the second operand. */
    static List<List<Value>> parseAll(Value paths) {
        Iterable<Value> members =
                switch (paths) {
                    case RegoArray array -> array;
                    case RegoSet set -> set;
                    default -> throw BuiltinError.type(2, paths, "set", "array");
                };
        List<List<Value>> parsed = new ArrayList<>();
        members.forEach(path -> parsed.add(parse(path)));
        return parsed;
    }

    private static List<Value> pointer(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        int start = 0;
        while (start < text.length() && text.charAt(start) == '/') {
            start++;
        }
        List<Value> segments = new ArrayList<>();
        while (true) {
            int end = text.indexOf('/', start);
            String segment = text.substring(start, end < 0 ? text.length() : end);
            segments.add(RegoString.of(segment.replace("~1", "/").replace("~0", "~")));
            if (end < 0) {
                return segments;
            }
            start = end + 1;
        }
    }
}
