package io.hushgate.rego;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.compile.CompiledModules;
import io.hushgate.rego.compile.CompiledQuery;
import io.hushgate.rego.compile.QueryCompiler;
import io.hushgate.rego.compile.QueryContext;
import io.hushgate.rego.eval.Plan;
import io.hushgate.rego.eval.lower.Instruments;
import io.hushgate.rego.eval.lower.ProgramLowering;
import io.hushgate.rego.eval.lower.RuleAt;
import io.hushgate.rego.syntax.Parser;
import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** Compiled modules and their data, ready to judge inputs. Immutable and shared between threads. */
public final class Program {
    private final Rego source;
    private final CompiledModules compiled;
    private final Plan plan;

    Program(Rego source, CompiledModules compiled) {
        this(source, compiled, lower(source, compiled, null));
    }

    private Program(Rego source, CompiledModules compiled, Plan plan) {
        this.source = source;
        this.compiled = compiled;
        this.plan = plan;
    }

    /** Puts an input, which may be undefined (null), before the program. */
    public Evaluation evaluate(@Nullable Value input) {
        return new Evaluation(plan, source.data(), input, source.settings());
    }

    /**
     * Compiles a query against the program; names in it begin with {@code data} or {@code input}.
     *
     * @throws RegoException with all that is wrong with it
     */
    public Query query(String text) {
        return query(Parser.parseBody(text, source.parserOptions()), QueryContext.NONE);
    }

    /** Compiles a parsed query as if it stood in a package. */
    public Query query(Body body, QueryContext context) {
        CompiledQuery query = QueryCompiler.compile(compiled, body, context, source.options());
        Plan both = lower(source, compiled, query);
        return new Query(new Program(source, compiled, both));
    }

    /** The same program under other limits and permissions. */
    public Program withSettings(Settings settings) {
        return new Program(source.withSettings(settings), compiled, plan);
    }

    /** What the modules were compiled to. */
    public CompiledModules compiled() {
        return compiled;
    }

    Plan plan() {
        return plan;
    }

    private static Plan lower(
            Rego source, CompiledModules compiled, @Nullable CompiledQuery query) {
        return ProgramLowering.lower(
                compiled.rules().stream()
                        .map(rule -> new RuleAt(rule.path(), rule.rule()))
                        .toList(),
                compiled.modules().stream().map(module -> module.packageClause().path()).toList(),
                source.options().builtins(),
                query,
                Instruments.NONE);
    }
}
