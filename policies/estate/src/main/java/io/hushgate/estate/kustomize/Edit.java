package io.hushgate.estate.kustomize;

import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Block;
import io.hushgate.estate.tree.Node.Call;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Expression;
import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Node.Sequence;
import io.hushgate.estate.tree.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes of trees. Trees are values: each change gives another one. */
final class Edit {
    private Edit() {}

    /** The mapping with a key set; a new key stands where the mapping stands. */
    static Mapping with(Mapping mapping, String key, Node value) {
        List<Entry> entries = new ArrayList<>(mapping.entries().size() + 1);
        boolean there = false;
        for (Entry entry : mapping.entries()) {
            if (!entry.key().text().equals(key)) {
                entries.add(entry);
            } else if (!there) {
                entries.add(new Entry(entry.key(), value));
                there = true;
            }
        }
        if (!there) {
            entries.add(new Entry(text(key, mapping.place()), value));
        }
        return new Mapping(entries, mapping.place());
    }

    static Mapping without(Mapping mapping, String key) {
        if (mapping.get(key).isEmpty()) {
            return mapping;
        }
        return new Mapping(
                mapping.entries().stream()
                        .filter(entry -> !entry.key().text().equals(key))
                        .toList(),
                mapping.place());
    }

    /** A text that stands for something at a place. */
    static Scalar text(String text, Place place) {
        return Scalar.standingFor(Form.TEXT, text, place);
    }

    /** The scalar with another text, at the same place. */
    static Scalar reworded(Scalar scalar, String text) {
        return text.equals(scalar.text())
                ? scalar
                : Scalar.standingFor(scalar.form(), text, scalar.place());
    }

    /** Changes what stands at a path, in every item of the lists on the way; nothing is created. */
    static Mapping at(Mapping mapping, List<String> path, UnaryOperator<Node> change) {
        return mapping.get(path.getFirst())
                .map(value -> {
                    Node after = inside(value, path.subList(1, path.size()), change);
                    return after.equals(value) ? mapping : with(mapping, path.getFirst(), after);
                })
                .orElse(mapping);
    }

    private static Node inside(Node node, List<String> path, UnaryOperator<Node> change) {
        if (path.isEmpty()) {
            return change.apply(node);
        }
        return switch (node) {
            case Mapping mapping -> at(mapping, path, change);
            case Sequence sequence -> items(sequence, item -> inside(item, path, change));
            case Scalar _, Block _, Call _, Expression _ -> node;
        };
    }

    /** Changes each item of a list. */
    static Sequence items(Sequence sequence, UnaryOperator<Node> change) {
        boolean changed = false;
        List<Node> items = new ArrayList<>(sequence.items().size());
        for (Node item : sequence.items()) {
            Node after = change.apply(item);
            changed |= !after.equals(item);
            items.add(after);
        }
        return changed ? new Sequence(items, sequence.place()) : sequence;
    }

    /** Sets what stands at a path of mappings, which are created where they are missing. */
    static Mapping put(Mapping mapping, List<String> path, Node value) {
        String key = path.getFirst();
        Node inner =
                path.size() == 1
                        ? value
                        : put(mapping.mapping(key), path.subList(1, path.size()), value);
        return with(mapping, key, inner);
    }

    /** Changes all scalars. */
    static Node scalars(Node node, UnaryOperator<Scalar> change) {
        return switch (node) {
            case Scalar scalar -> change.apply(scalar);
            case Sequence sequence -> items(sequence, item -> scalars(item, change));
            case Mapping mapping -> {
                boolean changed = false;
                List<Entry> entries = new ArrayList<>(mapping.entries().size());
                for (Entry entry : mapping.entries()) {
                    Node value = scalars(entry.value(), change);
                    changed |= !value.equals(entry.value());
                    entries.add(new Entry(entry.key(), value));
                }
                yield changed ? new Mapping(entries, mapping.place()) : mapping;
            }
            case Block _, Call _, Expression _ -> node;
        };
    }
}
