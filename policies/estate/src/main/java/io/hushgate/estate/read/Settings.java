package io.hushgate.estate.read;

import io.hushgate.estate.fact.Ttl;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Expression;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Named settings, whatever syntax they were written in: {@code k=v} words of a command, JSON, YAML
 * or HCL.
 *
 * <p>Where several names are given, the first one that is there counts: write the new name before
 * the old.
 */
public final class Settings {
    private static final Pattern USER_INFO = Pattern.compile("//[^/?#@]*@");

    private final Mapping mapping;

    private Settings(Mapping mapping) {
        this.mapping = mapping;
    }

    public static Settings of(Mapping mapping) {
        return new Settings(mapping);
    }

    public static Settings of(List<Entry> entries, Node at) {
        return new Settings(new Mapping(entries, at.place()));
    }

    public Mapping mapping() {
        return mapping;
    }

    /** The value of the first name that is there. */
    public Optional<Node> node(String... names) {
        for (String name : names) {
            Optional<Node> found = mapping.get(name).filter(Settings::isGiven);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isGiven(Node node) {
        return !(node instanceof Scalar scalar && scalar.form() == Node.Form.NULL);
    }

    public boolean has(String... names) {
        return node(names).isPresent();
    }

    /**
     * The text of a single value, blanks at the ends removed; an expression as {@code ${...}}; else
     * empty.
     */
    public String text(String... names) {
        return node(names).map(Settings::textOf).orElse("").strip();
    }

    /**
     * The text of an address; a user and password in it are left out, for no fact carries a
     * credential.
     */
    public String address(String... names) {
        return USER_INFO.matcher(text(names)).replaceFirst("//");
    }

    /** The texts of a list, or of one text that commas divide. Empty ones are left out. */
    public List<String> list(String... names) {
        List<String> texts = new ArrayList<>();
        for (Node item : node(names).map(Node::asItems).orElse(List.of())) {
            boolean whole = !(item instanceof Scalar scalar) || !scalar.isLiteral();
            String text = textOf(item);
            for (String part : whole ? new String[] {text} : text.split(",", -1)) {
                String bare = part.strip();
                if (!bare.isEmpty()) {
                    texts.add(bare);
                }
            }
        }
        return List.copyOf(texts);
    }

    /** {@link #list} in lower case, as Vault stores names. */
    public List<String> names(String... names) {
        return list(names).stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    public Ttl ttl(String... names) {
        return Ttl.of(text(names));
    }

    /** {@code true}, {@code "true"}, {@code yes}, {@code 1} and their opposites; else empty. */
    public Optional<Boolean> flag(String... names) {
        return truth(text(names));
    }

    /** What a word says about true and false. */
    public static Optional<Boolean> truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1", "t" -> Optional.of(true);
            case "false", "no", "off", "0", "f" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    public Optional<Long> number(String... names) {
        String text = text(names);
        try {
            return text.isEmpty() || text.length() > 18
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The line of each setting, by its name as written. */
    public Map<String, Integer> lines() {
        Map<String, Integer> lines = new TreeMap<>();
        for (Entry entry : mapping.entries()) {
            lines.put(entry.key().text(), entry.key().place().line());
        }
        return lines;
    }

    /** Tells whether no value among these names is an expression or template. */
    public boolean isLiteral(String... names) {
        return node(names).stream()
                .flatMap(node -> node.asItems().stream())
                .allMatch(item -> item instanceof Scalar scalar && scalar.isLiteral());
    }

    /** The text of a scalar, an expression as {@code ${...}}, and nothing for anything else. */
    public static String textOf(Node node) {
        return switch (node) {
            case Scalar scalar -> scalar.text();
            case Expression expression -> "${" + expression.text() + "}";
            case Node.Call call -> "${" + call.function() + "(...)}";
            case Mapping _, Node.Sequence _, Node.Block _ -> "";
        };
    }
}
