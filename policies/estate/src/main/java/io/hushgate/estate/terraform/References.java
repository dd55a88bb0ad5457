package io.hushgate.estate.terraform;

import io.hushgate.estate.tree.Escapes;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Block;
import io.hushgate.estate.tree.Node.Call;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Expression;
import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Node.Sequence;
import io.hushgate.estate.tree.Origin;
import io.hushgate.estate.tree.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows references from one block of a module to what is written in it: values of variables,
 * locals, attributes of resources, and what an instance is made for. What stands in another file
 * comes to stand at the place of the reference.
 */
final class References {
    private static final int MAX_STEPS = 12;

    /** A value that grows with each reference to it ends here. */
    private static final int MAX_TEXT = 100_000;

    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{\\s*([\\w.\\[\\]\"*-]+)\\s*\\}");

    private final Symbols symbols;
    private final String file;
    private final Map<String, Node> each;

    /**
     * @param file in which the references stand
     * @param each what {@code each.key}, {@code each.value} and {@code count.index} are there
     */
    References(Symbols symbols, String file, Map<String, Node> each) {
        this.symbols = symbols;
        this.file = file;
        this.each = Map.copyOf(each);
    }

    /** The mapping with each value replaced by what it refers to. Blocks are followed inside. */
    Mapping resolved(Mapping mapping) {
        return resolved(mapping, MAX_STEPS);
    }

    /** A value replaced by what it refers to. */
    Node resolved(Node node) {
        return resolved(node, MAX_STEPS);
    }

    private Mapping resolved(Mapping mapping, int steps) {
        List<Entry> entries = new ArrayList<>(mapping.entries().size());
        for (Entry entry : mapping.entries()) {
            entries.add(new Entry(entry.key(), resolved(entry.value(), steps)));
        }
        return new Mapping(entries, mapping.place());
    }

    private Node resolved(Node node, int steps) {
        if (steps == 0 || !symbols.budget().take()) {
            return node;
        }
        return switch (node) {
            case Expression expression -> target(expression.text(), node, steps).orElse(node);
            case Scalar scalar -> resolved(scalar, steps);
            case Sequence sequence ->
                    new Sequence(
                            sequence.items().stream().map(item -> resolved(item, steps)).toList(),
                            sequence.place());
            case Block block ->
                    new Block(block.labels(), resolved(block.body(), steps - 1), block.place());
            case Mapping mapping -> resolved(mapping, steps - 1);
            case Call call ->
                    Functions.applied(
                            call,
                            call.arguments().stream()
                                    .map(argument -> resolved(argument, steps - 1))
                                    .toList());
        };
    }

    /**
     * A string that is one interpolation is what it refers to; others are filled in part by part.
     */
    private Node resolved(Scalar scalar, int steps) {
        if (scalar.isLiteral()) {
            return scalar;
        }
        Matcher reference = REFERENCE.matcher(scalar.text());
        if (reference.matches()) {
            return target(reference.group(1), scalar, steps).orElse(scalar);
        }
        return filled(scalar, reference.reset(), steps);
    }

    /** The text with what is known filled in; each character knows where it, or its part, stood. */
    private Scalar filled(Scalar scalar, Matcher reference, int steps) {
        StringBuilder text = new StringBuilder();
        int[] origins = new int[scalar.text().length() + 1];
        int done = 0;
        while (reference.find()) {
            Optional<String> value =
                    target(reference.group(1), scalar, steps)
                            .filter(Scalar.class::isInstance)
                            .map(Scalar.class::cast)
                            .filter(Scalar::isLiteral)
                            .map(Scalar::text);
            if (value.isPresent() && text.length() + value.get().length() <= MAX_TEXT) {
                origins = copied(scalar.text(), done, reference.start(), text, origins);
                origins = grown(origins, text.length() + value.get().length());
                Arrays.fill(
                        origins,
                        text.length(),
                        text.length() + value.get().length(),
                        reference.start());
                text.append(value.get());
                done = reference.end();
            }
        }
        if (done == 0) {
            return scalar;
        }
        int[] all = copied(scalar.text(), done, scalar.text().length(), text, origins);
        int end = scalar.text().length();
        boolean whole = text.indexOf("${") < 0 && text.indexOf("%{") < 0;
        Source source =
                scalar.asSource()
                        .derived(text.toString(), at -> at < text.length() ? all[at] : end);
        return new Scalar(
                whole ? Form.TEXT : Form.TEMPLATE,
                text.toString(),
                scalar.tag(),
                new Origin(source, 0, text.length(), Escapes.NONE));
    }

    private static int[] copied(String from, int start, int end, StringBuilder to, int[] origins) {
        int[] longer = grown(origins, to.length() + end - start);
        for (int i = start; i < end; i++) {
            longer[to.length() + i - start] = i;
        }
        to.append(from, start, end);
        return longer;
    }

    private static int[] grown(int[] origins, int length) {
        return length < origins.length ? origins : Arrays.copyOf(origins, 2 * length + 1);
    }

    /** What an address stands for; empty if the module does not say. */
    private Optional<Node> target(String address, Node reference, int steps) {
        List<String> path = path(address.strip());
        if (path.isEmpty()) {
            return Optional.empty();
        }
        for (int length = Math.min(path.size(), 2); length > 0; length--) {
            Node bound = each.get(String.join(".", path.subList(0, length)));
            if (bound != null) {
                return Symbols.inside(bound, path.subList(length, path.size()))
                        .map(value -> value.standingAt(reference.place()));
            }
        }
        return symbols.find(path)
                .map(symbol -> {
                    Node value =
                            new References(symbols, symbol.file(), symbol.each())
                                    .resolved(symbol.value(), steps - 1);
                    return symbol.file().equals(file) ? value : value.standingAt(reference.place());
                });
    }

    /**
     * The steps of an address, an index as {@code [x]}; empty for anything else than an address.
     */
    private List<String> path(String address) {
        List<String> steps = new ArrayList<>();
        int at = 0;
        while (at < address.length()) {
            char c = address.charAt(at);
            if (c == '[') {
                int close = address.indexOf(']', at);
                if (close < 0) {
                    return List.of();
                }
                steps.add("[" + index(address.substring(at + 1, close).strip()) + "]");
                at = close + 1;
            } else if (c == '.') {
                at++;
            } else {
                int end = at;
                while (end < address.length() && isName(address.charAt(end))) {
                    end++;
                }
                if (end == at) {
                    return List.of();
                }
                steps.add(address.substring(at, end));
                at = end;
            }
        }
        return steps;
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '*';
    }

    private String index(String written) {
        if (written.startsWith("\"") && written.endsWith("\"") && written.length() > 1) {
            return written.substring(1, written.length() - 1);
        }
        return each.get(written) instanceof Scalar scalar ? scalar.text() : written;
    }
}
