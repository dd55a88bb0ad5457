package io.hushgate.rego.compile;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.Transformer;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.compile.check.DuplicateImports;
import io.hushgate.rego.compile.check.Functions;
import io.hushgate.rego.compile.check.KeywordOverrides;
import io.hushgate.rego.compile.check.Recursion;
import io.hushgate.rego.compile.check.RuleConflicts;
import io.hushgate.rego.compile.name.LocalRenaming;
import io.hushgate.rego.compile.name.ReferenceResolution;
import io.hushgate.rego.compile.rewrite.ComprehensionTerms;
import io.hushgate.rego.compile.rewrite.DynamicTerms;
import io.hushgate.rego.compile.rewrite.ExprTerms;
import io.hushgate.rego.compile.rewrite.HeadTerms;
import io.hushgate.rego.compile.rewrite.MetadataCalls;
import io.hushgate.rego.compile.rewrite.PrintCalls;
import io.hushgate.rego.compile.rewrite.Templates;
import io.hushgate.rego.compile.rewrite.Unifications;
import io.hushgate.rego.compile.rewrite.WithValues;
import io.hushgate.rego.compile.safety.BodyOrder;
import io.hushgate.rego.compile.safety.HeadSafety;
import io.hushgate.rego.compile.tree.RuleGraph;
import io.hushgate.rego.compile.type.DeclaredTypes;
import io.hushgate.rego.compile.type.TypeChecker;
import io.hushgate.rego.compile.type.TypeEnv;
import io.hushgate.rego.compile.unit.Compilation;
import io.hushgate.rego.compile.unit.MetadataChains;
import io.hushgate.rego.compile.unit.ModuleUnit;
import io.hushgate.rego.compile.unit.Problems;
import io.hushgate.rego.compile.unit.Roots;
import io.hushgate.rego.compile.unit.RuleUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Compiles modules that belong together, in stages. A stage sees all modules; the first stage that
 * finds mistakes is the last one, and all its mistakes are reported.
 */
public final class Compiler {
    private final CompileOptions options;
    private final Compilation compilation;
    private final Problems problems;

    private Compiler(List<Module> modules, CompileOptions options) {
        this.options = options;
        this.problems = new Problems(options.errorLimit());
        List<Module> sorted =
                modules.stream().sorted(Comparator.comparing(m -> m.location().file())).toList();
        this.compilation =
                new Compilation(sorted, options.builtins(), options.unsafeBuiltins(), problems);
    }

    /**
     * Compiles modules.
     *
     * @param modules in any order; rules of one path keep the order of their files' names
     * @throws RegoException with all errors of the first stage that found some
     */
    public static CompiledModules compile(List<Module> modules, CompileOptions options) {
        return new Compiler(modules, options).run();
    }

    private CompiledModules run() {
        resolveNames();
        MetadataChains chains = rewriteExpressions();
        RuleGraph graph = new RuleGraph(compilation.tree(), compilation.rulesAndBranches());
        moveTerms();
        stage(() -> new RuleConflicts(compilation).check());
        Functions functions = new Functions(compilation);
        eachBranch(rule -> {
            functions.checkDefined(rule.head());
            functions.checkDefined(rule.body());
        });
        HeadSafety heads = new HeadSafety(compilation);
        eachBranch(heads::check);
        eachBranch(this::order);
        transform(new Unifications(true));
        DynamicTerms dynamics = new DynamicTerms(compilation.names());
        eachBranch(rule -> rule.body(dynamics.body(rule.body())));
        stage(() -> Recursion.check(compilation.rulesAndBranches(), graph, problems));
        TypeEnv types = checkTypes(graph, chains);
        checkBuiltins(functions);
        return new CompiledModules(compilation, graph, types);
    }

    private void resolveNames() {
        List<ModuleUnit> modules = compilation.modules();
        stage(() -> ReferenceResolution.resolve(modules, options.strict(), problems));
        HeadTerms heads = new HeadTerms(compilation.names());
        eachBranch(heads::keys);
        KeywordOverrides overrides = new KeywordOverrides(problems);
        stage(() -> strictModules().forEach(overrides::check));
        stage(() -> strictModules().forEach(module -> DuplicateImports.check(module, problems)));
        compilation.plant();
        LocalRenaming renaming = new LocalRenaming(compilation, options.strict());
        stage(() -> compilation.rules().forEach(renaming::rule));
    }

    private MetadataChains rewriteExpressions() {
        eachBranch(rule -> Templates.rewrite(rule, compilation));
        Functions functions = new Functions(compilation);
        eachBranch(rule -> {
            functions.checkVoid(rule.head());
            functions.checkVoid(rule.body());
        });
        if (options.print()) {
            eachBranch(this::rewritePrints);
        } else {
            transform(PrintCalls.eraser());
        }
        ExprTerms terms = new ExprTerms(compilation.names());
        eachBranch(terms::rewrite);
        MetadataChains chains = new MetadataChains(compilation.modules(), problems);
        MetadataCalls metadata = new MetadataCalls(chains, compilation.names());
        eachBranch(metadata::rewrite);
        return chains;
    }

    private void moveTerms() {
        transform(new ComprehensionTerms(compilation.names()));
        HeadTerms heads = new HeadTerms(compilation.names());
        eachBranch(heads::values);
        transform(new WithValues(compilation));
    }

    private TypeEnv checkTypes(RuleGraph graph, MetadataChains chains) {
        SchemaSet schemas = options.schemas();
        List<RegoError> errors = new ArrayList<>();
        TypeEnv types = TypeChecker.declarations(options.builtins(), schemas.input(), errors::add);
        TypeChecker checker =
                new TypeChecker(
                        types,
                        compilation.names(),
                        graph::dependents,
                        DeclaredTypes.of(chains, schemas.isPresent() ? schemas::find : null));
        graph.ordered().forEach(rule -> errors.addAll(checker.rule(rule)));
        errors.sort(Comparator.comparing(RegoError::location, Location.ORDER));
        stage(() -> problems.addAll(errors));
        return types;
    }

    private void checkBuiltins(Functions functions) {
        eachBranch(rule -> functions.checkUnsafe(rule.body()));
        stage(() ->
                strictModules().stream()
                        .flatMap(module -> module.rules().stream())
                        .flatMap(RuleUnit::withBranches)
                        .forEach(rule -> functions.checkDeprecated(rule.body())));
    }

    private void rewritePrints(RuleUnit rule) {
        PrintCalls prints = new PrintCalls(compilation, bound(rule));
        rule.head(prints.head(rule.head()));
        rule.body(prints.body(rule.body()));
    }

    private void order(RuleUnit rule) {
        List<RegoError> errors = new ArrayList<>();
        rule.body(
                BodyOrder.order(
                        rule.body(),
                        bound(rule),
                        compilation.signatures(),
                        compilation.names(),
                        () -> rule.module().scope(rule),
                        errors));
        problems.addAll(errors);
    }

    /** Variables that are bound before the body of a rule: the documents and the parameters. */
    private static Set<String> bound(RuleUnit rule) {
        Set<String> bound = new HashSet<>(Roots.NAMES);
        rule.head().args().forEach(arg -> Walk.vars(arg, v -> bound.add(v.name())));
        return bound;
    }

    /** Modules in which all checks of strictness hold. */
    private List<ModuleUnit> strictModules() {
        return compilation.modules().stream()
                .filter(module -> options.strict() || module.isV1())
                .toList();
    }

    private void transform(Transformer transformer) {
        eachBranch(rule -> {
            rule.head(transformer.head(rule.head()));
            rule.body(transformer.body(rule.body()));
        });
    }

    private void eachBranch(Consumer<RuleUnit> action) {
        stage(() -> compilation.rulesAndBranches().forEach(action));
    }

    private void stage(Runnable work) {
        work.run();
        if (!problems.isEmpty()) {
            throw new RegoException(problems.list());
        }
    }
}
