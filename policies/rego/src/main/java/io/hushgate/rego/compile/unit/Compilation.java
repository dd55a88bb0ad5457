package io.hushgate.rego.compile.unit;

import io.hushgate.rego.ast.Import;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.Builtins;
import io.hushgate.rego.compile.tree.RuleTree;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The state that stages hand to each other: one for each call of the compiler. */
public final class Compilation {
    private final List<ModuleUnit> modules;
    private final Builtins builtins;
    private final Set<String> unsafeBuiltins;
    private final LocalNames names;
    private final Problems problems;
    private final RuleTree<RuleUnit> tree;

    /**
     * @param unsafeBuiltins names of builtins that must not be called
     * @param problems receives what is wrong
     */
    public Compilation(
            List<Module> modules,
            Builtins builtins,
            Set<String> unsafeBuiltins,
            Problems problems) {
        this.modules = modules.stream().map(ModuleUnit::new).toList();
        this.builtins = builtins;
        this.unsafeBuiltins = Set.copyOf(unsafeBuiltins);
        this.problems = problems;
        Set<String> taken = new HashSet<>();
        for (Module module : modules) {
            Walk.vars(module, v -> taken.add(v.name()));
            module.imports().stream().map(Import::name).forEach(taken::add);
        }
        this.names = new LocalNames("__local", taken);
        this.tree = new RuleTree<>();
    }

    private Compilation(Compilation modules, LocalNames names, Problems problems) {
        this.modules = modules.modules;
        this.builtins = modules.builtins;
        this.unsafeBuiltins = modules.unsafeBuiltins;
        this.tree = modules.tree;
        this.names = names;
        this.problems = problems;
    }

    /** The same modules, seen by a query that gives out names and finds mistakes of its own. */
    public Compilation forQuery(LocalNames queryNames, Problems queryProblems) {
        return new Compilation(this, queryNames, queryProblems);
    }

    public List<ModuleUnit> modules() {
        return modules;
    }

    /** All rules in the order of the modules, without branches. */
    public List<RuleUnit> rules() {
        return modules.stream().flatMap(module -> module.rules().stream()).toList();
    }

    /** All rules in the order of the modules, each followed by its branches. */
    public List<RuleUnit> rulesAndBranches() {
        return rules().stream().flatMap(RuleUnit::withBranches).toList();
    }

    public LocalNames names() {
        return names;
    }

    public Problems problems() {
        return problems;
    }

    /** The rules by path; empty until {@link #plant()}. */
    public RuleTree<RuleUnit> tree() {
        return tree;
    }

    /** Puts all rules into the tree. A package without rules gets a place, too. */
    public void plant() {
        for (ModuleUnit module : modules) {
            tree.place(module.path());
            module.rules().forEach(rule -> tree.add(rule.path(), rule));
        }
    }

    public Set<String> unsafeBuiltins() {
        return unsafeBuiltins;
    }

    public Builtins builtins() {
        return builtins;
    }

    /** The builtin that is called by {@code function}. */
    public Optional<Builtin> builtin(Ref function) {
        return dottedName(function).map(builtins::find);
    }

    /** Arities of builtins, and of the rules in the tree. */
    public Signatures signatures() {
        return this::arity;
    }

    private OptionalInt arity(Ref function) {
        Optional<Builtin> builtin = builtin(function);
        if (builtin.isPresent()) {
            return OptionalInt.of(builtin.get().arity());
        }
        List<RuleUnit> rules = tree.rulesAt(function);
        return rules.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(rules.getFirst().head().args().size());
    }

    /**
     * {@code a.b} for a reference of words; nothing for one into {@code data} or with other keys.
     */
    public static Optional<String> dottedName(Ref function) {
        if (Roots.isData(function)) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder(function.head().toString());
        for (Term key : function.path()) {
            if (!(key instanceof Scalar.Text text)) {
                return Optional.empty();
            }
            name.append('.').append(text.value());
        }
        return Optional.of(name.toString());
    }
}
