package io.hushgate.estate.access;

import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reaches as JSON: the nodes on their ways, and each reach with its steps. The shape is promised by
 * {@code access.schema.json} beside this class.
 */
public final class AccessDocument {
    /** The version of the shape; grows when a key changes its meaning or goes. */
    public static final String SCHEMA = "hushgate.access/1";

    private AccessDocument() {}

    /** The document, indented, with a line end. */
    public static String json(List<Reach> reaches) {
        return JsonWriter.PRETTY.write(of(reaches)) + "\n";
    }

    /** The document as a value. */
    public static RegoObject of(List<Reach> reaches) {
        TreeSet<AccessNode> nodes = new TreeSet<>();
        for (Reach reach : reaches) {
            nodes.add(reach.subject());
            nodes.add(reach.target());
            reach.steps()
                    .forEach(step -> {
                        nodes.add(step.from());
                        nodes.add(step.to());
                    });
        }
        return RegoObject.builder()
                .put("schema", RegoString.of(SCHEMA))
                .put("nodes", array(nodes, AccessDocument::node))
                .put("reaches", array(reaches, AccessDocument::reach))
                .build();
    }

    private static Value node(AccessNode node) {
        return RegoObject.builder()
                .put("id", RegoString.of(node.id()))
                .put("kind", RegoString.of(lower(node.kind())))
                .put("namespace", RegoString.of(node.namespace()))
                .put("name", RegoString.of(node.name()))
                .put("title", RegoString.of(node.toString()))
                .build();
    }

    private static Value reach(Reach reach) {
        return RegoObject.builder()
                .put("subject", RegoString.of(reach.subject().id()))
                .put("target", RegoString.of(reach.target().id()))
                .put("capabilities", array(reach.capabilities(), RegoString::of))
                .put("own", RegoBoolean.of(reach.isOwn()))
                .put("confidence", RegoString.of(lower(reach.confidence())))
                .put("steps", array(reach.steps(), AccessDocument::step))
                .build();
    }

    private static Value step(AccessEdge step) {
        return RegoObject.builder()
                .put("from", RegoString.of(step.from().id()))
                .put("to", RegoString.of(step.to().id()))
                .put("way", RegoString.of(step.way().id()))
                .put("detail", RegoString.of(step.detail()))
                .put("confidence", RegoString.of(lower(step.confidence())))
                .put("evidence", array(step.evidence(), Evidence::toValue))
                .build();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <T> RegoArray array(Collection<T> items, Function<T, Value> rendered) {
        return RegoArray.of(items.stream().map(rendered).toList());
    }
}
