package io.hushgate.rego.compile;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Import;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.compile.check.Functions;
import io.hushgate.rego.compile.check.KeywordOverrides;
import io.hushgate.rego.compile.name.Globals;
import io.hushgate.rego.compile.name.LocalRenaming;
import io.hushgate.rego.compile.name.ReferenceResolution;
import io.hushgate.rego.compile.rewrite.ComprehensionTerms;
import io.hushgate.rego.compile.rewrite.DynamicTerms;
import io.hushgate.rego.compile.rewrite.ExprTerms;
import io.hushgate.rego.compile.rewrite.PrintCalls;
import io.hushgate.rego.compile.rewrite.Templates;
import io.hushgate.rego.compile.rewrite.Unifications;
import io.hushgate.rego.compile.rewrite.WithValues;
import io.hushgate.rego.compile.safety.BodyOrder;
import io.hushgate.rego.compile.type.TypeChecker;
import io.hushgate.rego.compile.unit.Compilation;
import io.hushgate.rego.compile.unit.LocalNames;
import io.hushgate.rego.compile.unit.Problems;
import io.hushgate.rego.compile.unit.Roots;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Compiles queries against compiled modules, by the same stages as the bodies of rules. */
public final class QueryCompiler {
    private final CompileOptions options;
    private final Compilation compilation;
    private final Problems problems;
    private final LocalNames names;
    private final TypeChecker types;
    private Body query;

    private QueryCompiler(CompiledModules modules, Body query, CompileOptions options) {
        this.options = options;
        this.query = query;
        this.problems = new Problems(options.errorLimit());
        Set<String> taken = new HashSet<>();
        Walk.vars(query, v -> taken.add(v.name()));
        this.names = new LocalNames("__localq", taken);
        this.compilation = modules.compilation().forQuery(names, problems);
        this.types = modules.typeChecker(names);
    }

    /**
     * Compiles a query.
     *
     * @throws RegoException with all errors of the first stage that found some
     */
    public static CompiledQuery compile(
            CompiledModules modules, Body query, QueryContext context, CompileOptions options) {
        return new QueryCompiler(modules, query, options).run(context);
    }

    private CompiledQuery run(QueryContext context) {
        if (query.exprs().isEmpty()) {
            throw new RegoException(
                    new RegoError(
                            ErrorCode.COMPILE, "empty query cannot be compiled", query.location()));
        }
        if (options.strict()) {
            check(new KeywordOverrides(problems)::check);
        }
        Globals globals = globals(context);
        change(body -> ReferenceResolution.resolve(body, globals));
        change(new LocalRenaming(compilation, options.strict())::query);
        change(new Templates(compilation, Roots.NAMES)::body);
        Functions functions = new Functions(compilation);
        check(functions::checkVoid);
        change(
                options.print()
                        ? new PrintCalls(compilation, Roots.NAMES)::body
                        : PrintCalls.eraser()::body);
        change(new ExprTerms(names)::body);
        change(new ComprehensionTerms(names)::body);
        change(new WithValues(compilation)::body);
        check(functions::checkDefined);
        change(this::order);
        change(new Unifications(false)::body);
        change(new DynamicTerms(names)::body);
        check(body -> problems.addAll(types.query(body)));
        check(functions::checkUnsafe);
        if (options.strict()) {
            check(functions::checkDeprecated);
        }
        return new CompiledQuery(query, names.originals());
    }

    private Globals globals(QueryContext context) {
        List<Import> imports = context.imports();
        if (context.packagePath().isEmpty()) {
            return new Globals(Ref.of(query.location(), "data"), Set.of(), imports);
        }
        Ref path = context.packagePath().get();
        Set<String> rules =
                ReferenceResolution.exports(compilation.modules()).getOrDefault(path, Set.of());
        return new Globals(path, rules, imports);
    }

    private Body order(Body body) {
        List<RegoError> errors = new ArrayList<>();
        Body ordered =
                BodyOrder.order(
                        body, Roots.NAMES, compilation.signatures(), names, () -> "", errors);
        problems.addAll(errors);
        return ordered;
    }

    private void change(UnaryOperator<Body> stage) {
        query = stage.apply(query);
        stop();
    }

    private void check(Consumer<Body> stage) {
        stage.accept(query);
        stop();
    }

    private void stop() {
        if (!problems.isEmpty()) {
            throw new RegoException(problems.list());
        }
    }
}
