package io.hushgate.rego.compile.name;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Head;
import io.hushgate.rego.ast.Import;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Transformer;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.With;
import io.hushgate.rego.compile.unit.ModuleUnit;
import io.hushgate.rego.compile.unit.Problems;
import io.hushgate.rego.compile.unit.RuleUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces names of rules and imports by absolute references: {@code p[x]} in package {@code a}
 * becomes {@code data.a.p[x]}. A name that is declared around its use stays.
 */
public final class ReferenceResolution {
    private final Globals globals;
    private final Deque<Set<String>> declared = new ArrayDeque<>();

    private ReferenceResolution(Globals globals) {
        this.globals = globals;
    }

    /** First words of the rules in each package. */
    public static Map<Ref, Set<String>> exports(List<ModuleUnit> modules) {
        Map<Ref, Set<String>> names = new LinkedHashMap<>();
        for (ModuleUnit module : modules) {
            Set<String> ofPackage =
                    names.computeIfAbsent(module.path(), _ -> new LinkedHashSet<>());
            module.rules().forEach(rule -> ofPackage.add(rule.head().name()));
        }
        return names;
    }

    /**
     * Resolves all modules.
     *
     * @param strict whether an import without a use is an error
     */
    public static void resolve(List<ModuleUnit> modules, boolean strict, Problems problems) {
        Map<Ref, Set<String>> exports = exports(modules);
        for (ModuleUnit module : modules) {
            Set<String> ruleNames = exports.getOrDefault(module.path(), Set.of());
            Globals globals = new Globals(module.path(), ruleNames, module.imports());
            for (RuleUnit rule : module.rules()) {
                rule.each(branch -> new ReferenceResolution(globals).rule(branch, problems));
            }
            if (strict) {
                reportUnused(module, globals, problems);
            }
        }
    }

    /** Resolves a query as if it stood in a module with {@code globals}. */
    public static Body resolve(Body query, Globals globals) {
        ReferenceResolution resolution = new ReferenceResolution(globals);
        resolution.declared.push(Declarations.in(query));
        return resolution.transformer.body(query);
    }

    private static void reportUnused(ModuleUnit module, Globals globals, Problems problems) {
        for (Import imported : module.imports()) {
            if (!Globals.isOfLanguage(imported) && !globals.isUsed(imported.name())) {
                problems.compile(imported.location(), imported + " unused");
            }
        }
    }

    private void rule(RuleUnit rule, Problems problems) {
        Head head = rule.head();
        Set<String> parameters = new LinkedHashSet<>();
        for (Term arg : head.args()) {
            Optional<String> shadowed = Parameters.collect(arg, parameters);
            if (shadowed.isPresent()) {
                problems.compile(
                        rule.location(),
                        "args must not shadow %s (use a different variable name)"
                                .formatted(shadowed.get()));
                return;
            }
        }
        declared.push(parameters);
        declared.push(Declarations.in(rule.body()));
        rule.head(
                head.withRef(keys(head.ref()))
                        .withResult(
                                switch (head.result()) {
                                    case Head.Result.Value(
                                                    var value,
                                                    var assigned,
                                                    var generated) ->
                                            new Head.Result.Value(
                                                    transformer.term(value), assigned, generated);
                                    case Head.Result.Member(var key) ->
                                            new Head.Result.Member(transformer.term(key));
                                }));
        rule.body(transformer.body(rule.body()));
    }

    private Ref keys(Ref ref) {
        return ref.prefix(1).appendAll(ref.path().stream().map(transformer::term).toList());
    }

    private Optional<Ref> global(Var name) {
        return declared.stream().anyMatch(names -> names.contains(name.name()))
                ? Optional.empty()
                : globals.use(name);
    }

    private Ref ref(Ref ref) {
        List<Term> parts = new ArrayList<>(ref.size() + 2);
        if (ref.head() instanceof Var head) {
            Optional<Ref> global = global(head);
            if (global.isPresent()) {
                parts.addAll(global.get().parts());
            } else {
                parts.add(head);
            }
        } else {
            parts.add(transformer.term(ref.head()));
        }
        ref.path().forEach(key -> parts.add(transformer.term(key)));
        return new Ref(parts, ref.location());
    }

    private final Transformer transformer =
            new Transformer() {
                @Override
                public Term term(Term term) {
                    return switch (term) {
                        case Var name -> global(name).<Term>map(ref -> ref).orElse(name);
                        case Ref ref -> ref(ref);
                        case Comprehension comprehension -> {
                            declared.push(Declarations.in(comprehension.body()));
                            Term resolved = super.term(comprehension);
                            declared.pop();
                            yield resolved;
                        }
                        default -> super.term(term);
                    };
                }

                @Override
                public Ref function(Ref function) {
                    return ref(function);
                }

                @Override
                public With with(With with) {
                    return new With(ref(with.target()), term(with.value()), with.location());
                }

                @Override
                public Statement statement(Statement statement) {
                    if (!(statement instanceof Statement.Every every)) {
                        return super.statement(statement);
                    }
                    Set<String> symbols = new LinkedHashSet<>();
                    every.symbols().forEach(v -> symbols.add(v.name()));
                    declared.push(symbols);
                    Statement resolved = super.statement(every);
                    declared.pop();
                    return resolved;
                }
            };
}
