package io.hushgate.estate.terraform;

import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Block;
import io.hushgate.estate.tree.Node.Call;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Expression;
import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows references to what is written in the same file. */
final class References {
    private static final int MAX_STEPS = 8;
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{\\s*([\\w.\\[\\]\"-]+)\\s*\\}");
    private static final Pattern INDEX =
            Pattern.compile("\\[(?:\\d+|\"[^\"]*\"|\\*|[\\w.]+)\\]|\\.\\d+(?=\\.|$)");

    private final Map<String, Node> known = new HashMap<>();

    References(Mapping root, List<Resource> resources) {
        for (Resource resource : resources) {
            for (Entry entry : resource.body().entries()) {
                String address = resource.address() + "." + entry.key().text();
                known.putIfAbsent(address, entry.value());
                for (Entry inner :
                        entry.value().asMapping().map(Mapping::entries).orElse(List.of())) {
                    known.putIfAbsent(address + "." + inner.key().text(), inner.value());
                }
            }
        }
        for (Node node : root.all("locals")) {
            for (Entry local : node.asMapping().map(Mapping::entries).orElse(List.of())) {
                known.putIfAbsent("local." + local.key().text(), local.value());
            }
        }
        for (Block variable : root.blocks("variable")) {
            variable.body()
                    .get("default")
                    .ifPresent(value -> known.putIfAbsent("var." + variable.label(0), value));
        }
    }

    /**
     * The mapping with each value replaced by what it refers to, if that is in the file. Blocks are
     * followed inside.
     */
    Mapping resolved(Mapping mapping) {
        return resolved(mapping, MAX_STEPS);
    }

    private Mapping resolved(Mapping mapping, int steps) {
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            entries.add(new Entry(entry.key(), resolved(entry.value(), steps)));
        }
        return new Mapping(entries, mapping.place());
    }

    private Node resolved(Node node, int steps) {
        if (steps == 0) {
            return node;
        }
        return switch (node) {
            case Expression expression ->
                    target(expression.text())
                            .map(target -> resolved(target, steps - 1))
                            .orElse(node);
            case Scalar scalar -> resolved(scalar, steps);
            case Sequence sequence ->
                    new Sequence(
                            sequence.items().stream().map(item -> resolved(item, steps)).toList(),
                            sequence.place());
            case Block block ->
                    new Block(block.labels(), resolved(block.body(), steps - 1), block.place());
            case Mapping mapping -> resolved(mapping, steps - 1);
            case Call call -> resolved(call, steps);
        };
    }

    /**
     * A string that is one interpolation is what it refers to; others are filled in part by part.
     */
    private Node resolved(Scalar scalar, int steps) {
        if (scalar.isLiteral() || scalar.text().contains("\n")) {
            return scalar;
        }
        Matcher reference = REFERENCE.matcher(scalar.text());
        if (reference.matches()) {
            return target(reference.group(1))
                    .map(target -> resolved(target, steps - 1))
                    .orElse(scalar);
        }
        String filled =
                reference
                        .reset()
                        .replaceAll(found -> Matcher.quoteReplacement(text(found, steps - 1)));
        boolean whole = !filled.contains("${") && !filled.contains("%{");
        return new Scalar(whole ? Form.TEXT : Form.TEMPLATE, filled, scalar.tag(), scalar.origin());
    }

    /**
     * What an interpolation inside a string is filled with: itself, if that is no single literal.
     */
    private String text(MatchResult reference, int steps) {
        return target(reference.group(1))
                .map(target -> resolved(target, steps))
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast)
                .filter(Scalar::isLiteral)
                .map(Scalar::text)
                .orElse(reference.group());
    }

    /** Functions that change no element: {@code toset(x)}, {@code tolist(x)}. */
    private Node resolved(Call call, int steps) {
        boolean same = call.function().equals("toset") || call.function().equals("tolist");
        return same && call.arguments().size() == 1
                ? resolved(call.arguments().getFirst(), steps - 1)
                : call;
    }

    private Optional<Node> target(String expression) {
        String address = INDEX.matcher(expression.strip()).replaceAll("");
        Node found = known.get(address);
        if (found == null && address.endsWith(".id")) {
            found = known.get(address.substring(0, address.length() - 2) + "name");
        }
        return Optional.ofNullable(found);
    }
}
