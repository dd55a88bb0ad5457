package io.hushgate.rules;

import io.hushgate.core.RuleId;
import io.hushgate.core.match.RuleSet;
import io.hushgate.core.rule.Rule;
import io.hushgate.core.rule.RuleProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules of a run: those that the program ships, those that users add, less those switched off.
 */
public final class Rules {
    /** The compiled shipped rules, written by the build. */
    static final String COMPILED = "/io/hushgate/rules/shipped.rules";

    private Rules() {}

    /** The shipped rules, read in the form that the build compiled them to; no YAML is parsed. */
    public static RuleSet shipped() {
        try {
            return RuleSet.read(Catalogue.resource(COMPILED));
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped rules are damaged; install anew", e);
        }
    }

    /**
     * The shipped rules with users' files.
     *
     * @param files rule files of users, each held to the same rules as the shipped ones
     * @param disabled shipped rules to leave out; a user's rule may then take the id
     * @throws RuleFileProblem when a file cannot be used, or an id of {@code disabled} is not
     *     shipped
     */
    public static RuleSet load(Collection<Path> files, Set<RuleId> disabled) {
        RuleSet shipped = shipped();
        if (files.isEmpty() && disabled.isEmpty()) {
            return shipped;
        }
        List<Rule> rules = enabled(shipped, disabled);
        Map<RuleId, String> places = new HashMap<>();
        rules.forEach(rule -> places.put(rule.id(), "the shipped rule"));
        for (Path file : files) {
            for (RuleEntry entry : RuleFile.read(file)) {
                String first =
                        places.putIfAbsent(entry.rule().id(), "the rule at " + entry.place());
                if (first != null) {
                    throw new RuleFileProblem(
                            entry.file(),
                            entry.line(),
                            "rule %s has the id of %s; rename it, or disable the shipped one"
                                    .formatted(entry.rule().id(), first));
                }
                rules.add(entry.rule());
            }
        }
        return compile(rules, files);
    }

    private static List<Rule> enabled(RuleSet shipped, Set<RuleId> disabled) {
        Set<RuleId> unknown = new TreeSet<>(disabled);
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : shipped.rules()) {
            if (!unknown.remove(rule.id())) {
                rules.add(rule);
            }
        }
        if (!unknown.isEmpty()) {
            throw new RuleFileProblem(
                    "rules.disable",
                    0,
                    "no shipped rule is called %s; `hushgate rules list` names them all"
                            .formatted(unknown.iterator().next()));
        }
        return rules;
    }

    private static RuleSet compile(List<Rule> rules, Collection<Path> files) {
        try {
            return RuleSet.compile(rules);
        } catch (RuleProblem e) {
            String file = files.isEmpty() ? "disabled rules" : files.iterator().next().toString();
            throw new RuleFileProblem(file, 0, String.valueOf(e.getMessage()));
        }
    }
}
