package io.hushgate.estate.kustomize;

import io.hushgate.estate.tree.Node.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A Kubernetes object as a build leaves it.
 *
 * @param object what is not of {@code file} itself, such as what a patch adds, stands at the place
 *     of the nearest thing that is
 * @param file that it was first written in
 * @param generated whether a {@code secretGenerator} or {@code configMapGenerator} made it
 * @param former what it was called before, the oldest first
 */
public record BuiltObject(
        Mapping object, SourceFile file, boolean generated, List<ObjectId> former) {
    public BuiltObject {
        former = List.copyOf(former);
    }

    static BuiltObject written(Mapping object, SourceFile file) {
        return new BuiltObject(object, file, false, List.of());
    }

    ObjectId id() {
        return ObjectId.of(object);
    }

    /** The same object after a change, which may be one of its name. */
    BuiltObject changed(UnaryOperator<Mapping> change) {
        Mapping after = change.apply(object);
        if (after.equals(object)) {
            return this;
        }
        ObjectId before = id();
        if (ObjectId.of(after).equals(before)) {
            return new BuiltObject(after, file, generated, former);
        }
        List<ObjectId> ids = new ArrayList<>(former);
        ids.add(before);
        return new BuiltObject(after, file, generated, ids);
    }

    /** Tells whether it is or was ever called so. */
    boolean wasEver(Predicate<ObjectId> called) {
        return called.test(id()) || former.stream().anyMatch(called);
    }

    /** What it was called when this build of a directory began, or is. */
    ObjectId last() {
        return former.isEmpty() ? id() : former.getLast();
    }
}
