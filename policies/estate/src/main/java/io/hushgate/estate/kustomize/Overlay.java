package io.hushgate.estate.kustomize;

import java.util.List;

/**
 * What the build of a kustomization gives.
 *
 * @param file address of the kustomization that nothing else builds upon
 */
public record Overlay(String file, List<BuiltObject> objects) {
    public Overlay {
        objects = List.copyOf(objects);
    }
}
