package io.hushgate.estate.kustomize;

import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The overlays of a tree: kustomizations that nothing else in it builds upon. What they are built
 * of is told by them, and need not be judged by itself.
 */
public final class Overlays {
    private final KustomizeFiles files;
    private final Set<String> directories = new TreeSet<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<Unbuilt> problems = new TreeSet<>();

    /**
     * The overlays among some kustomizations.
     *
     * @param kustomizations paths of their files within the tree
     * @param prefix what addresses have before the path in the tree; empty or with {@code /} at its
     *     end
     */
    public Overlays(
            Collection<String> kustomizations, FileTree tree, String prefix, Limits limits) {
        this.files = new KustomizeFiles(tree, prefix, limits);
        kustomizations.forEach(path -> directories.add(Kustomization.directoryOf(path)));
    }

    /** Tells by its name whether a file is a kustomization. */
    public static boolean isKustomization(String address) {
        return Kustomization.NAMES.contains(address.substring(address.lastIndexOf('/') + 1));
    }

    /** Builds each, in the order of their paths. Those of a circle are built from its first one. */
    public void build(Consumer<Overlay> into) {
        Set<String> inner = new HashSet<>();
        for (String directory : directories) {
            files.kustomization(directory).ifPresent(one -> inner.addAll(needs(one)));
        }
        Set<String> visited = new HashSet<>();
        for (String directory : directories) {
            if (!inner.contains(directory)) {
                build(directory, visited, into);
            }
        }
        for (String directory : directories) {
            if (inner.contains(directory) && !visited.contains(directory)) {
                build(directory, visited, into);
            }
        }
    }

    private void build(String directory, Set<String> visited, Consumer<Overlay> into) {
        Optional<Kustomization> root =
                files.kustomization(directory).filter(one -> !one.isComponent());
        root.ifPresent(
                one -> into.accept(new OverlayBuild(files, taken, visited, problems).build(one)));
    }

    private static List<String> needs(Kustomization kustomization) {
        return Stream.concat(
                        kustomization.resources().stream(), kustomization.components().stream())
                .map(Scalar::text)
                .map(kustomization::resolved)
                .toList();
    }

    /** Addresses of files that are a part of some overlay; known when all are built. */
    public Set<String> files() {
        return Set.copyOf(taken);
    }

    /** What could not be built, by address and place. */
    public List<Unbuilt> problems() {
        return List.copyOf(problems);
    }
}
