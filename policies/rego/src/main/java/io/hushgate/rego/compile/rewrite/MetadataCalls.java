package io.hushgate.rego.compile.rewrite;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Node;
import io.hushgate.rego.ast.Operator;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Transformer;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.compile.unit.LocalNames;
import io.hushgate.rego.compile.unit.MetadataChains;
import io.hushgate.rego.compile.unit.RuleUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces {@code rego.metadata.rule()} and {@code rego.metadata.chain()} by what they yield, which
 * is known before evaluation. Runs when calls have been taken apart.
 */
public final class MetadataCalls {
    private static final String RULE = "rego.metadata.rule";
    private static final String CHAIN = "rego.metadata.chain";

    private final MetadataChains chains;
    private final Bindings bindings;

    public MetadataCalls(MetadataChains chains, LocalNames names) {
        this.chains = chains;
        this.bindings = new Bindings(names);
    }

    public void rewrite(RuleUnit rule) {
        if (!mentions(rule.head()) && !mentions(rule.body())) {
            return;
        }
        List<Expr> constants = new ArrayList<>();
        Replacement visitor = new Replacement(rule, constants);
        rule.head(visitor.head(rule.head()));
        Body body = visitor.body(rule.body());
        constants.addAll(body.exprs());
        rule.body(body.withExprs(constants));
    }

    private static boolean mentions(Node node) {
        boolean[] found = {false};
        Walk.nodes(
                node,
                n -> {
                    found[0] |= n instanceof Call call && isMetadata(call);
                    return !found[0];
                });
        return found[0];
    }

    private static boolean isMetadata(Call call) {
        return call.name().equals(RULE) || call.name().equals(CHAIN);
    }

    /** Replaces calls by variables that are bound at the beginning of the body. */
    private final class Replacement extends Transformer {
        private final RuleUnit rule;
        private final List<Expr> constants;

        Replacement(RuleUnit rule, List<Expr> constants) {
            this.rule = rule;
            this.constants = constants;
        }

        @Override
        public Statement statement(Statement statement) {
            if (!(statement instanceof Statement.OfTerm(Call call)) || !isMetadata(call)) {
                return super.statement(statement);
            }
            Term value = call.name().equals(RULE) ? chains.ofRule(rule) : chains.chain(rule);
            Expr constant = bindings.bind(value);
            constants.add(constant);
            Term variable = Bindings.variable(constant);
            return new Statement.OfTerm(
                    call.args().isEmpty()
                            ? variable
                            : Call.of(
                                    Operator.EQ,
                                    call.location(),
                                    call.args().getFirst(),
                                    variable));
        }
    }
}
