package io.hushgate.rules;

import io.hushgate.core.Grade;
import io.hushgate.rules.sample.Template;
import io.hushgate.rules.sample.TemplateProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the examples and counterexamples of a rule. */
final class SampleReader {
    private static final int LEAST_SAMPLES = 2;
    private final RuleNode rule;
    private final YamlFile file;

    SampleReader(RuleNode rule) {
        this.rule = rule;
        this.file = rule.file();
    }

    List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (Node node : samples("examples", "example")) {
            if (node instanceof MappingNode) {
                Map<String, Node> parts = parts(node, "text", "grade");
                Node grade = parts.get("grade");
                Optional<Grade> expected =
                        grade == null
                                ? Optional.empty()
                                : Optional.of(
                                        rule.label(
                                                grade,
                                                "grade",
                                                SampleReader::grade,
                                                Grade.values(),
                                                Grade::label));
                examples.add(new Example(template(part(parts, node, "text")), expected));
            } else {
                examples.add(new Example(template(node), Optional.empty()));
            }
        }
        return examples;
    }

    List<Counterexample> counterexamples() {
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
        Node node = rule.get(key);
        List<Node> samples =
                node == null ? List.of() : file.list(node, key + " are a list, one a line");
        if (samples.size() < LEAST_SAMPLES) {
            String found = samples.isEmpty() ? "no " + one : "one " + one + " only";
            throw rule.problem(
                    node == null ? rule.item() : node,
                    "has %s; add at least %d under %s".formatted(found, LEAST_SAMPLES, key));
        }
        return samples;
    }

    private Map<String, Node> parts(Node node, String first, String second) {
        Map<String, Node> parts =
                file.mapping(node, "write { %s: '...', %s: ... }".formatted(first, second));
        for (Map.Entry<String, Node> part : parts.entrySet()) {
            if (!part.getKey().equals(first) && !part.getKey().equals(second)) {
                throw rule.problem(
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
            throw rule.problem(node, "has a sample without '%s'; add it".formatted(key));
        }
        return part;
    }

    private Template template(Node node) {
        try {
            Template template = Template.parse(file.text(node));
            template.render(rule.id());
            return template;
        } catch (TemplateProblem e) {
            throw rule.problem(node, "has a sample that cannot be made: " + e.getMessage());
        }
    }

    private static Optional<Grade> grade(String label) {
        return Arrays.stream(Grade.values()).filter(g -> g.label().equals(label)).findFirst();
    }
}
