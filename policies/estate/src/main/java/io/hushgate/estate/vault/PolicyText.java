package io.hushgate.estate.vault;

import io.hushgate.estate.acl.Capability;
import io.hushgate.estate.acl.PathPattern;
import io.hushgate.estate.fact.VaultFact.Rule;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.HclReader;
import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Block;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Problem;
import io.hushgate.estate.tree.Source;
import io.hushgate.estate.tree.Tree;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The text of a Vault policy, in HCL or JSON, read into its path stanzas.
 *
 * @param name the {@code name} key of old policies; empty if there is none
 * @param rules in the order of the text
 * @param problems what could not be read, and what Vault would refuse
 */
public record PolicyText(String name, List<Rule> rules, List<Problem> problems) {
    private static final Pattern STANZA = Pattern.compile("\\bpath\"?\\s*[:=]?\\s*[\"{\\[]");
    private static final Pattern GRANT = Pattern.compile("\\b(?:capabilities|policy)\\b");
    private static final Set<String> STANZA_KEYS =
            Set.of(
                    "policy",
                    "capabilities",
                    "allowed_parameters",
                    "denied_parameters",
                    "required_parameters",
                    "min_wrapping_ttl",
                    "max_wrapping_ttl",
                    "mfa_methods",
                    "control_group",
                    "subscribe_event_types",
                    "comment",
                    "expiration",
                    "list_scan_response_keys_filter_path",
                    "pagination_limit");

    public PolicyText {
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
    }

    /**
     * Tells whether a text looks like a policy; cheap, and right for all texts that grant anything.
     */
    public static boolean isLikely(CharSequence text) {
        return STANZA.matcher(text).find() && GRANT.matcher(text).find();
    }

    /** Reads a policy; a text that is none has no rules. */
    public static PolicyText read(Source source, Limits limits) {
        Tree tree = new HclReader(limits).read(source);
        Reading reading = new Reading(new ArrayList<>(tree.problems()));
        for (Node root : tree.documents()) {
            root.asMapping().ifPresent(reading::policy);
        }
        return new PolicyText(reading.name, reading.rules, reading.problems);
    }

    /**
     * Reads a policy that was a tree already, such as the argument of Terraform's {@code
     * jsonencode}.
     */
    public static PolicyText read(Mapping root) {
        Reading reading = new Reading(new ArrayList<>());
        reading.policy(root);
        return new PolicyText(reading.name, reading.rules, reading.problems);
    }

    private static final class Reading {
        final List<Problem> problems;
        final List<Rule> rules = new ArrayList<>();
        String name = "";

        Reading(List<Problem> problems) {
            this.problems = problems;
        }

        void policy(Mapping root) {
            for (Entry entry : root.entries()) {
                switch (entry.key().text()) {
                    case "path" -> paths(entry);
                    case "name" -> name = Settings.textOf(entry.value());
                    default ->
                            problem(
                                    entry.key(),
                                    "\"%s\" is no part of a policy".formatted(entry.key().text()));
                }
            }
        }

        /** {@code path "x" {...}}, or a mapping of paths as JSON has it. */
        private void paths(Entry entry) {
            for (Node value : entry.value().asItems()) {
                if (value instanceof Block block && !block.labels().isEmpty()) {
                    rule(block.labels().getFirst(), block.body());
                } else if (value.asMapping().isPresent()) {
                    for (Entry path : value.asMapping().get().entries()) {
                        for (Node body : path.value().asItems()) {
                            rule(
                                    path.key(),
                                    body.asMapping().orElse(new Mapping(List.of(), body.place())));
                        }
                    }
                } else {
                    problem(entry.key(), "a path has no stanza");
                }
            }
        }

        private void rule(Scalar path, Mapping body) {
            Settings settings = Settings.of(body);
            List<String> capabilities =
                    settings.node("capabilities").map(Node::asItems).orElse(List.of()).stream()
                            .map(Settings::textOf)
                            .toList();
            String legacy = settings.text("policy");
            List<String> unknown = new ArrayList<>();
            for (Entry entry : body.entries()) {
                String key = entry.key().text();
                if (key.equals("path")) {
                    problem(
                            entry.key(),
                            "a path inside a path; a closing brace is missing before it");
                    paths(entry);
                } else if (!STANZA_KEYS.contains(key)) {
                    unknown.add(key);
                    problem(entry.key(), "Vault knows no key \"%s\" in a path".formatted(key));
                }
            }
            check(path, capabilities, legacy);
            rules.add(
                    new Rule(
                            path.text(),
                            capabilities,
                            legacy,
                            effective(capabilities, legacy),
                            parameters(body.mapping("allowed_parameters")),
                            parameters(body.mapping("denied_parameters")),
                            settings.list("required_parameters"),
                            settings.ttl("min_wrapping_ttl"),
                            settings.ttl("max_wrapping_ttl"),
                            unknown,
                            path.place().line(),
                            path.place().column()));
        }

        private void check(Scalar path, List<String> capabilities, String legacy) {
            if (path.isLiteral() && PathPattern.of(path.text()).isEmpty()) {
                problem(path, "Vault refuses +* in \"%s\"".formatted(path.text()));
            }
            for (String capability : capabilities) {
                if (Capability.of(capability).isEmpty() && !capability.contains("${")) {
                    problem(path, "Vault knows no capability \"%s\"".formatted(capability));
                }
            }
            if (!legacy.isEmpty() && Capability.ofLegacy(legacy).isEmpty()) {
                problem(path, "Vault knows no policy \"%s\" for a path".formatted(legacy));
            }
        }

        private void problem(Node node, String what) {
            problems.add(new Problem(Problem.Code.POLICY_INVALID, node.place(), what));
        }
    }

    private static List<String> effective(List<String> capabilities, String legacy) {
        Set<Capability> effective = EnumSet.noneOf(Capability.class);
        effective.addAll(Capability.ofLegacy(legacy));
        capabilities.forEach(text -> Capability.of(text).ifPresent(effective::add));
        return effective.contains(Capability.DENY)
                ? List.of(Capability.DENY.text())
                : effective.stream().map(Capability::text).sorted().toList();
    }

    private static Map<String, List<String>> parameters(Mapping mapping) {
        Map<String, List<String>> parameters = new TreeMap<>();
        for (Entry entry : mapping.entries()) {
            parameters.put(
                    entry.key().text(),
                    entry.value().asItems().stream().map(Settings::textOf).toList());
        }
        return parameters;
    }
}
