package io.hushgate.rego.builtin.json;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.builtin.collection.Sets;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code json.patch}: JSON Patch (RFC 6902) over any value, sets included. */
public final class JsonPatch {
    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of(
                            "json.patch",
                            "(any, array[object<op: string, path: any>[any: any]]) => any",
                            JsonPatch::patch));

    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");

    /** Null after the whole document was removed. */
    private @Nullable Value document;

    private JsonPatch(Value document) {
        this.document = document;
    }

    private static @Nullable Value patch(BuiltinContext context, Value[] a) {
        JsonPatch patch = new JsonPatch(a[0]);
        for (Value operation : Operands.array(a, 1)) {
            context.step(1);
            if (!(operation instanceof RegoObject object)) {
                throw BuiltinError.of(
                        "must be an array of JSON-Patch objects, but at least one element is not an object");
            }
            patch.apply(object);
        }
        return patch.document;
    }

    private void apply(RegoObject operation) {
        Value rawPath = attribute(operation, "path");
        Value op = attribute(operation, "op");
        if (!(op instanceof RegoString name)) {
            throw BuiltinError.of("attribute 'op' must be a string but found: " + op.kind().text());
        }
        List<Value> path = JsonPath.parse(rawPath);
        switch (name.value()) {
            case "add" -> insert(path, attribute(operation, "value"));
            case "remove" -> delete(path);
            case "replace" -> {
                delete(path);
                insert(path, attribute(operation, "value"));
            }
            case "move" -> {
                List<Value> from = JsonPath.parse(attribute(operation, "from"));
                Value moved = find(from);
                delete(from);
                insert(path, moved);
            }
            case "copy" -> insert(path, find(JsonPath.parse(attribute(operation, "from"))));
            case "test" -> test(find(path), attribute(operation, "value"));
            default -> throw BuiltinError.of("unrecognized op: '%s'".formatted(name.value()));
        }
    }

    private static Value attribute(RegoObject operation, String name) {
        Value value = operation.get(name);
        if (value == null) {
            throw BuiltinError.of("missing required attribute '%s'".formatted(name));
        }
        return value;
    }

    private static void test(Value found, Value expected) {
        if (!found.equals(expected)) {
            throw BuiltinError.of(
                    "value from EditTree != patch value.\n\nExpected: %s\n\nFound: %s"
                            .formatted(expected, found));
        }
    }

    private Value root() {
        if (document == null) {
            throw BuiltinError.of("deleted node encountered during delete operation");
        }
        return document;
    }

    private Value find(List<Value> path) {
        Value found = root();
        for (Value segment : path) {
            found = child(found, segment);
        }
        return found;
    }

    private void insert(List<Value> path, Value value) {
        document =
                path.isEmpty()
                        ? value
                        : edit(root(), path, 0, (parent, key) -> inserted(parent, key, value));
    }

    private void delete(List<Value> path) {
        Value root = root();
        document = path.isEmpty() ? null : edit(root, path, 0, JsonPatch::deleted);
    }

    @FunctionalInterface
    private interface Edit {
        Value apply(Value parent, Value key);
    }

    /**
     * Rebuilds the collections along a path, of which there are no more than the value has levels.
     */
    private static Value edit(Value value, List<Value> path, int at, Edit edit) {
        Value key = path.get(at);
        if (at == path.size() - 1) {
            return edit.apply(value, key);
        }
        Value child = child(value, key);
        return replaced(value, key, child, edit(child, path, at + 1, edit));
    }

    private static Value child(Value value, Value key) {
        Value found =
                switch (value) {
                    case RegoArray array -> {
                        int index = index(array.size(), key);
                        yield index >= 0 && index < array.size() ? array.at(index) : null;
                    }
                    case RegoObject object -> object.get(key);
                    case RegoSet set -> set.get(key);
                    default ->
                            throw BuiltinError.of(
                                    "expected composite type for path %s, found value: %s"
                                            .formatted(key, value));
                };
        if (found == null) {
            throw BuiltinError.of(
                    "path %s does not exist in %s term %s"
                            .formatted(key, value.kind().text(), value));
        }
        return found;
    }

    private static Value replaced(Value value, Value key, Value old, Value fresh) {
        return switch (value) {
            case RegoArray array -> {
                Value[] elements = array.toArray();
                elements[index(elements.length, key)] = fresh;
                yield RegoArray.owning(elements);
            }
            case RegoObject object -> object.with(key, fresh);
            case RegoSet set -> {
                RegoSet.Builder members = RegoSet.builder();
                for (Value member : set) {
                    members.add(member.equals(old) ? fresh : member);
                }
                yield members.build();
            }
            default -> throw new IllegalStateException("a scalar has no children");
        };
    }

    private static Value inserted(Value parent, Value key, Value value) {
        return switch (parent) {
            case RegoObject object -> object.with(key, value);
            case RegoArray array -> {
                int index = index(array.size(), key);
                if (index < 0 || index > array.size()) {
                    throw BuiltinError.of("index for array insertion out of bounds");
                }
                RegoArray.Builder elements = RegoArray.builder();
                array.slice(0, index).forEach(elements::add);
                elements.add(value);
                array.slice(index, array.size()).forEach(elements::add);
                yield elements.build();
            }
            case RegoSet set -> {
                if (!key.equals(value)) {
                    throw BuiltinError.of(
                            "set key %s does not equal value to be inserted %s"
                                    .formatted(key, value));
                }
                RegoSet.Builder members = RegoSet.builder();
                set.forEach(members::add);
                members.add(value);
                yield members.build();
            }
            default -> throw BuiltinError.of("expected composite type, found value: " + parent);
        };
    }

    private static Value deleted(Value parent, Value key) {
        return switch (parent) {
            case RegoObject object -> {
                if (!object.containsKey(key)) {
                    throw noSuchChild(key);
                }
                RegoObject.Builder rest = RegoObject.builder();
                object.forEach((k, v) -> {
                    if (!k.equals(key)) {
                        rest.put(k, v);
                    }
                });
                yield rest.build();
            }
            case RegoArray array -> {
                int index = index(array.size(), key);
                if (index < 0 || index >= array.size()) {
                    throw BuiltinError.of("index for array delete out of bounds");
                }
                RegoArray.Builder rest = RegoArray.builder();
                array.slice(0, index).forEach(rest::add);
                array.slice(index + 1, array.size()).forEach(rest::add);
                yield rest.build();
            }
            case RegoSet set -> {
                if (!set.contains(key)) {
                    throw noSuchChild(key);
                }
                yield Sets.difference(set, RegoSet.of(key));
            }
            default -> throw BuiltinError.of("expected composite type, found value: " + parent);
        };
    }

    private static BuiltinError noSuchChild(Value key) {
        return BuiltinError.of("cannot delete child key %s that does not exist".formatted(key));
    }

    /** A position in an array of that length; {@code -} is the one after the last. */
    private static int index(int length, Value key) {
        if (key instanceof RegoNumber number) {
            if (!number.isLong() || Math.abs(number.longValue()) > Integer.MAX_VALUE) {
                throw BuiltinError.of("invalid number type for indexing");
            }
            return (int) number.longValue();
        }
        if (!(key instanceof RegoString string)) {
            throw BuiltinError.of("invalid type for indexing");
        }
        String text = string.value();
        if (text.equals("-")) {
            return length;
        }
        if (!INTEGER.matcher(text).matches()) {
            throw BuiltinError.of("invalid string for indexing");
        }
        if (text.startsWith("0") && text.length() > 1) {
            throw BuiltinError.of("leading zeros are not allowed in JSON paths");
        }
        return Integer.parseInt(text);
    }
}
