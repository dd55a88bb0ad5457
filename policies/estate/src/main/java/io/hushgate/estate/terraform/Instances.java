package io.hushgate.estate.terraform;

import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code for_each} and {@code count} make of a block: for each instance its key and what the
 * loop variables are. A collection that is not known gives one instance without a key.
 */
final class Instances {
    /** More instances say nothing new. */
    private static final int MAX_INSTANCES = 200;

    private Instances() {}

    /** Instances by key; {@code ""} for the only one of a block without a loop. */
    static Map<String, Map<String, Node>> of(Mapping body, References references) {
        Map<String, Map<String, Node>> instances = new LinkedHashMap<>();
        Optional<Node> loop = body.get("for_each").map(references::resolved);
        Optional<Node> count = body.get("count").map(references::resolved);
        if (loop.isPresent()) {
            for (Entry entry : entries(loop.get())) {
                if (instances.size() < MAX_INSTANCES && entry.key().isLiteral()) {
                    Map<String, Node> each =
                            Map.of("each.key", entry.key(), "each.value", entry.value());
                    instances.put(entry.key().text(), each);
                }
            }
            boolean empty = loop.get() instanceof Mapping || loop.get() instanceof Sequence;
            if (instances.isEmpty() && !(empty && loop.get().asItems().isEmpty())) {
                instances.put("", Map.of());
            }
        } else if (count.isPresent()
                && count.get() instanceof Scalar number
                && number.text().matches("\\d{1,3}")) {
            int times = Math.min(MAX_INSTANCES, Integer.parseInt(number.text()));
            for (int i = 0; i < times; i++) {
                String index = Integer.toString(i);
                Node value = Scalar.standingFor(Form.NUMBER, index, number.place());
                instances.put(index, Map.of("count.index", value));
            }
        } else {
            instances.put("", Map.of());
        }
        return instances;
    }

    /** Keys with values; of a set each item is both. */
    private static List<Entry> entries(Node collection) {
        List<Entry> entries = new ArrayList<>();
        if (collection instanceof Mapping mapping) {
            entries.addAll(mapping.entries());
        } else if (collection instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                if (item instanceof Scalar scalar) {
                    entries.add(new Entry(scalar, scalar));
                }
            }
        }
        return entries;
    }
}
