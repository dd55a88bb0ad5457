package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Collector;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the document of rules such as {@code p[x].q := v} and {@code p[x] contains y}: objects
 * within objects, with values and sets as leaves. A place is a leaf or a branch and never both.
 */
public final class Tree extends Collector {
    private sealed interface Part {}

    private record Leaf(Value value) implements Part {}

    private record Branch(Map<Value, Part> children) implements Part {
        Branch() {
            this(new LinkedHashMap<>());
        }
    }

    private record Set(RegoSet.Builder members) implements Part {}

    private final Branch root = new Branch();

    /** Puts a value at a path; false when something else is there already. */
    boolean put(Value[] path, Value value) {
        Branch branch = branchAbove(path);
        if (branch == null) {
            return false;
        }
        Part known = branch.children.putIfAbsent(path[path.length - 1], new Leaf(value));
        return known == null || (known instanceof Leaf(var old) && old.equals(value));
    }

    /** Adds a member to the set at a path; false when something else is there already. */
    boolean add(Value[] path, Value member) {
        Branch branch = branchAbove(path);
        if (branch == null) {
            return false;
        }
        Value key = path[path.length - 1];
        if (!(branch.children.computeIfAbsent(key, _ -> new Set(RegoSet.builder()))
                instanceof Set(var members))) {
            return false;
        }
        members.add(member);
        return true;
    }

    private @Nullable Branch branchAbove(Value[] path) {
        Branch branch = root;
        for (int i = 0; i < path.length - 1; i++) {
            if (!(branch.children.computeIfAbsent(path[i], _ -> new Branch())
                    instanceof Branch child)) {
                return null;
            }
            branch = child;
        }
        return branch;
    }

    public RegoObject build() {
        return (RegoObject) build(root);
    }

    private static Value build(Part part) {
        return switch (part) {
            case Leaf(var value) -> value;
            case Set(var members) -> members.build();
            case Branch(var children) -> {
                RegoObject.Builder object = RegoObject.builder();
                children.forEach((key, child) -> object.put(key, build(child)));
                yield object.build();
            }
        };
    }
}
