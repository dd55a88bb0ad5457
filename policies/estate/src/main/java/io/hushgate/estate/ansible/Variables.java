package io.hushgate.estate.ansible;

import io.hushgate.estate.read.Budget;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What names stand for in the expressions of a task; one that is not known stays as written. */
record Variables(Map<String, Node> known, Budget budget) {
    private static final Pattern EXPRESSION =
            Pattern.compile("\\{\\{\\s{0,4}(\\w+(?:\\.\\w+|\\['\\w+'\\]){0,4})\\s{0,4}\\}\\}");

    private static final int MAX_DEPTH = 8;
    private static final int MAX_TEXT = 10_000;

    Variables {
        known = Map.copyOf(known);
    }

    /** These and those of a {@code vars} block, which win. */
    Variables with(Mapping vars) {
        Map<String, Node> all = new HashMap<>(known);
        vars.entries().forEach(entry -> all.put(entry.key().text(), entry.value()));
        return new Variables(all, budget);
    }

    Variables with(String name, Node value) {
        Map<String, Node> all = new HashMap<>(known);
        all.put(name, value);
        return new Variables(all, budget);
    }

    /** The value with expressions filled in. */
    Node filled(Node node) {
        return filled(node, MAX_DEPTH);
    }

    private Node filled(Node node, int depth) {
        if (depth == 0 || !budget.take()) {
            return node;
        }
        return switch (node) {
            case Scalar scalar -> scalar(scalar, depth);
            case Sequence sequence ->
                    new Sequence(
                            sequence.items().stream().map(item -> filled(item, depth - 1)).toList(),
                            sequence.place());
            case Mapping mapping -> {
                List<Entry> entries = new ArrayList<>();
                for (Entry entry : mapping.entries()) {
                    entries.add(new Entry(entry.key(), filled(entry.value(), depth - 1)));
                }
                yield new Mapping(entries, mapping.place());
            }
            case Node.Block _, Node.Call _, Node.Expression _ -> node;
        };
    }

    private Node scalar(Scalar scalar, int depth) {
        Matcher expression = EXPRESSION.matcher(scalar.text());
        if (expression.matches()) {
            return value(expression.group(1))
                    .map(value -> filled(value, depth - 1).standingAt(scalar.place()))
                    .orElse(scalar);
        }
        StringBuilder text = new StringBuilder();
        boolean changed = false;
        expression.reset();
        while (expression.find()) {
            Optional<String> value =
                    value(expression.group(1))
                            .map(one -> filled(one, depth - 1))
                            .filter(Scalar.class::isInstance)
                            .map(one -> ((Scalar) one).text());
            String with = value.orElse(expression.group());
            changed |= value.isPresent();
            expression.appendReplacement(text, Matcher.quoteReplacement(with));
            if (text.length() > MAX_TEXT) {
                return scalar;
            }
        }
        expression.appendTail(text);
        return changed ? Scalar.standingFor(Form.TEXT, text.toString(), scalar.place()) : scalar;
    }

    private Optional<Node> value(String expression) {
        String[] steps = expression.replace("['", ".").replace("']", "").split("\\.", -1);
        Optional<Node> value = Optional.ofNullable(known.get(steps[0]));
        for (int i = 1; i < steps.length; i++) {
            String key = steps[i];
            value = value.flatMap(Node::asMapping).flatMap(mapping -> mapping.get(key));
        }
        return value;
    }
}
