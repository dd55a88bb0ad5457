package io.hushgate.estate.kustomize;

import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * {@code replacements} and {@code vars}: what one object says is written into others.
 *
 * <p>Source: kubectl.docs.kubernetes.io, references, kustomize, replacements and vars.
 */
final class Replacements {
    private Replacements() {}

    static List<BuiltObject> applied(List<BuiltObject> objects, Mapping replacement) {
        Mapping source = replacement.mapping("source");
        Optional<String> value =
                value(objects, source, source.text("fieldPath"))
                        .flatMap(text -> part(text, source.mapping("options")));
        if (value.isEmpty()) {
            return objects;
        }
        List<BuiltObject> after = objects;
        for (Mapping target : replacement.mappings("targets")) {
            after = after.stream().map(object -> replaced(object, target, value.get())).toList();
        }
        return after;
    }

    /** Fills {@code $(NAME)} in, wherever it stands. */
    static List<BuiltObject> filled(List<BuiltObject> objects, List<Mapping> variables) {
        List<BuiltObject> after = objects;
        for (Mapping variable : variables) {
            String path = variable.mapping("fieldref").text("fieldpath");
            String word = "$(" + variable.text("name") + ")";
            Optional<String> value =
                    value(
                            objects,
                            variable.mapping("objref"),
                            path.isEmpty() ? variable.mapping("fieldref").text("fieldPath") : path);
            if (value.isPresent() && !variable.text("name").isEmpty()) {
                UnaryOperator<Scalar> fill =
                        scalar -> Edit.reworded(scalar, scalar.text().replace(word, value.get()));
                after =
                        after.stream()
                                .map(object -> object.changed(one -> filled(one, fill)))
                                .toList();
            }
        }
        return after;
    }

    private static Mapping filled(Mapping object, UnaryOperator<Scalar> fill) {
        return Edit.scalars(object, fill) instanceof Mapping after ? after : object;
    }

    private static Optional<String> value(
            List<BuiltObject> objects, Mapping selected, String fieldPath) {
        Selector selector = new Selector(selected, false);
        List<String> path = path(fieldPath.isEmpty() ? "metadata.name" : fieldPath);
        return objects.stream()
                .filter(selector::selects)
                .findFirst()
                .flatMap(object -> at(object.object(), path))
                .filter(Scalar.class::isInstance)
                .map(node -> ((Scalar) node).text());
    }

    private static Optional<Node> at(Node node, List<String> path) {
        if (path.isEmpty()) {
            return Optional.of(node);
        }
        List<String> rest = path.subList(1, path.size());
        return switch (node) {
            case Mapping mapping -> mapping.get(path.getFirst()).flatMap(inner -> at(inner, rest));
            case Sequence sequence ->
                    sequence.items().stream()
                            .filter(item -> isItem(path.getFirst(), item, sequence))
                            .findFirst()
                            .flatMap(item -> at(item, rest));
            case Scalar _, Node.Block _, Node.Call _, Node.Expression _ -> Optional.empty();
        };
    }

    private static BuiltObject replaced(BuiltObject object, Mapping target, String value) {
        boolean selected =
                new Selector(target.mapping("select"), false).selects(object)
                        && target.mappings("reject").stream()
                                .noneMatch(no -> new Selector(no, false).selects(object));
        if (!selected) {
            return object;
        }
        List<String> paths = target.texts("fieldPaths");
        Mapping options = target.mapping("options");
        return object.changed(one -> {
            Mapping after = one;
            for (String path : paths.isEmpty() ? List.of("metadata.name") : paths) {
                after = set(after, path(path), value, options) instanceof Mapping m ? m : after;
            }
            return after;
        });
    }

    private static Node set(Node node, List<String> path, String value, Mapping options) {
        if (path.isEmpty()) {
            return node instanceof Scalar scalar
                    ? Edit.reworded(scalar, joined(scalar.text(), value, options))
                    : Edit.text(value, node.place());
        }
        String key = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        boolean create = options.text("create").equals("true");
        return switch (node) {
            case Mapping mapping -> {
                Node missing = new Mapping(List.of(), mapping.place());
                Optional<Node> inner = mapping.get(key);
                yield inner.isPresent() || create
                        ? Edit.with(mapping, key, set(inner.orElse(missing), rest, value, options))
                        : node;
            }
            case Sequence sequence ->
                    Edit.items(
                            sequence,
                            item ->
                                    isItem(key, item, sequence)
                                            ? set(item, rest, value, options)
                                            : item);
            case Scalar _, Node.Block _, Node.Call _, Node.Expression _ -> node;
        };
    }

    /** {@code *}, an index, or {@code [name=x]}. */
    private static boolean isItem(String step, Node item, Sequence of) {
        if (step.equals("*")) {
            return true;
        }
        int equals = step.indexOf('=');
        if (step.startsWith("[") && step.endsWith("]") && equals > 0) {
            return item instanceof Mapping mapping
                    && mapping.text(step.substring(1, equals))
                            .equals(step.substring(equals + 1, step.length() - 1));
        }
        return step.equals(Integer.toString(of.items().indexOf(item)));
    }

    /** One part of a text that a delimiter divides. */
    private static Optional<String> part(String text, Mapping options) {
        String delimiter = options.text("delimiter");
        if (delimiter.isEmpty()) {
            return Optional.of(text);
        }
        String[] parts = text.split(Pattern.quote(delimiter), -1);
        int index = index(options);
        return index >= 0 && index < parts.length ? Optional.of(parts[index]) : Optional.empty();
    }

    private static String joined(String text, String value, Mapping options) {
        String delimiter = options.text("delimiter");
        if (delimiter.isEmpty()) {
            return value;
        }
        String[] parts = text.split(Pattern.quote(delimiter), -1);
        int index = index(options);
        if (index < 0) {
            return value + delimiter + text;
        }
        if (index >= parts.length) {
            return text + delimiter + value;
        }
        parts[index] = value;
        return String.join(delimiter, parts);
    }

    private static int index(Mapping options) {
        String text = options.text("index");
        return text.matches("-?\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    /** Steps that dots divide, outside of brackets; {@code \.} is a dot too. */
    private static List<String> path(String text) {
        List<String> steps = new ArrayList<>();
        StringBuilder step = new StringBuilder();
        boolean bracket = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bracket = c == '[' || (bracket && c != ']');
            if (c == '\\' && i + 1 < text.length()) {
                step.append(text.charAt(++i));
            } else if (c == '.' && !bracket) {
                steps.add(unquoted(step.toString()));
                step.setLength(0);
            } else {
                step.append(c);
            }
        }
        steps.add(unquoted(step.toString()));
        return steps;
    }

    /** A key in brackets may have dots. */
    private static String unquoted(String step) {
        boolean key = step.startsWith("[") && step.endsWith("]") && step.indexOf('=') < 0;
        return key ? step.substring(1, step.length() - 1) : step;
    }
}
