package io.hushgate.estate.kustomize;

import io.hushgate.estate.read.RelativePath;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A kustomization file.
 *
 * @param directory within the tree, without {@code /} at its end; empty for the root
 */
record Kustomization(String directory, SourceFile file, Mapping content) {
    /** The names that kustomize looks for, in its order. */
    static final List<String> NAMES =
            List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    /** Keys whose work needs a plugin or a program. */
    private static final Set<String> PLUGINS =
            Set.of("generators", "transformers", "helmCharts", "helmChartInflationGenerator");

    boolean isComponent() {
        return content.text("kind").equals("Component");
    }

    /** Files and directories whose objects it takes, {@code bases} as before version 2.1. */
    List<Scalar> resources() {
        List<Scalar> all = new ArrayList<>(content.scalars("resources"));
        all.addAll(content.scalars("bases"));
        return all;
    }

    List<Scalar> components() {
        return content.scalars("components");
    }

    /** What of it a build without plugins leaves out. */
    List<Scalar> unbuilt() {
        return content.entries().stream()
                .filter(entry -> PLUGINS.contains(entry.key().text()))
                .filter(entry -> entry.value().asItems().stream().anyMatch(Kustomization::isThere))
                .map(Node.Entry::key)
                .toList();
    }

    private static boolean isThere(Node node) {
        return !(node instanceof Scalar scalar && scalar.form() == Node.Form.NULL);
    }

    /** A path as written in this file, from the root of the tree; empty if it leads out of it. */
    String resolved(String written) {
        return RelativePath.resolve(directory, written).orElse("");
    }

    static String directoryOf(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
