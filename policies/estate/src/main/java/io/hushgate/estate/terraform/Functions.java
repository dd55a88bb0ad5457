package io.hushgate.estate.terraform;

import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Call;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Functions that lists and names are put together with. Others, and those of unknown arguments,
 * stay as they are written.
 *
 * <p>Source: developer.hashicorp.com/terraform/language/functions.
 */
final class Functions {
    private Functions() {}

    static Node applied(Call call, List<Node> arguments) {
        return value(call, arguments)
                .orElseGet(() -> new Call(call.function(), arguments, call.text(), call.place()));
    }

    private static Optional<Node> value(Call call, List<Node> arguments) {
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        Node first = arguments.getFirst();
        return switch (call.function()) {
            case "toset",
                    "tolist",
                    "tomap",
                    "distinct",
                    "sort",
                    "compact",
                    "sensitive",
                    "nonsensitive",
                    "tostring" ->
                    arguments.size() == 1 ? Optional.of(first) : Optional.empty();
            case "flatten" -> items(List.of(first)).map(items -> list(flat(items), call));
            case "concat" -> items(arguments).map(items -> list(items, call));
            case "merge" -> merged(call, arguments);
            case "keys" ->
                    mapping(first)
                            .map(map ->
                                    list(
                                            map.entries().stream().<Node>map(Entry::key).toList(),
                                            call));
            case "values" ->
                    mapping(first)
                            .map(map ->
                                    list(map.entries().stream().map(Entry::value).toList(), call));
            case "lookup" -> looked(arguments);
            case "lower" -> text(first).map(text -> scalar(text.toLowerCase(Locale.ROOT), call));
            case "upper" -> text(first).map(text -> scalar(text.toUpperCase(Locale.ROOT), call));
            case "trimspace" -> text(first).map(text -> scalar(text.strip(), call));
            case "join" -> joined(call, arguments);
            case "format" -> formatted(call, arguments);
            default -> Optional.empty();
        };
    }

    private static Node list(List<Node> items, Call call) {
        return new Sequence(items, call.place());
    }

    private static Node scalar(String text, Call call) {
        return Scalar.standingFor(Form.TEXT, text, call.place());
    }

    private static Optional<Mapping> mapping(Node node) {
        return node instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty();
    }

    private static Optional<String> text(Node node) {
        return node instanceof Scalar scalar && scalar.isLiteral()
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    /** The items of lists, if all of them are known. */
    private static Optional<List<Node>> items(List<Node> lists) {
        List<Node> items = new ArrayList<>();
        for (Node list : lists) {
            if (!(list instanceof Sequence sequence)) {
                return Optional.empty();
            }
            items.addAll(sequence.items());
        }
        return Optional.of(items);
    }

    private static List<Node> flat(List<Node> items) {
        List<Node> flat = new ArrayList<>();
        items.forEach(item -> flat.addAll(item.asItems()));
        return flat;
    }

    private static Optional<Node> merged(Call call, List<Node> mappings) {
        List<Entry> entries = new ArrayList<>();
        for (Node one : mappings) {
            if (!(one instanceof Mapping mapping)) {
                return Optional.empty();
            }
            for (Entry entry : mapping.entries()) {
                entries.removeIf(known -> known.key().text().equals(entry.key().text()));
                entries.add(entry);
            }
        }
        return Optional.of(new Mapping(entries, call.place()));
    }

    private static Optional<Node> looked(List<Node> arguments) {
        Optional<String> key = arguments.size() > 1 ? text(arguments.get(1)) : Optional.empty();
        Optional<Mapping> in = mapping(arguments.getFirst());
        if (key.isEmpty() || in.isEmpty()) {
            return Optional.empty();
        }
        Optional<Node> found = in.get().get(key.get());
        return found.isEmpty() && arguments.size() > 2 ? Optional.of(arguments.get(2)) : found;
    }

    private static Optional<Node> joined(Call call, List<Node> arguments) {
        Optional<String> between = text(arguments.getFirst());
        Optional<List<Node>> items = items(arguments.subList(1, arguments.size()));
        if (between.isEmpty() || items.isEmpty()) {
            return Optional.empty();
        }
        List<String> texts = items.get().stream().flatMap(item -> text(item).stream()).toList();
        return texts.size() == items.get().size()
                ? Optional.of(scalar(String.join(between.get(), texts), call))
                : Optional.empty();
    }

    /** {@code %s} and {@code %d} only. */
    private static Optional<Node> formatted(Call call, List<Node> arguments) {
        Optional<String> pattern = text(arguments.getFirst());
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        int next = 1;
        String from = pattern.get();
        for (int i = 0; i < from.length(); i++) {
            if (from.charAt(i) != '%') {
                text.append(from.charAt(i));
                continue;
            }
            char verb = i + 1 < from.length() ? from.charAt(++i) : ' ';
            Optional<String> value =
                    (verb == 's' || verb == 'd') && next < arguments.size()
                            ? text(arguments.get(next++))
                            : Optional.empty();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            text.append(value.get());
        }
        return Optional.of(scalar(text.toString(), call));
    }
}
