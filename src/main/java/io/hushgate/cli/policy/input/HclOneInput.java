package io.hushgate.cli.policy.input;

import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Block;
import io.hushgate.estate.tree.Node.Call;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Expression;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Node.Sequence;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads HCL 1. Every object stands in an array of its own, because its key may be repeated: {@code
 * input.provider[0].google[0].project}. Only objects that are items of a list stand bare.
 */
final class HclOneInput {
    private HclOneInput() {}

    static Value read(String text) {
        return object(HclTexts.body(text));
    }

    private static Value object(Mapping mapping) {
        Map<String, List<Value>> objects = new LinkedHashMap<>();
        Map<String, Value> values = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            String key = entry.key().text();
            switch (entry.value()) {
                case Block block -> collect(objects, key, labelled(block.labels(), block.body()));
                case Mapping inner -> collect(objects, key, object(inner));
                case Scalar _, Sequence _, Call _, Expression _ ->
                        values.put(key, value(entry.value()));
            }
        }
        RegoObject.Builder object = RegoObject.builder();
        values.forEach(object::put);
        objects.forEach((key, bodies) -> object.put(key, RegoArray.of(bodies)));
        return object.build();
    }

    private static void collect(Map<String, List<Value>> objects, String key, Value body) {
        objects.computeIfAbsent(key, _ -> new ArrayList<>()).add(body);
    }

    private static Value labelled(List<Scalar> labels, Mapping body) {
        Value value = object(body);
        for (Scalar label : labels.reversed()) {
            value = RegoObject.of(RegoString.of(label.text()), RegoArray.of(value));
        }
        return value;
    }

    private static Value value(Node node) {
        return switch (node) {
            case Scalar scalar -> HclTexts.scalar(scalar);
            case Sequence sequence ->
                    RegoArray.of(sequence.items().stream().map(HclOneInput::value).toList());
            case Mapping mapping -> object(mapping);
            case Block block -> labelled(block.labels(), block.body());
            case Call call -> HclTexts.template(call.text());
            case Expression expression -> HclTexts.template(expression.text());
        };
    }
}
