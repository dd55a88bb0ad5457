package io.hushgate.rego.eval.lower;

import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Node;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.builtin.Builtins;
import io.hushgate.rego.compile.CompiledQuery;
import io.hushgate.rego.eval.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way from compiled rules to a {@link Plan}. */
public final class ProgramLowering {
    /** Calls that show what is evaluated, and how often: what has some is evaluated as written. */
    public static final Set<String> SPEAKING = Set.of("internal.print", "print", "trace");

    private ProgramLowering() {}

    /**
     * Lowers a program, and a query with it.
     *
     * @param packages all packages, those without rules included
     * @param query a compiled query to answer, or null
     */
    public static Plan lower(
            Collection<RuleAt> rules,
            Collection<Ref> packages,
            Builtins builtins,
            @Nullable CompiledQuery query,
            Instruments instruments) {
        List<Node> nodes = new ArrayList<>();
        rules.forEach(rule -> nodes.add(rule.rule()));
        if (query != null) {
            nodes.add(query.body());
        }
        return lower(rules, packages, nodes, builtins, query, instruments);
    }

    /**
     * Lowers a program of which is known where replacements are.
     *
     * @param notable all nodes that can have a {@code with} or a call that prints below them
     */
    public static Plan lower(
            Collection<RuleAt> rules,
            Collection<Ref> packages,
            List<? extends Node> notable,
            Builtins builtins,
            @Nullable CompiledQuery query,
            Instruments instruments) {
        Set<Ref> functions = new HashSet<>();
        for (RuleAt rule : rules) {
            if (rule.isFunction()) {
                functions.add(rule.path());
            }
        }
        Replaced replaced =
                Replaced.in(
                        notable,
                        ref -> functions.contains(ref) || builtins.find(ref.toString()) != null);
        boolean mayGroup =
                instruments.equals(Instruments.NONE)
                        && notable.stream().noneMatch(ProgramLowering::speaks);
        Definitions definitions = new Definitions(builtins, replaced, mayGroup);
        BodyLowering bodies = new BodyLowering(definitions, instruments);
        Lowering lowering = new Lowering(definitions, bodies, instruments);
        lowering.place(rules);
        packages.forEach(lowering::place);
        lowering.define();
        Plan.Query answered = query == null ? null : new QueryLowering(bodies).query(query);
        lowering.keyed();
        return new Plan(definitions.root(), definitions.memoCount(), answered);
    }

    private static boolean speaks(Node node) {
        boolean[] speaks = {false};
        Walk.nodes(
                node,
                n -> {
                    speaks[0] |= n instanceof Call call && SPEAKING.contains(call.name());
                    return !speaks[0];
                });
        return speaks[0];
    }
}
