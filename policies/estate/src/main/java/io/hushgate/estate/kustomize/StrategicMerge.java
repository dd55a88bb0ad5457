package io.hushgate.estate.kustomize;

import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Strategic merge patches: mappings merge key by key, {@code null} removes, lists of things that
 * have a key of their own merge item by item, other lists are replaced.
 *
 * <p>Source: kubernetes.io, "Update API Objects in Place Using kubectl patch"; the keys are the
 * {@code patchMergeKey} of the Kubernetes API types.
 */
final class StrategicMerge {
    private static final String DIRECTIVE = "$patch";

    /** Names of lists, and the key that tells their items apart. */
    private static final Map<String, String> KEYS =
            Map.ofEntries(
                    Map.entry("containers", "name"),
                    Map.entry("initContainers", "name"),
                    Map.entry("ephemeralContainers", "name"),
                    Map.entry("env", "name"),
                    Map.entry("volumes", "name"),
                    Map.entry("volumeMounts", "mountPath"),
                    Map.entry("volumeDevices", "devicePath"),
                    Map.entry("imagePullSecrets", "name"),
                    Map.entry("secrets", "name"),
                    Map.entry("hostAliases", "ip"),
                    Map.entry("topologySpreadConstraints", "topologyKey"),
                    Map.entry("resourceClaims", "name"));

    /** Ports have another key in a container than in a Service. */
    private static final List<String> PORT_KEYS = List.of("containerPort", "port");

    private StrategicMerge() {}

    /**
     * The object after the patch; empty if the patch removes it.
     *
     * @param known whether the object is one of Kubernetes' own, whose lists have keys
     */
    static Optional<Mapping> merge(Mapping object, Mapping patch, boolean known) {
        if (patch.text(DIRECTIVE).equals("delete")) {
            return Optional.empty();
        }
        return Optional.of(mapping(object, patch, known));
    }

    private static Mapping mapping(Mapping base, Mapping patch, boolean known) {
        if (patch.text(DIRECTIVE).equals("replace")) {
            return Edit.without(patch.standingAt(base.place()), DIRECTIVE);
        }
        Mapping merged = base;
        for (Entry entry : patch.entries()) {
            String key = entry.key().text();
            if (key.startsWith("$")) {
                continue;
            }
            Optional<Node> before = merged.get(key);
            if (isNull(entry.value())) {
                merged = Edit.without(merged, key);
            } else if (before.isPresent()) {
                merged = Edit.with(merged, key, value(key, before.get(), entry.value(), known));
            } else if (!isRemoval(entry.value())) {
                merged = Edit.with(merged, key, cleaned(entry.value()).standingAt(base.place()));
            }
        }
        return merged;
    }

    private static boolean isNull(Node node) {
        return node instanceof Scalar scalar && scalar.form() == Form.NULL;
    }

    private static boolean isRemoval(Node node) {
        return node instanceof Mapping mapping && mapping.text(DIRECTIVE).equals("delete");
    }

    /** What a patch adds, without what it would remove if it were there. */
    private static Node cleaned(Node added) {
        return switch (added) {
            case Mapping mapping -> {
                List<Entry> kept = new ArrayList<>();
                for (Entry entry : mapping.entries()) {
                    if (!entry.key().text().startsWith("$") && !isNull(entry.value())) {
                        kept.add(new Entry(entry.key(), cleaned(entry.value())));
                    }
                }
                yield new Mapping(kept, mapping.place());
            }
            case Sequence sequence ->
                    new Sequence(
                            sequence.items().stream()
                                    .filter(item -> !isRemoval(item))
                                    .map(StrategicMerge::cleaned)
                                    .toList(),
                            sequence.place());
            case Scalar _, Node.Block _, Node.Call _, Node.Expression _ -> added;
        };
    }

    private static Node value(String key, Node base, Node patch, boolean known) {
        if (base instanceof Mapping before && patch instanceof Mapping after) {
            return mapping(before, after, known);
        }
        if (known && base instanceof Sequence before && patch instanceof Sequence after) {
            return list(key, before, after);
        }
        return cleaned(patch).standingAt(base.place());
    }

    private static Node list(String key, Sequence base, Sequence patch) {
        Optional<String> mergeKey = mergeKey(key, patch);
        if (mergeKey.isEmpty() || patch.items().stream().anyMatch(StrategicMerge::replaces)) {
            return new Sequence(
                    patch.items().stream()
                            .filter(item -> !replaces(item))
                            .map(item -> cleaned(item).standingAt(base.place()))
                            .toList(),
                    base.place());
        }
        List<Node> added = new ArrayList<>();
        List<Node> items = new ArrayList<>(base.items());
        for (Node item : patch.items()) {
            String name = name(item, mergeKey.get());
            int at = indexOf(items, mergeKey.get(), name);
            if (at >= 0 && item instanceof Mapping change && items.get(at) instanceof Mapping old) {
                if (isRemoval(change)) {
                    items.remove(at);
                } else {
                    items.set(at, mapping(old, change, true));
                }
            } else if (!isRemoval(item)) {
                added.add(cleaned(item).standingAt(base.place()));
            }
        }
        added.addAll(items);
        return new Sequence(added, base.place());
    }

    private static boolean replaces(Node item) {
        return item instanceof Mapping mapping && mapping.text(DIRECTIVE).equals("replace");
    }

    private static Optional<String> mergeKey(String list, Sequence patch) {
        if (list.equals("ports")) {
            return PORT_KEYS.stream()
                    .filter(key ->
                            patch.items().stream().allMatch(item -> !name(item, key).isEmpty()))
                    .findFirst();
        }
        return Optional.ofNullable(KEYS.get(list));
    }

    private static String name(Node item, String key) {
        return item instanceof Mapping mapping ? mapping.text(key) : "";
    }

    private static int indexOf(List<Node> items, String key, String name) {
        for (int i = 0; i < items.size(); i++) {
            if (!name.isEmpty() && name(items.get(i), key).equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
