package io.hushgate.rego.compile.safety;

import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Head;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Node;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.compile.unit.Compilation;
import io.hushgate.rego.compile.unit.RuleUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that what a head mentions stands in the body or among the parameters. */
public final class HeadSafety {
    private final Compilation compilation;
    private final Needs needs;

    public HeadSafety(Compilation compilation) {
        this.compilation = compilation;
        this.needs = new Needs(compilation.signatures());
    }

    public void check(RuleUnit rule) {

        Set<String> known = needs.of(rule.body());
        known.addAll(VarScan.ALL.in(rule.head().args()));
        Map<String, Location> mentioned = new LinkedHashMap<>();
        for (Node part : parts(rule.head())) {
            VarScan.ALL.each(part, v -> mentioned.put(v.name(), v.location()));
        }
        mentioned.keySet().removeAll(known);
        mentioned.forEach((name, location) -> {
            Var original = Var.of(compilation.names().original(name));
            if (!original.isGenerated()) {
                compilation
                        .problems()
                        .add(
                                ErrorCode.UNSAFE_VAR,
                                location,
                                "var " + original + " is unsafe" + rule.module().scope(rule));
            }
        });
    }

    private static List<Node> parts(Head head) {
        List<Node> parts = new ArrayList<>(head.args());
        head.key().ifPresent(parts::add);
        head.value().ifPresent(parts::add);
        parts.addAll(head.ref().path());
        return parts;
    }
}
