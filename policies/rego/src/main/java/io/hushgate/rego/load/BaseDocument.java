package io.hushgate.rego.load;

import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts documents from many files together: objects merge, and anything else may be set by one file
 * only.
 */
final class BaseDocument {
    /** A document under its path, and where it came from. */
    private record Part(String place, RegoObject document) {}

    private final List<Part> parts = new ArrayList<>();
    private RegoObject merged = RegoObject.EMPTY;

    /** Adds a document at a path, which is empty for the root. */
    void add(String place, List<String> path, Value document) {
        Value placed = document;
        for (String key : path.reversed()) {
            placed = RegoObject.of(RegoString.of(key), placed);
        }
        if (!(placed instanceof RegoObject object)) {
            throw new LoadProblem(
                    place,
                    "holds %s, but what is merged into the root must be an object"
                            .formatted(document.kind().text()));
        }
        merged = merge(merged, object, place, List.of());
        parts.add(new Part(place, object));
    }

    RegoObject build() {
        return merged;
    }

    private RegoObject merge(RegoObject left, RegoObject right, String place, List<Value> path) {
        if (left.size() == 0) {
            return right;
        }
        RegoObject.Builder result = left.toBuilder();
        for (int i = 0; i < right.size(); i++) {
            Value key = right.keyAt(i);
            Value value = right.valueAt(i);
            Value old = left.get(key);
            if (old == null) {
                result.put(key, value);
                continue;
            }
            List<Value> inner = new ArrayList<>(path);
            inner.add(key);
            if (!(old instanceof RegoObject oldObject && value instanceof RegoObject object)) {
                throw conflict(place, inner);
            }
            result.put(key, merge(oldObject, object, place, inner));
        }
        return result.build();
    }

    private LoadProblem conflict(String place, List<Value> path) {
        StringBuilder name = new StringBuilder("data");
        path.forEach(key -> name.append('[').append(key).append(']'));
        String before = "another file";
        for (Part part : parts) {
            if (holds(part.document, path)) {
                before = part.place;
            }
        }
        return new LoadProblem(
                place,
                "merge error: %s is also set by %s; only objects can be merged"
                        .formatted(name, before));
    }

    private static boolean holds(RegoObject document, List<Value> path) {
        Value at = document;
        for (Value key : path) {
            at = at.get(key);
            if (at == null) {
                return false;
            }
        }
        return true;
    }
}
