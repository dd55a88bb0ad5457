package io.hushgate.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** One item of a rule file: its values by key, and problems that name its id and the line. */
final class RuleNode {
    /** Everything that a rule may say. */
    static final Set<String> KEYS =
            new TreeSet<>(
                    List.of(
                            "id",
                            "name",
                            "severity",
                            "keywords",
                            "pattern",
                            "names",
                            "value",
                            "words",
                            "services",
                            "ignore-case",
                            "checks",
                            "entropy",
                            "classes",
                            "of-words",
                            "near",
                            "partner",
                            "within",
                            "confidence",
                            "quiet",
                            "references",
                            "examples",
                            "counterexamples",
                            "remedy",
                            "verify"));

    private final YamlFile file;
    private final Node item;
    private final Map<String, Node> values;
    private final String id;

    RuleNode(YamlFile file, Node item) {
        this.file = file;
        this.item = item;
        this.values = file.mapping(item, "a rule is a mapping that starts with 'id:'");
        this.id = file.text(need("id", "add an id of lower-case words joined by hyphens"));
        for (Map.Entry<String, Node> entry : values.entrySet()) {
            if (!KEYS.contains(entry.getKey())) {
                throw problem(
                        entry.getValue(),
                        "has an unknown key '%s'; known are %s"
                                .formatted(entry.getKey(), String.join(", ", KEYS)));
            }
        }
    }

    YamlFile file() {
        return file;
    }

    Node item() {
        return item;
    }

    String id() {
        return id;
    }

    /** The value of a key; null when it is not given. */
    @Nullable Node get(String key) {
        return values.get(key);
    }

    Node need(String key, String remedy) {
        Node node = values.get(key);
        if (node == null) {
            throw file.problem(
                    item,
                    readId() == null
                            ? "a rule has no %s; %s".formatted(key, remedy)
                            : "rule %s has no %s; %s".formatted(readId(), key, remedy));
        }
        return node;
    }

    /** The id once it is read; the constructor may fail before. */
    private @Nullable String readId() {
        Node node = values.get("id");
        return node == null ? null : file.text(node);
    }

    String line(String key, String remedy) {
        Node node = need(key, remedy);
        String text = file.text(node).strip();
        if (text.isEmpty()) {
            throw problem(node, "has an empty %s; %s".formatted(key, remedy));
        }
        return text;
    }

    List<String> texts(String key) {
        return file.texts(need(key, "list at least one, 3 bytes or more"));
    }

    List<String> optionalTexts(String key) {
        Node node = values.get(key);
        return node == null ? List.of() : file.texts(node);
    }

    <T> T label(String key, Function<String, Optional<T>> of, T[] all, Function<T, String> label) {
        return label(need(key, "write one of " + labels(all, label)), key, of, all, label);
    }

    <T> T label(
            Node node,
            String key,
            Function<String, Optional<T>> of,
            T[] all,
            Function<T, String> label) {
        String text = file.text(node);
        return of.apply(text)
                .orElseThrow(() ->
                        problem(
                                node,
                                "has no %s '%s'; write one of %s"
                                        .formatted(key, text, labels(all, label))));
    }

    static <T> String labels(T[] all, Function<T, String> label) {
        return String.join(", ", Arrays.stream(all).map(label).toList());
    }

    /** Runs a check of the core and puts the line of {@code key} on what it complains about. */
    <T> T checked(String key, Function<Node, T> make) {
        Node node = values.getOrDefault(key, item);
        try {
            return make.apply(node);
        } catch (IllegalArgumentException e) {
            throw problem(node, "cannot be used: " + e.getMessage());
        }
    }

    RuleFileProblem problem(Node node, String what) {
        return file.problem(node, "rule %s %s".formatted(id, what));
    }
}
