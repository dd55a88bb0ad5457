package io.hushgate.rules;

import io.hushgate.rules.verify.Verification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads how a rule's values are verified. */
final class VerificationReader {
    private static final Set<String> KEYS =
            Set.of(
                    "method",
                    "url",
                    "headers",
                    "body",
                    "verified",
                    "inactive",
                    "verified-text",
                    "inactive-text",
                    "signed-with");

    private final RuleNode rule;
    private final YamlFile file;

    VerificationReader(RuleNode rule, YamlFile file) {
        this.rule = rule;
        this.file = file;
    }

    Optional<Verification> read() {
        Node node = rule.get("verify");
        if (node == null) {
            return Optional.empty();
        }
        Map<String, Node> values = file.mapping(node, "verify is a mapping with a url");
        for (Map.Entry<String, Node> entry : values.entrySet()) {
            if (!KEYS.contains(entry.getKey())) {
                throw rule.problem(
                        entry.getValue(),
                        "has the unknown key '%s' in verify".formatted(entry.getKey()));
            }
        }
        return rule.checked(
                "verify",
                _ ->
                        Optional.of(
                                new Verification(
                                        text(values.get("method"), "GET"),
                                        text(values.get("url"), ""),
                                        headers(values.get("headers")),
                                        text(values.get("body"), ""),
                                        statuses(values.get("verified")),
                                        statuses(values.get("inactive")),
                                        text(values.get("verified-text"), ""),
                                        text(values.get("inactive-text"), ""),
                                        Optional.ofNullable(values.get("signed-with"))
                                                .map(file::text))));
    }

    private String text(@Nullable Node node, String otherwise) {
        return node == null ? otherwise : file.text(node);
    }

    private Map<String, String> headers(@Nullable Node node) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (node != null) {
            file.mapping(node, "headers are a mapping of names to texts")
                    .forEach((name, value) -> headers.put(name, file.text(value)));
        }
        return headers;
    }

    private Set<Integer> statuses(@Nullable Node node) {
        return node == null
                ? Set.of()
                : file.texts(node).stream().map(Integer::valueOf).collect(Collectors.toSet());
    }
}
