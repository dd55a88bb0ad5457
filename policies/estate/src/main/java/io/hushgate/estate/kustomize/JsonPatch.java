package io.hushgate.estate.kustomize;

import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * JSON patches (RFC 6902) with JSON pointers (RFC 6901). An operation that does not fit is skipped.
 */
final class JsonPatch {
    private JsonPatch() {}

    static Mapping apply(Mapping object, List<Mapping> operations) {
        Mapping patched = object;
        for (Mapping operation : operations) {
            Node after = operation(patched, operation);
            patched = after instanceof Mapping mapping ? mapping : patched;
        }
        return patched;
    }

    private static Node operation(Mapping object, Mapping operation) {
        List<String> path = pointer(operation.text("path"));
        List<String> from = pointer(operation.text("from"));
        Optional<Node> value = operation.get("value");
        return switch (operation.text("op")) {
            case "add" -> value.map(added -> added(object, path, added)).orElse(object);
            case "replace" ->
                    value.map(other ->
                                    changed(
                                            object,
                                            path,
                                            before ->
                                                    Optional.of(other.standingAt(before.place()))))
                            .orElse(object);
            case "remove" -> changed(object, path, _ -> Optional.empty());
            case "copy" -> at(object, from).map(copy -> added(object, path, copy)).orElse(object);
            case "move" ->
                    at(object, from)
                            .map(moved ->
                                    added(
                                            changed(object, from, _ -> Optional.empty()),
                                            path,
                                            moved))
                            .orElse(object);
            default -> object;
        };
    }

    private static List<String> pointer(String text) {
        List<String> parts = new ArrayList<>();
        int from = 1;
        while (from > 0 && from <= text.length()) {
            int slash = text.indexOf('/', from);
            String part = slash < 0 ? text.substring(from) : text.substring(from, slash);
            parts.add(part.replace("~1", "/").replace("~0", "~"));
            from = slash + 1;
        }
        return parts;
    }

    private static Optional<Node> at(Node node, List<String> path) {
        if (path.isEmpty()) {
            return Optional.of(node);
        }
        List<String> rest = path.subList(1, path.size());
        if (node instanceof Mapping mapping) {
            return mapping.get(path.getFirst()).flatMap(inner -> at(inner, rest));
        }
        if (node instanceof Sequence sequence) {
            int index = index(path.getFirst(), sequence.items().size() - 1);
            return index < 0 ? Optional.empty() : at(sequence.items().get(index), rest);
        }
        return Optional.empty();
    }

    private static Node added(Node node, List<String> path, Node value) {
        if (path.isEmpty()) {
            return value.standingAt(node.place());
        }
        String key = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        if (node instanceof Mapping mapping) {
            if (rest.isEmpty()) {
                return Edit.with(mapping, key, value.standingAt(mapping.place()));
            }
            return mapping.get(key)
                    .<Node>map(inner -> Edit.with(mapping, key, added(inner, rest, value)))
                    .orElse(node);
        }
        if (node instanceof Sequence sequence) {
            List<Node> items = new ArrayList<>(sequence.items());
            int index = key.equals("-") ? items.size() : index(key, items.size());
            if (index < 0 || (!rest.isEmpty() && index == items.size())) {
                return node;
            }
            if (rest.isEmpty()) {
                items.add(index, value.standingAt(sequence.place()));
            } else {
                items.set(index, added(items.get(index), rest, value));
            }
            return new Sequence(items, sequence.place());
        }
        return node;
    }

    /** Changes or removes what is there. */
    private static Node changed(
            Node node, List<String> path, Function<Node, Optional<Node>> change) {
        if (path.isEmpty()) {
            return change.apply(node).orElse(node);
        }
        String key = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        if (node instanceof Mapping mapping) {
            Optional<Node> inner = mapping.get(key);
            if (inner.isEmpty()) {
                return node;
            }
            Optional<Node> after =
                    rest.isEmpty()
                            ? change.apply(inner.get())
                            : Optional.of(changed(inner.get(), rest, change));
            return after.isPresent()
                    ? Edit.with(mapping, key, after.get())
                    : Edit.without(mapping, key);
        }
        if (node instanceof Sequence sequence) {
            int index = index(key, sequence.items().size() - 1);
            if (index < 0) {
                return node;
            }
            List<Node> items = new ArrayList<>(sequence.items());
            Optional<Node> after =
                    rest.isEmpty()
                            ? change.apply(items.get(index))
                            : Optional.of(changed(items.get(index), rest, change));
            if (after.isPresent()) {
                items.set(index, after.get());
            } else {
                items.remove(index);
            }
            return new Sequence(items, sequence.place());
        }
        return node;
    }

    /** A number up to {@code max}, or -1. */
    private static int index(String text, int max) {
        boolean number = !text.isEmpty() && text.length() < 7;
        for (int i = 0; i < text.length(); i++) {
            number &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        int index = number ? Integer.parseInt(text) : -1;
        return index <= max ? index : -1;
    }
}
