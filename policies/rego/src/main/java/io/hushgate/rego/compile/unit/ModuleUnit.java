package io.hushgate.rego.compile.unit;

import io.hushgate.rego.ast.Import;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.RegoVersion;
import java.util.List;

/** A module while its rules are being rewritten. */
public final class ModuleUnit {
    private final Module source;
    private final List<RuleUnit> rules;

    public ModuleUnit(Module source) {
        this.source = source;
        this.rules = source.rules().stream().map(rule -> new RuleUnit(this, rule)).toList();
    }

    /** The module as it was parsed. */
    public Module source() {
        return source;
    }

    /** The package: {@code data.a.b}. */
    public Ref path() {
        return source.packageClause().path();
    }

    public Location packageLocation() {
        return source.packageClause().location();
    }

    public List<Import> imports() {
        return source.imports();
    }

    public boolean isV1() {
        return source.version() == RegoVersion.V1;
    }

    public List<RuleUnit> rules() {
        return rules;
    }

    /**
     * What a message adds when several rules stand on the line of {@code rule}, so that the line
     * does not tell which one is meant; else "".
     */
    public String scope(RuleUnit rule) {
        Ref name = rule.head().ref().groundPrefix();
        int row = rule.location().row();
        boolean shared =
                rules.stream()
                        .flatMap(RuleUnit::withBranches)
                        .anyMatch(other ->
                                other.location().row() == row
                                        && !other.head().ref().groundPrefix().equals(name));
        return shared ? " in rule " + name : "";
    }
}
