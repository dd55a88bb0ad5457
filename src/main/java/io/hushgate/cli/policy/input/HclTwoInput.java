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
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads HCL 2, so Terraform. A block is found under its type and then its labels, in an array of
 * all blocks of that address: {@code input.resource.aws_instance.web[0].ami}. Expressions are not
 * evaluated: {@code "${var.ami}"}.
 */
final class HclTwoInput {
    private HclTwoInput() {}

    /** What stands at a key while its body is read. */
    private sealed interface Slot {
        record Attribute(Value value) implements Slot {}

        record Labelled(Map<String, Slot> inner) implements Slot {}

        record Blocks(List<Value> bodies) implements Slot {}
    }

    static Value read(String text) {
        return body(HclTexts.body(text));
    }

    private static Value body(Mapping mapping) {
        Map<String, Slot> slots = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (entry.value() instanceof Block block) {
                add(slots, key, block);
            } else {
                slots.put(key, new Slot.Attribute(value(entry.value())));
            }
        }
        return object(slots);
    }

    private static void add(Map<String, Slot> slots, String type, Block block) {
        Map<String, Slot> here = slots;
        String key = type;
        for (Scalar label : block.labels()) {
            Slot slot = here.computeIfAbsent(key, _ -> new Slot.Labelled(new LinkedHashMap<>()));
            if (!(slot instanceof Slot.Labelled(var inner))) {
                throw conflict(block, key);
            }
            here = inner;
            key = label.text();
        }
        Slot slot = here.computeIfAbsent(key, _ -> new Slot.Blocks(new ArrayList<>()));
        if (!(slot instanceof Slot.Blocks(var bodies))) {
            throw conflict(block, key);
        }
        bodies.add(body(block.body()));
    }

    private static InputProblem conflict(Block block, String key) {
        return new InputProblem(
                block.place().line(),
                "%s is something else above; rename one of the two".formatted(key));
    }

    private static Value object(Map<String, Slot> slots) {
        RegoObject.Builder object = RegoObject.builder();
        slots.forEach((key, slot) ->
                object.put(
                        key,
                        switch (slot) {
                            case Slot.Attribute(var value) -> value;
                            case Slot.Labelled(var inner) -> object(inner);
                            case Slot.Blocks(var bodies) -> RegoArray.of(bodies);
                        }));
        return object.build();
    }

    private static Value value(Node node) {
        return switch (node) {
            case Scalar scalar -> HclTexts.scalar(scalar);
            case Sequence sequence ->
                    RegoArray.of(sequence.items().stream().map(HclTwoInput::value).toList());
            case Mapping mapping -> body(mapping);
            case Block block -> body(block.body());
            case Call call -> HclTexts.template(call.text());
            case Expression expression -> HclTexts.template(expression.text());
        };
    }
}
