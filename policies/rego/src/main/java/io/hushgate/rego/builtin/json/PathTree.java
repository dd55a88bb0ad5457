package io.hushgate.rego.builtin.json;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Many paths into one document, with common beginnings shared, for {@code json.filter} and {@code
 * json.remove}. In arrays a position is a key that is the text of a number.
 */
public final class PathTree {
    private static final String SIGNATURE =
            "(object[any: any], any<array[any<string, array[any]>], set[any<string, array[any]>]>) => object[any: any]";

    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of(
                            "json.filter",
                            SIGNATURE,
                            (_, a) -> {
                                Operands.object(a, 0);
                                return of(JsonPath.parseAll(a[1])).filter(a[0]);
                            }),
                    Builtin.of(
                            "json.remove",
                            SIGNATURE,
                            (_, a) -> {
                                Operands.object(a, 0);
                                return of(JsonPath.parseAll(a[1])).remove(a[0]);
                            }));

    /** An end of a path: everything below belongs to it. */
    private static final PathTree END = new PathTree();

    private final Map<Value, PathTree> children = new HashMap<>();

    private PathTree() {}

    private static PathTree of(List<List<Value>> paths) {
        PathTree root = new PathTree();
        for (List<Value> path : paths) {
            root.add(path);
        }
        return root;
    }

    @SuppressWarnings("ReferenceEquality") // there is one end, and other trees may be empty, too
    private void add(List<Value> path) {
        PathTree node = this;
        for (int i = 0; i < path.size() - 1; i++) {
            node = node.children.computeIfAbsent(path.get(i), _ -> new PathTree());
            if (node == END) {
                return;
            }
        }
        if (!path.isEmpty()) {
            node.children.put(path.getLast(), END);
        }
    }

    @SuppressWarnings("ReferenceEquality") // as above
    private Value filter(Value value) {
        if (this == END) {
            return value;
        }
        return switch (value) {
            case RegoObject object -> {
                RegoObject.Builder kept = RegoObject.builder();
                for (int i = 0; i < object.size(); i++) {
                    PathTree child = children.get(object.keyAt(i));
                    if (child != null) {
                        kept.put(object.keyAt(i), child.filter(object.valueAt(i)));
                    }
                }
                yield kept.build();
            }
            case RegoArray array -> {
                RegoArray.Builder kept = RegoArray.builder();
                for (int i = 0; i < array.size(); i++) {
                    PathTree child = at(i);
                    if (child != null) {
                        kept.add(child.filter(array.at(i)));
                    }
                }
                yield kept.build();
            }
            case RegoSet set -> {
                RegoSet.Builder kept = RegoSet.builder();
                for (Value member : set) {
                    PathTree child = children.get(member);
                    if (child != null) {
                        kept.add(child.filter(member));
                    }
                }
                yield kept.build();
            }
            default -> value;
        };
    }

    /** What is left; must not be called on an end. */
    private Value remove(Value value) {
        return switch (value) {
            case RegoObject object -> {
                RegoObject.Builder kept = RegoObject.builder();
                for (int i = 0; i < object.size(); i++) {
                    Value rest = rest(children.get(object.keyAt(i)), object.valueAt(i));
                    if (rest != null) {
                        kept.put(object.keyAt(i), rest);
                    }
                }
                yield kept.build();
            }
            case RegoArray array -> {
                RegoArray.Builder kept = RegoArray.builder();
                for (int i = 0; i < array.size(); i++) {
                    Value rest = rest(at(i), array.at(i));
                    if (rest != null) {
                        kept.add(rest);
                    }
                }
                yield kept.build();
            }
            case RegoSet set -> {
                RegoSet.Builder kept = RegoSet.builder();
                for (Value member : set) {
                    Value rest = rest(children.get(member), member);
                    if (rest != null) {
                        kept.add(rest);
                    }
                }
                yield kept.build();
            }
            default -> value;
        };
    }

    private @Nullable PathTree at(int position) {
        return children.get(RegoString.of(Integer.toString(position)));
    }

    @SuppressWarnings("ReferenceEquality") // as above
    private static @Nullable Value rest(@Nullable PathTree child, Value value) {
        return child == null ? value : child == END ? null : child.remove(value);
    }
}
