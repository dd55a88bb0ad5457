package io.hushgate.rego.eval;

import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Look-ups in base data, which follow OPA's store rather than the rules for values: the keys of a
 * path are texts there, so {@code data.ports[80]} finds the member {@code "80"} of an object, and
 * {@code data.list["0"]} the first element of an array.
 */
public final class Stored {
    /** No array is longer than this many digits say. */
    private static final int MAX_INDEX_DIGITS = 9;

    private Stored() {}

    /** What a stored value has under a key, or null. */
    public static @Nullable Value get(Value from, Value key) {
        Value found = from.get(key);
        if (found != null) {
            return found;
        }
        if (from instanceof RegoObject object && key instanceof RegoNumber number) {
            return object.get(number.toString());
        }
        if (from instanceof RegoArray array && key instanceof RegoString text) {
            int index = index(text.value());
            return index >= 0 && index < array.size() ? array.at(index) : null;
        }
        return null;
    }

    private static int index(String text) {
        boolean digits =
                !text.isEmpty()
                        && text.length() <= MAX_INDEX_DIGITS
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : -1;
    }
}
