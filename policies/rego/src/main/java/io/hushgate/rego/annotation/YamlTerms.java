package io.hushgate.rego.annotation;

import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.ObjectTerm;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Term;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads YAML as constant terms. Plain scalars mean what they mean to Go's yaml.v3: {@code yes} and
 * dates are strings. Keys must be strings.
 */
final class YamlTerms {
    /** Far more than any block needs; aliases could otherwise blow up a few lines to gigabytes. */
    private static final int MAX_NODES = 20_000;

    private static final int MAX_CHARS = 1 << 20;
    private static final int MAX_NESTING = 50;
    private static final int MAX_ALIASES = 50;

    private static final Pattern INTEGER = Pattern.compile("[-+]?(?:0|[1-9][0-9]*)");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,4})?");
    private static final Pattern BASED =
            Pattern.compile("([-+]?)0(?:x([0-9a-fA-F]+)|o([0-7]+)|b([01]+))");

    /** What could not be read: the line of the text, from 0, or -1 if unknown, and why. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;

        Unreadable(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    private final IntFunction<Location> places;
    private int nodes;

    private YamlTerms(IntFunction<Location> places) {
        this.places = places;
    }

    /**
     * The document, or nothing if the text has none.
     *
     * @param places where a line of the text, counted from 0, stands in the module
     */
    static Optional<Term> read(String text, IntFunction<Location> places) throws Unreadable {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARS);
        options.setNestingDepthLimit(MAX_NESTING);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setAllowRecursiveKeys(false);
        try {
            Node node = new Yaml(options).compose(new StringReader(text));
            return node == null ? Optional.empty() : Optional.of(new YamlTerms(places).term(node));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            int line = mark == null ? -1 : mark.getLine();
            String problem = e.getProblem() == null ? "cannot be read" : e.getProblem();
            throw new Unreadable(line, "yaml: line " + (line + 1) + ": " + problem);
        } catch (YAMLException e) {
            throw new Unreadable(-1, "yaml: " + e.getMessage());
        }
    }

    private Term term(Node node) throws Unreadable {
        nodes++;
        if (nodes > MAX_NODES) {
            throw new Unreadable(line(node), "yaml: more than " + MAX_NODES + " values");
        }
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode sequence -> {
                List<Term> items = new ArrayList<>();
                for (Node item : sequence.getValue()) {
                    items.add(term(item));
                }
                yield new ArrayTerm(items, place(node));
            }
            case MappingNode mapping -> mapping(mapping);
            default -> throw new Unreadable(line(node), "yaml: unknown node");
        };
    }

    private Term mapping(MappingNode mapping) throws Unreadable {
        Map<Term, Term> entries = new LinkedHashMap<>();
        Map<Term, Term> merged = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Term key = term(tuple.getKeyNode());
            Term value = term(tuple.getValueNode());
            if (!(key instanceof Scalar.Text text)) {
                throw new Unreadable(line(tuple.getKeyNode()), "invalid map key type(s): " + key);
            }
            if (text.value().equals("<<") && value instanceof ObjectTerm other) {
                other.entries().forEach(e -> merged.put(e.key(), e.value()));
            } else if (entries.put(key, value) != null) {
                throw new Unreadable(
                        line(tuple.getKeyNode()),
                        "yaml: unmarshal errors:\n  line %d: mapping key %s already defined"
                                .formatted(line(tuple.getKeyNode()) + 1, key));
            }
        }
        merged.forEach(entries::putIfAbsent);
        List<ObjectTerm.Entry> list =
                entries.entrySet().stream()
                        .map(e -> new ObjectTerm.Entry(e.getKey(), e.getValue()))
                        .toList();
        return new ObjectTerm(list, place(mapping));
    }

    private Term scalar(ScalarNode node) {
        String text = node.getValue();
        Location place = place(node);
        if (node.getScalarStyle() != DumperOptions.ScalarStyle.PLAIN) {
            return new Scalar.Text(text, place);
        }
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> new Scalar.Null(place);
            case "true", "True", "TRUE" -> new Scalar.Bool(true, place);
            case "false", "False", "FALSE" -> new Scalar.Bool(false, place);
            default ->
                    number(text)
                            .<Term>map(digits -> new Scalar.Num(digits, place))
                            .orElse(new Scalar.Text(text, place));
        };
    }

    /** The number that a plain scalar means, as JSON writes it. */
    private static Optional<String> number(String text) {
        String digits = text.startsWith("+") ? text.substring(1) : text;
        if (INTEGER.matcher(text).matches()) {
            return Optional.of(digits);
        }
        Matcher based = BASED.matcher(text);
        if (based.matches()) {
            return Optional.of(based(based));
        }
        return DECIMAL.matcher(text).matches()
                ? Optional.of(new BigDecimal(digits).stripTrailingZeros().toPlainString())
                : Optional.empty();
    }

    private static String based(Matcher number) {
        String sign = number.group(1);
        if (number.group(2) != null) {
            return new BigInteger(sign + number.group(2), 16).toString();
        }
        if (number.group(3) != null) {
            return new BigInteger(sign + number.group(3), 8).toString();
        }
        return new BigInteger(sign + number.group(4), 2).toString();
    }

    private Location place(Node node) {
        return places.apply(Math.max(0, line(node)));
    }

    private static int line(Node node) {
        return node.getStartMark() == null ? -1 : node.getStartMark().getLine();
    }
}
