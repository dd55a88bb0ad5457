package io.hushgate.rego.compile.unit;

import io.hushgate.rego.ast.Annotations;
import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Head;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A rule, or a branch of one, while it is being rewritten. Its identity is what trees and graphs
 * hold on to; head and body change from stage to stage.
 */
public final class RuleUnit {
    private final ModuleUnit module;
    private final boolean isDefault;
    private final Location location;
    private final List<Annotations> annotations;
    private final List<RuleUnit> branches;
    private Head head;
    private Body body;

    RuleUnit(ModuleUnit module, Rule rule) {
        this.module = module;
        this.isDefault = rule.isDefault();
        this.location = rule.location();
        this.annotations = rule.annotations();
        this.head = rule.head();
        this.body = rule.body();
        this.branches =
                rule.elseRules().stream().map(branch -> new RuleUnit(module, branch)).toList();
    }

    public ModuleUnit module() {
        return module;
    }

    public boolean isDefault() {
        return isDefault;
    }

    public Location location() {
        return location;
    }

    public List<Annotations> annotations() {
        return annotations;
    }

    /** The {@code else} branches in order. */
    public List<RuleUnit> branches() {
        return branches;
    }

    public Head head() {
        return head;
    }

    public void head(Head newHead) {
        head = newHead;
    }

    public Body body() {
        return body;
    }

    public void body(Body newBody) {
        body = newBody;
    }

    /** The absolute reference that the head defines, with its variables. */
    public Ref path() {
        Ref ref = head.ref();
        List<Term> keys = new ArrayList<>(ref.size());
        keys.add(new Scalar.Text(head.name(), ref.head().location()));
        keys.addAll(ref.path());
        return module.path().appendAll(keys);
    }

    /** Adds expressions to the end of the body; they replace a body that only says {@code true}. */
    public void append(List<Expr> exprs) {
        body = Bodies.append(body, exprs);
    }

    /** This rule and its branches. */
    public Stream<RuleUnit> withBranches() {
        return Stream.concat(Stream.of(this), branches.stream());
    }

    /** Shows this rule and its branches to {@code action}. */
    public void each(Consumer<RuleUnit> action) {
        action.accept(this);
        branches.forEach(action);
    }

    /** The rule as it stands now. */
    public Rule toRule() {
        List<Rule> elseRules = branches.stream().map(RuleUnit::toRule).toList();
        return new Rule(isDefault, head, body, elseRules, annotations, location);
    }

    @Override
    public String toString() {
        return path().toString();
    }
}
