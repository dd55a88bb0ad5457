package io.hushgate.rego.ast;

import java.util.List;

/**
 * One definition of a rule or function. Several rules of one name make up what the name stands for.
 *
 * <p>A rule that was written without a body, and every default rule, has the body {@code true},
 * marked as generated.
 *
 * @param elseRules the {@code else} branches in order; each is a rule whose head repeats reference
 *     and arguments and has a value of its own, and that has no branches itself
 * @param annotations metadata directly above this rule, scopes rule and document
 */
public record Rule(
        boolean isDefault,
        Head head,
        Body body,
        List<Rule> elseRules,
        List<Annotations> annotations,
        Location location)
        implements Node {
    public Rule {
        elseRules = List.copyOf(elseRules);
        annotations = List.copyOf(annotations);
    }

    public Rule withHead(Head newHead) {
        return new Rule(isDefault, newHead, body, elseRules, annotations, location);
    }

    public Rule withBody(Body newBody) {
        return new Rule(isDefault, head, newBody, elseRules, annotations, location);
    }

    public Rule withElseRules(List<Rule> newElseRules) {
        return new Rule(isDefault, head, body, newElseRules, annotations, location);
    }

    public Rule withAnnotations(List<Annotations> newAnnotations) {
        return new Rule(isDefault, head, body, elseRules, newAnnotations, location);
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}
