package io.hushgate.estate.kustomize;

import io.hushgate.estate.tree.Node.Mapping;

/**
 * What an object is called.
 *
 * @param namespace {@code default} where none is written, as kustomize compares them
 */
record ObjectId(String kind, String name, String namespace) {
    static ObjectId of(Mapping object) {
        Mapping metadata = object.mapping("metadata");
        String namespace = metadata.text("namespace");
        return new ObjectId(
                object.text("kind"),
                metadata.text("name"),
                namespace.isEmpty() ? "default" : namespace);
    }

    boolean isCalled(String otherKind, String otherName) {
        return kind.equals(otherKind) && name.equals(otherName);
    }
}
