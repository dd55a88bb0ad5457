package io.hushgate.estate.kustomize;

import io.hushgate.estate.kustomize.KustomizeFiles.Parsed;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The patches of a kustomization, of either form, from files or in its own text. */
final class Patches {
    private final Kustomization kustomization;
    private final KustomizeFiles files;
    private final Set<String> taken;

    /**
     * @param taken addresses of files that became a part of what is built
     */
    Patches(Kustomization kustomization, KustomizeFiles files, Set<String> taken) {
        this.kustomization = kustomization;
        this.files = files;
        this.taken = taken;
    }

    /** {@code patchesStrategicMerge} and {@code patches}. */
    List<BuiltObject> applied(List<BuiltObject> objects) {
        List<BuiltObject> after = objects;
        Mapping content = kustomization.content();
        for (Scalar patch : content.scalars("patchesStrategicMerge")) {
            after = legacy(patch, after);
        }
        for (Node patch : content.items("patches")) {
            if (patch instanceof Scalar path) {
                after = legacy(path, after);
            } else if (patch instanceof Mapping written) {
                after = applied(written, after);
            }
        }
        return after;
    }

    /** {@code patchesJson6902}, which come after names have changed. */
    List<BuiltObject> appliedLast(List<BuiltObject> objects) {
        List<BuiltObject> after = objects;
        for (Mapping written : kustomization.content().mappings("patchesJson6902")) {
            after = applied(written, after);
        }
        return after;
    }

    /** A path, or the patch itself. */
    private List<BuiltObject> legacy(Scalar patch, List<BuiltObject> objects) {
        Optional<Parsed> file =
                patch.text().contains("\n")
                        ? Optional.empty()
                        : files.parsed(kustomization.resolved(patch.text()));
        List<Mapping> documents =
                file.map(Parsed::documents).orElseGet(() -> files.inline(patch.asSource()));
        return merged(documents, file, objects);
    }

    private List<BuiltObject> applied(Mapping written, List<BuiltObject> objects) {
        Optional<Parsed> file =
                written.scalar("path")
                        .flatMap(path -> files.parsed(kustomization.resolved(path.text())));
        List<Mapping> documents =
                file.map(Parsed::documents)
                        .orElseGet(() ->
                                written.scalar("patch")
                                        .map(patch -> files.inline(patch.asSource()))
                                        .orElse(List.of()));
        Mapping target = written.mapping("target");
        if (target.entries().isEmpty()) {
            return merged(documents, file, objects);
        }
        boolean operations =
                !documents.isEmpty()
                        && documents.stream().allMatch(one -> one.get("op").isPresent());
        boolean rename = written.mapping("options").text("allowNameChange").equals("true");
        Selector selector = new Selector(target, true);
        List<BuiltObject> after = new ArrayList<>();
        for (BuiltObject object : objects) {
            if (!selector.selects(object)) {
                after.add(object);
                continue;
            }
            file.ifPresent(one -> taken.add(one.file().address()));
            if (operations) {
                after.add(object.changed(one -> JsonPatch.apply(one, documents)));
            } else {
                merged(object, documents, rename).ifPresent(after::add);
            }
        }
        return after;
    }

    /** Patches that name the object that they are for themselves. */
    private List<BuiltObject> merged(
            List<Mapping> documents, Optional<Parsed> file, List<BuiltObject> objects) {
        List<BuiltObject> after = objects;
        for (Mapping patch : documents) {
            ObjectId wanted = ObjectId.of(patch);
            Predicate<ObjectId> called = id -> id.isCalled(wanted.kind(), wanted.name());
            List<BuiltObject> patched = new ArrayList<>();
            List<BuiltObject> fitting =
                    after.stream().filter(object -> object.wasEver(called)).toList();
            List<BuiltObject> exact =
                    fitting.stream().filter(object -> object.wasEver(wanted::equals)).toList();
            List<BuiltObject> meant = exact.isEmpty() ? fitting : exact;
            for (BuiltObject object : after) {
                if (meant.contains(object)) {
                    file.ifPresent(one -> taken.add(one.file().address()));
                    merged(object, List.of(patch), false).ifPresent(patched::add);
                } else {
                    patched.add(object);
                }
            }
            after = patched;
        }
        return after;
    }

    private static Optional<BuiltObject> merged(
            BuiltObject object, List<Mapping> patches, boolean rename) {
        Optional<Mapping> after = Optional.of(object.object());
        for (Mapping patch : patches) {
            after =
                    after.flatMap(one ->
                            StrategicMerge.merge(one, patch, isKubernetes(one))
                                    .map(merged -> called(merged, one, rename)));
        }
        return after.map(one -> object.changed(_ -> one));
    }

    /** What a patch calls the object is how it finds it; by itself it moves it nowhere. */
    private static Mapping called(Mapping merged, Mapping before, boolean rename) {
        Mapping metadata = merged.mapping("metadata");
        for (String key : rename ? List.of("namespace") : List.of("name", "namespace")) {
            Optional<Node> kept = before.mapping("metadata").get(key);
            metadata =
                    kept.isPresent()
                            ? Edit.with(metadata, key, kept.get())
                            : Edit.without(metadata, key);
        }
        return Edit.with(merged, "metadata", metadata);
    }

    /** Kinds of one's own have no schema here; their lists are replaced. */
    private static boolean isKubernetes(Mapping object) {
        String version = object.text("apiVersion");
        int slash = version.indexOf('/');
        String group = slash < 0 ? "" : version.substring(0, slash);
        return !group.contains(".") || group.endsWith(".k8s.io");
    }
}
