package io.hushgate.estate.tree;

import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Node.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Builds a tree from begin and end events without recursion, so that depth costs heap and not
 * stack.
 *
 * <p>An alias shares the node that it names and counts its weight again: the number of nodes a walk
 * of the tree visits stays within {@link Limits#maxNodes}.
 */
final class TreeBuilder {
    private static final String MERGE = "<<";

    private final Source source;
    private final Limits limits;
    private final Problems problems;
    private final List<Node> documents = new ArrayList<>();
    private final Deque<Frame> open = new ArrayDeque<>();
    private final Map<String, Weighed> anchors = new HashMap<>();
    private int weight;
    private boolean full;
    private boolean complexKey;

    TreeBuilder(Source source, Limits limits, Problems problems) {
        this.source = source;
        this.limits = limits;
        this.problems = problems;
    }

    /** Tells whether the tree has as many nodes or levels as it may; reading has to stop. */
    boolean isFull() {
        return full;
    }

    /**
     * Tells whether a mapping had a collection as key, which is how an unquoted template looks to
     * YAML.
     */
    boolean hasComplexKey() {
        return complexKey;
    }

    void beginMapping(int offset, String anchor) {
        begin(new Frame(true, offset, anchor, weight));
    }

    void beginSequence(int offset, String anchor) {
        begin(new Frame(false, offset, anchor, weight));
    }

    private void begin(Frame frame) {
        if (open.size() < limits.maxDepth()) {
            open.push(frame);
        } else {
            full = true;
            problems.add(
                    Problem.Code.LIMIT_DEPTH,
                    frame.offset,
                    "nested deeper than " + limits.maxDepth() + "; the rest is left out");
        }
    }

    void end() {
        Frame frame = open.pop();
        Node node = frame.finish(source.placeAt(frame.offset));
        int heavy = weight - frame.weightBefore + 1;
        remember(frame.anchor, node, heavy);
        put(node, 1);
    }

    void add(Scalar scalar, String anchor) {
        remember(anchor, scalar, 1);
        put(scalar, 1);
    }

    void alias(String anchor, int offset) {
        Weighed known = anchors.get(anchor);
        if (known == null) {
            problems.add(Problem.Code.YAML_INVALID, offset, "alias *" + anchor + " names nothing");
            put(empty(offset), 1);
        } else {
            put(known.node, known.weight);
        }
    }

    /** Closes what is still open, as after a mistake, and ends the document. */
    void endDocument() {
        while (!open.isEmpty()) {
            end();
        }
        anchors.clear();
    }

    List<Node> finish() {
        endDocument();
        return documents;
    }

    private void remember(String anchor, Node node, int heavy) {
        if (!anchor.isEmpty()) {
            anchors.put(anchor, new Weighed(node, heavy));
        }
    }

    private void put(Node node, int heavy) {
        if (weight > limits.maxNodes() - heavy) {
            if (!full) {
                full = true;
                problems.add(
                        Problem.Code.LIMIT_NODES,
                        0,
                        "more than " + limits.maxNodes() + " nodes; the rest is left out");
            }
            return;
        }
        weight += heavy;
        Frame frame = open.peek();
        if (frame == null) {
            documents.add(node);
        } else {
            frame.take(node);
        }
    }

    private Scalar empty(int offset) {
        return new Scalar(Form.NULL, "", "", new Origin(source, offset, offset, Escapes.NONE));
    }

    private record Weighed(Node node, int weight) {}

    /** A collection that is still being read. */
    private final class Frame {
        final boolean mapping;
        final int offset;
        final String anchor;
        final int weightBefore;
        final List<Node> items = new ArrayList<>();
        final List<Entry> entries = new ArrayList<>();
        final Set<String> keys = new HashSet<>();
        Optional<Scalar> key = Optional.empty();

        Frame(boolean mapping, int offset, String anchor, int weightBefore) {
            this.mapping = mapping;
            this.offset = offset;
            this.anchor = anchor;
            this.weightBefore = weightBefore;
        }

        void take(Node node) {
            if (!mapping) {
                items.add(node);
            } else if (key.isEmpty()) {
                key = Optional.of(asKey(node));
            } else {
                entries.add(new Entry(key.get(), node));
                key = Optional.empty();
            }
        }

        private Scalar asKey(Node node) {
            if (!(node instanceof Scalar scalar)) {
                complexKey = true;
                return empty(offset);
            }
            if (!keys.add(scalar.text()) && !scalar.text().equals(MERGE)) {
                problems.add(
                        Problem.Code.DUPLICATE_KEY,
                        scalar.origin().from(),
                        "key \"" + abbreviated(scalar.text()) + "\" is given twice");
            }
            return scalar;
        }

        Node finish(Place place) {
            key.ifPresent(last -> entries.add(new Entry(last, empty(last.origin().to()))));
            return mapping ? new Mapping(merged(), place) : new Sequence(items, place);
        }

        /**
         * YAML 1.1 merge keys: entries of the merged mappings come first, so that own entries win.
         */
        private List<Entry> merged() {
            if (!keys.contains(MERGE)) {
                return entries;
            }
            List<Entry> inherited = new ArrayList<>();
            List<Entry> own = new ArrayList<>();
            for (Entry entry : entries) {
                if (entry.key().text().equals(MERGE)) {
                    for (Node merged : entry.value().asItems().reversed()) {
                        merged.asMapping().ifPresent(from -> inherited.addAll(from.entries()));
                    }
                } else {
                    own.add(entry);
                }
            }
            weight = Math.min(limits.maxNodes(), weight + inherited.size());
            inherited.addAll(own);
            return inherited;
        }
    }

    private static String abbreviated(String key) {
        return key.length() <= 40 ? key : key.substring(0, 40) + "...";
    }
}
