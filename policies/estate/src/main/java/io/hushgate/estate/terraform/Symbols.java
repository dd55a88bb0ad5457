package io.hushgate.estate.terraform;

import io.hushgate.estate.read.Budget;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Block;
import io.hushgate.estate.tree.Node.Call;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Expression;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Node.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What expressions of a module can name, by address: {@code var.x}, {@code local.x}, {@code
 * TYPE.NAME.ATTRIBUTE}, {@code TYPE.NAME[KEY].ATTRIBUTE}, {@code module.NAME.OUTPUT}.
 */
final class Symbols {
    private static final int MAX_PARTS = 6;

    private final Map<String, Symbol> known = new HashMap<>();
    private final Budget budget;

    Symbols(Budget budget) {
        this.budget = budget;
    }

    /** The budget of those who follow values. */
    Budget budget() {
        return budget;
    }

    /**
     * A value, as written.
     *
     * @param file in which it stands
     * @param each what the loop variables are there
     */
    record Symbol(String file, Node value, Map<String, Node> each) {
        Symbol(String file, Node value) {
            this(file, value, Map.of());
        }
    }

    /** Adds a value; the first one of an address counts. */
    void add(String address, Symbol symbol) {
        known.putIfAbsent(address, symbol);
    }

    /** Adds a value; the last one of an address counts, as with files of values. */
    void put(String address, Symbol symbol) {
        known.put(address, symbol);
    }

    void addResource(Resource resource) {
        String address = resource.address();
        for (Entry entry : resource.body().entries()) {
            Symbol symbol = new Symbol(resource.file(), entry.value(), resource.each());
            add(address + "." + entry.key().text(), symbol);
            if (!resource.instance().isEmpty()) {
                add(address + ".[" + resource.instance() + "]." + entry.key().text(), symbol);
            }
        }
    }

    /** The value at an address, which may lead into a list or mapping. */
    Optional<Symbol> find(List<String> path) {
        for (int length = Math.min(path.size(), MAX_PARTS); length > 1; length--) {
            Optional<Symbol> symbol = named(path.subList(0, length));
            if (symbol.isPresent()) {
                List<String> rest = path.subList(length, path.size());
                return inside(symbol.get().value(), rest)
                        .map(value -> new Symbol(symbol.get().file(), value, symbol.get().each()));
            }
        }
        return Optional.empty();
    }

    private Optional<Symbol> named(List<String> path) {
        String address = String.join(".", path);
        Symbol found = known.get(address);
        if (found == null) {
            List<String> plain = path.stream().filter(step -> !isIndex(step)).toList();
            found = plain.size() < path.size() ? known.get(String.join(".", plain)) : null;
        }
        if (found == null && address.endsWith(".id")) {
            found = known.get(address.substring(0, address.length() - 2) + "name");
        }
        return Optional.ofNullable(found);
    }

    private static boolean isIndex(String step) {
        return step.startsWith("[") || step.equals("*") || Character.isDigit(step.charAt(0));
    }

    /** What stands inside a value; an index into something that is no list is the thing itself. */
    static Optional<Node> inside(Node value, List<String> path) {
        if (path.isEmpty()) {
            return Optional.of(value);
        }
        String step = path.getFirst();
        String key = step.startsWith("[") ? step.substring(1, step.length() - 1) : step;
        List<String> rest = path.subList(1, path.size());
        return switch (value) {
            case Mapping mapping -> mapping.get(key).flatMap(inner -> inside(inner, rest));
            case Block block ->
                    isIndex(step)
                            ? inside(block, rest)
                            : block.body().get(key).flatMap(inner -> inside(inner, rest));
            case Sequence sequence -> item(sequence, key).flatMap(inner -> inside(inner, rest));
            case Scalar _, Expression _, Call _ -> Optional.empty();
        };
    }

    private static Optional<Node> item(Sequence sequence, String key) {
        for (int i = 0; i < sequence.items().size(); i++) {
            if (key.equals(Integer.toString(i))) {
                return Optional.of(sequence.items().get(i));
            }
        }
        return Optional.empty();
    }
}
