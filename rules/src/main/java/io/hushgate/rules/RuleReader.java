package io.hushgate.rules;

import io.hushgate.core.Confidence;
import io.hushgate.core.Grade;
import io.hushgate.core.RuleId;
import io.hushgate.core.Severity;
import io.hushgate.core.rule.Check;
import io.hushgate.core.rule.Evidence;
import io.hushgate.core.rule.Form;
import io.hushgate.core.rule.Rule;
import io.hushgate.core.rule.Surroundings;
import io.hushgate.rules.sample.Template;
import io.hushgate.rules.sample.TemplateProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one item of a rule file. Each key has one method; a wrong value names its own line. */
final class RuleReader {
    private static final int LEAST_SAMPLES = 2;
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
                            "ignore-case",
                            "checks",
                            "entropy",
                            "classes",
                            "near",
                            "partner",
                            "within",
                            "confidence",
                            "quiet",
                            "references",
                            "examples",
                            "counterexamples",
                            "remedy"));

    private final YamlFile file;
    private final Node item;
    private final Map<String, Node> values;
    private final String id;

    RuleReader(YamlFile file, Node item) {
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

    RuleEntry read() {
        Rule rule =
                new Rule(
                        checked("id", _ -> new RuleId(id)),
                        line("name", "name the credential"),
                        label("severity", Severity::of, Severity.values(), Severity::label),
                        form(),
                        evidence(),
                        surroundings(),
                        line("remedy", "say how to revoke the credential"),
                        references());
        return new RuleEntry(rule, examples(), counterexamples(), file.name(), YamlFile.line(item));
    }

    private Form form() {
        if (values.containsKey("pattern")) {
            return checked(
                    "pattern",
                    node -> new Form.Token(texts("keywords"), file.text(node), ignoresCase()));
        }
        if (values.containsKey("value")) {
            return checked(
                    "value", node -> new Form.Assigned(names(), file.text(node), ignoresCase()));
        }
        if (values.containsKey("words")) {
            return checked("words", node -> new Form.Generic(file.texts(node)));
        }
        throw problem(
                item,
                "has no form; give it keywords and a pattern, or names and a value, or words");
    }

    /** An underscore stands for every way to join words: {@code dd_api}, {@code dd-api}, ddApi. */
    private List<String> names() {
        return texts("names").stream()
                .flatMap(name -> Stream.of("_", "-", ".", "").map(by -> name.replace("_", by)))
                .distinct()
                .toList();
    }

    private boolean ignoresCase() {
        Node node = values.get("ignore-case");
        return node != null && truth(node);
    }

    private boolean truth(Node node) {
        return switch (file.text(node)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw problem(node, "has an ignore-case that is not true or false");
        };
    }

    private Evidence evidence() {
        List<Check> checks = new ArrayList<>();
        Node node = values.get("checks");
        if (node != null) {
            for (Node check : file.list(node, "checks are a list, such as [jwt]")) {
                checks.add(label(check, "check", Check::of, Check.values(), Check::label));
            }
        }
        return checked(
                "entropy",
                _ ->
                        new Evidence(
                                checks,
                                number("entropy").doubleValue(),
                                number("classes").intValue()));
    }

    private Number number(String key) {
        Node node = values.get(key);
        if (node == null) {
            return 0;
        }
        try {
            return Double.parseDouble(file.text(node));
        } catch (NumberFormatException e) {
            throw problem(node, "has no number as " + key);
        }
    }

    private Surroundings surroundings() {
        Optional<RuleId> partner =
                Optional.ofNullable(values.get("partner")).map(n -> new RuleId(file.text(n)));
        Confidence most =
                values.containsKey("confidence")
                        ? label(
                                "confidence",
                                Confidence::of,
                                Confidence.values(),
                                Confidence::label)
                        : Confidence.HIGH;
        return checked(
                "within",
                _ ->
                        new Surroundings(
                                optionalTexts("near"),
                                number("within").intValue(),
                                partner,
                                most,
                                optionalTexts("quiet")));
    }

    private List<String> references() {
        Node node = need("references", "add the vendor's document under references");
        List<String> references = file.texts(node);
        if (references.isEmpty()) {
            throw problem(node, "has no reference; add the vendor's document under references");
        }
        for (String reference : references) {
            if (!reference.startsWith("https://")) {
                throw problem(node, "has a reference that is no https address: " + reference);
            }
        }
        return references;
    }

    private List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (Node node : samples("examples", "example")) {
            if (node instanceof MappingNode) {
                Map<String, Node> parts = parts(node, "text", "grade");
                Node grade = parts.get("grade");
                Optional<Grade> expected =
                        grade == null
                                ? Optional.empty()
                                : Optional.of(
                                        label(
                                                grade,
                                                "grade",
                                                RuleReader::grade,
                                                Grade.values(),
                                                Grade::label));
                examples.add(new Example(template(part(parts, node, "text")), expected));
            } else {
                examples.add(new Example(template(node), Optional.empty()));
            }
        }
        return examples;
    }

    private List<Counterexample> counterexamples() {
        List<Counterexample> counterexamples = new ArrayList<>();
        for (Node node : samples("counterexamples", "counterexample")) {
            Map<String, Node> parts = parts(node, "text", "because");
            counterexamples.add(
                    new Counterexample(
                            template(part(parts, node, "text")),
                            file.text(part(parts, node, "because"))));
        }
        return counterexamples;
    }

    private List<Node> samples(String key, String one) {
        Node node = values.get(key);
        List<Node> samples =
                node == null ? List.of() : file.list(node, key + " are a list, one a line");
        if (samples.size() < LEAST_SAMPLES) {
            String found = samples.isEmpty() ? "no " + one : "one " + one + " only";
            throw problem(
                    node == null ? item : node,
                    "has %s; add at least %d under %s".formatted(found, LEAST_SAMPLES, key));
        }
        return samples;
    }

    private Map<String, Node> parts(Node node, String first, String second) {
        Map<String, Node> parts =
                file.mapping(node, "write { %s: '...', %s: ... }".formatted(first, second));
        for (Map.Entry<String, Node> part : parts.entrySet()) {
            if (!part.getKey().equals(first) && !part.getKey().equals(second)) {
                throw problem(
                        part.getValue(),
                        "has an unknown key '%s'; known are %s and %s"
                                .formatted(part.getKey(), first, second));
            }
        }
        return parts;
    }

    private Node part(Map<String, Node> parts, Node node, String key) {
        Node part = parts.get(key);
        if (part == null) {
            throw problem(node, "has a sample without '%s'; add it".formatted(key));
        }
        return part;
    }

    private Template template(Node node) {
        try {
            Template template = Template.parse(file.text(node));
            template.render(id);
            return template;
        } catch (TemplateProblem e) {
            throw problem(node, "has a sample that cannot be made: " + e.getMessage());
        }
    }

    private static Optional<Grade> grade(String label) {
        return Arrays.stream(Grade.values()).filter(g -> g.label().equals(label)).findFirst();
    }

    private Node need(String key, String remedy) {
        Node node = values.get(key);
        if (node == null) {
            throw file.problem(
                    item,
                    id() == null
                            ? "a rule has no %s; %s".formatted(key, remedy)
                            : "rule %s has no %s; %s".formatted(id(), key, remedy));
        }
        return node;
    }

    /** The id once it is read; the constructor may fail before. */
    private @Nullable String id() {
        Node node = values.get("id");
        return node == null ? null : file.text(node);
    }

    private String line(String key, String remedy) {
        Node node = need(key, remedy);
        String text = file.text(node).strip();
        if (text.isEmpty()) {
            throw problem(node, "has an empty %s; %s".formatted(key, remedy));
        }
        return text;
    }

    private List<String> texts(String key) {
        return file.texts(need(key, "list at least one, 3 bytes or more"));
    }

    private List<String> optionalTexts(String key) {
        Node node = values.get(key);
        return node == null ? List.of() : file.texts(node);
    }

    private <T> T label(
            String key, Function<String, Optional<T>> of, T[] all, Function<T, String> label) {
        return label(need(key, "write one of " + labels(all, label)), key, of, all, label);
    }

    private <T> T label(
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

    private static <T> String labels(T[] all, Function<T, String> label) {
        return String.join(", ", Arrays.stream(all).map(label).toList());
    }

    /** Runs a check of the core and puts the line of {@code key} on what it complains about. */
    private <T> T checked(String key, Function<Node, T> make) {
        Node node = values.getOrDefault(key, item);
        try {
            return make.apply(node);
        } catch (IllegalArgumentException e) {
            throw problem(node, "cannot be used: " + e.getMessage());
        }
    }

    private RuleFileProblem problem(Node node, String what) {
        return file.problem(node, "rule %s %s".formatted(id, what));
    }
}
