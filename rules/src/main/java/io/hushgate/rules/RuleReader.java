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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one item of a rule file. Each key has one method; a wrong value names its own line. */
final class RuleReader {
    private final RuleNode rule;
    private final YamlFile file;

    RuleReader(YamlFile file, Node item) {
        this.file = file;
        this.rule = new RuleNode(file, item);
    }

    RuleEntry read() {
        Rule read =
                new Rule(
                        rule.checked("id", _ -> new RuleId(rule.id())),
                        rule.line("name", "name the credential"),
                        rule.label("severity", Severity::of, Severity.values(), Severity::label),
                        form(),
                        evidence(),
                        surroundings(),
                        rule.line("remedy", "say how to revoke the credential"),
                        references());
        SampleReader samples = new SampleReader(rule);
        return new RuleEntry(
                read,
                samples.examples(),
                samples.counterexamples(),
                new VerificationReader(rule, file).read(),
                file.name(),
                YamlFile.line(rule.item()));
    }

    private Form form() {
        if (rule.get("pattern") != null) {
            return rule.checked(
                    "pattern",
                    node -> new Form.Token(rule.texts("keywords"), file.text(node), ignoresCase()));
        }
        if (rule.get("value") != null) {
            return rule.checked(
                    "value", node -> new Form.Assigned(names(), file.text(node), ignoresCase()));
        }
        if (rule.get("words") != null) {
            return rule.checked("words", node -> new Form.Generic(file.texts(node)));
        }
        if (rule.get("services") != null) {
            return rule.checked("services", node -> new Form.Service(file.texts(node)));
        }
        throw rule.problem(
                rule.item(),
                "has no form; give it keywords and a pattern, or names and a value, or words, or services");
    }

    /** An underscore stands for every way to join words: {@code dd_api}, {@code dd-api}, ddApi. */
    private List<String> names() {
        return rule.texts("names").stream()
                .flatMap(name -> Stream.of("_", "-", ".", "").map(by -> name.replace("_", by)))
                .distinct()
                .toList();
    }

    private boolean ignoresCase() {
        Node node = rule.get("ignore-case");
        return node != null
                && switch (file.text(node)) {
                    case "true" -> true;
                    case "false" -> false;
                    default ->
                            throw rule.problem(
                                    node, "has an ignore-case that is not true or false");
                };
    }

    private Evidence evidence() {
        List<Check> checks = new ArrayList<>();
        Node node = rule.get("checks");
        if (node != null) {
            for (Node check : file.list(node, "checks are a list, such as [jwt]")) {
                checks.add(rule.label(check, "check", Check::of, Check.values(), Check::label));
            }
        }
        return rule.checked(
                "entropy",
                _ -> new Evidence(checks, number("entropy"), (int) number("classes"), ofWords()));
    }

    private Optional<Grade> ofWords() {
        return rule.get("of-words") == null
                ? Optional.empty()
                : Optional.of(rule.label("of-words", Grade::of, Grade.values(), Grade::label));
    }

    private double number(String key) {
        Node node = rule.get(key);
        if (node == null) {
            return 0;
        }
        try {
            return Double.parseDouble(file.text(node));
        } catch (NumberFormatException e) {
            throw rule.problem(node, "has no number as " + key);
        }
    }

    private Surroundings surroundings() {
        Optional<RuleId> partner =
                rule.get("partner") == null
                        ? Optional.empty()
                        : rule.checked("partner", n -> Optional.of(new RuleId(file.text(n))));
        Confidence most =
                rule.get("confidence") == null
                        ? Confidence.HIGH
                        : rule.label(
                                "confidence",
                                Confidence::of,
                                Confidence.values(),
                                Confidence::label);
        return rule.checked(
                "within",
                _ ->
                        new Surroundings(
                                rule.optionalTexts("near"),
                                (int) number("within"),
                                partner,
                                most,
                                rule.optionalTexts("quiet")));
    }

    private List<String> references() {
        Node node = rule.need("references", "add the vendor's document under references");
        List<String> references = file.texts(node);
        if (references.isEmpty()) {
            throw rule.problem(
                    node, "has no reference; add the vendor's document under references");
        }
        for (String reference : references) {
            if (!reference.startsWith("https://")) {
                throw rule.problem(node, "has a reference that is no https address: " + reference);
            }
        }
        return references;
    }
}
