package io.hushgate.estate.kustomize;

import io.hushgate.estate.kustomize.KustomizeFiles.Parsed;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One build: the objects of a kustomization and of all that it builds upon, changed on the way up.
 *
 * <p>Within a directory: resources, components, generators, merged patches, names and namespaces,
 * labels, JSON patches, replacements; then objects follow each other's new names.
 */
final class OverlayBuild {
    /** Directories of one build; a directory counts each time something builds upon it. */
    private static final int MAX_DIRECTORIES = 1_000;

    private static final int MAX_OBJECTS = 20_000;
    private static final int MAX_DEPTH = 50;

    private static final Pattern REMOTE =
            Pattern.compile(
                    "^(?:git::|git@|[a-z+]+://|[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,}/[^/]+/).*|.*[?&](?:ref|version)=.*");

    private final KustomizeFiles files;
    private final Set<String> taken;
    private final Set<Unbuilt> problems;
    private final Set<String> visited;
    private final Deque<String> open = new ArrayDeque<>();
    private final List<Mapping> variables = new ArrayList<>();
    private int directories;

    /**
     * @param taken addresses of files that became a part of what is built
     * @param visited directories that something was built of
     */
    OverlayBuild(
            KustomizeFiles files, Set<String> taken, Set<String> visited, Set<Unbuilt> problems) {
        this.files = files;
        this.taken = taken;
        this.visited = visited;
        this.problems = problems;
    }

    Overlay build(Kustomization root) {
        List<BuiltObject> objects = run(root, List.of());
        return new Overlay(root.file().address(), Replacements.filled(objects, variables));
    }

    private List<BuiltObject> run(Kustomization from, List<BuiltObject> before) {
        directories++;
        open.push(from.directory());
        visited.add(from.directory());
        taken.add(from.file().address());
        List<BuiltObject> objects = new ArrayList<>(before);
        for (Scalar resource : from.resources()) {
            objects.addAll(resource(from, resource));
        }
        for (Scalar component : from.components()) {
            Optional<Kustomization> inner = enter(from, component);
            objects = inner.isPresent() ? run(inner.get(), objects) : objects;
        }
        for (Scalar unbuilt : from.unbuilt()) {
            problem(from, unbuilt, unbuilt.text() + " needs a plugin or a program");
        }
        objects = generated(from, objects);
        objects = changed(from, objects);
        variables.addAll(from.content().mappings("vars"));
        open.pop();
        return objects;
    }

    private List<BuiltObject> resource(Kustomization from, Scalar written) {
        String path = from.resolved(written.text());
        Optional<Parsed> file = path.isEmpty() ? Optional.empty() : files.parsed(path);
        if (file.isEmpty()) {
            return enter(from, written).map(inner -> run(inner, List.of())).orElse(List.of());
        }
        taken.add(file.get().file().address());
        List<BuiltObject> objects = new ArrayList<>();
        for (Mapping document : file.get().documents()) {
            List<Mapping> items =
                    document.text("kind").endsWith("List") && document.get("items").isPresent()
                            ? document.mappings("items")
                            : List.of(document);
            items.forEach(item -> objects.add(BuiltObject.written(item, file.get().file())));
        }
        return objects.size() > MAX_OBJECTS ? objects.subList(0, MAX_OBJECTS) : objects;
    }

    /** The kustomization of a directory that another one names; empty if it is not looked at. */
    private Optional<Kustomization> enter(Kustomization from, Scalar written) {
        String path = from.resolved(written.text());
        if (open.contains(path) && !isRemote(written)) {
            problem(from, written, "it builds upon itself by way of " + written.text());
            return Optional.empty();
        }
        if (directories >= MAX_DIRECTORIES || open.size() >= MAX_DEPTH) {
            problem(from, written, "more than " + MAX_DIRECTORIES + " directories in one build");
            return Optional.empty();
        }
        Optional<Kustomization> inner =
                isRemote(written) ? Optional.empty() : files.kustomization(path);
        if (inner.isEmpty()) {
            problem(
                    from,
                    written,
                    written.text()
                            + (isRemote(written)
                                    ? " lies elsewhere and was not looked at"
                                    : " is not among what is looked at"));
        }
        return inner;
    }

    private static boolean isRemote(Scalar written) {
        return REMOTE.matcher(written.text()).matches();
    }

    private void problem(Kustomization from, Scalar at, String what) {
        problems.add(new Unbuilt(from.file().address(), at.place(), what));
    }

    private List<BuiltObject> generated(Kustomization from, List<BuiltObject> objects) {
        List<BuiltObject> after = objects;
        List<Mapping> generators = new ArrayList<>(from.content().mappings("secretGenerator"));
        generators.addAll(from.content().mappings("configMapGenerator"));
        List<Mapping> made =
                Generators.of(from.content(), path -> files.content(from.resolved(path)));
        for (int i = 0; i < made.size(); i++) {
            String behavior = generators.get(i).text("behavior");
            after = Generators.applied(after, made.get(i), behavior, from.file());
        }
        return after;
    }

    private List<BuiltObject> changed(Kustomization from, List<BuiltObject> objects) {
        Patches patches = new Patches(from, files, taken);
        Renaming renaming = Renaming.of(from.content());
        List<BuiltObject> after =
                patches.applied(objects).stream()
                        .map(renaming::apply)
                        .map(object ->
                                object.changed(one -> Decorations.apply(one, from.content())))
                        .toList();
        after = patches.appliedLast(after);
        for (Mapping replacement : from.content().mappings("replacements")) {
            Optional<Parsed> file =
                    replacement
                            .scalar("path")
                            .flatMap(path -> files.parsed(from.resolved(path.text())));
            for (Mapping one : file.map(Parsed::documents).orElse(List.of(replacement))) {
                after = Replacements.applied(after, one);
            }
        }
        return NameReferences.followed(after);
    }
}
