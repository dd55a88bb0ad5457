package io.hushgate.rego.compile;

import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.compile.tree.RuleGraph;
import io.hushgate.rego.compile.tree.RuleTree;
import io.hushgate.rego.compile.type.DeclaredTypes;
import io.hushgate.rego.compile.type.TypeChecker;
import io.hushgate.rego.compile.type.TypeEnv;
import io.hushgate.rego.compile.unit.Compilation;
import io.hushgate.rego.compile.unit.LocalNames;
import io.hushgate.rego.compile.unit.ModuleUnit;
import io.hushgate.rego.compile.unit.RuleUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Modules that have passed all checks. Immutable, and to be shared. */
public final class CompiledModules {
    private final Compilation compilation;
    private final RuleGraph graph;
    private final TypeEnv types;
    private final List<CompiledRule> rules;
    private final RuleTree<CompiledRule> tree;

    CompiledModules(Compilation compilation, RuleGraph graph, TypeEnv types) {
        this.compilation = compilation;
        this.graph = graph;
        this.types = types;
        Map<RuleUnit, CompiledRule> compiled = new HashMap<>();
        RuleTree<CompiledRule> places = new RuleTree<>();
        for (ModuleUnit module : compilation.modules()) {
            places.place(module.path());
            for (RuleUnit unit : module.rules()) {
                Rule rule = unit.toRule();
                CompiledRule done = new CompiledRule(unit.path(), rule, module.source());
                compiled.put(unit, done);
                places.add(done.path(), done);
            }
        }
        List<CompiledRule> inOrder = new ArrayList<>();
        for (RuleUnit unit : graph.ordered()) {
            CompiledRule done = compiled.get(unit);
            if (done != null) {
                inOrder.add(done);
            }
        }
        this.rules = List.copyOf(inOrder);
        this.tree = places;
    }

    /** All rules, each after those that it needs. */
    public List<CompiledRule> rules() {
        return rules;
    }

    /** The rules by path. A package without rules has a place, too. */
    public RuleTree<CompiledRule> tree() {
        return tree;
    }

    /** The modules as they were parsed. */
    public List<Module> modules() {
        return compilation.modules().stream().map(ModuleUnit::source).toList();
    }

    /** The name that the author gave to a variable, or the name itself. */
    public String originalName(String variable) {
        return compilation.names().original(variable);
    }

    TypeChecker typeChecker(LocalNames queryNames) {
        return new TypeChecker(types, queryNames, graph::dependents, DeclaredTypes.NONE);
    }

    Compilation compilation() {
        return compilation;
    }
}
