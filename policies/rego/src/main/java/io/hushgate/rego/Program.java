package io.hushgate.rego;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.compile.CompiledModules;
import io.hushgate.rego.compile.CompiledQuery;
import io.hushgate.rego.compile.CompiledRule;
import io.hushgate.rego.compile.QueryCompiler;
import io.hushgate.rego.compile.QueryContext;
import io.hushgate.rego.compile.check.DataConflicts;
import io.hushgate.rego.eval.Plan;
import io.hushgate.rego.eval.lower.Instruments;
import io.hushgate.rego.eval.lower.ProgramLowering;
import io.hushgate.rego.eval.lower.RuleAt;
import io.hushgate.rego.eval.lower.Watching;
import io.hushgate.rego.syntax.Parser;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.Value;
import io.hushgate.rego.watch.Observer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Compiled modules and their data, ready to judge inputs. Immutable and shared between threads. */
public final class Program {
    private final Rego source;
    private final CompiledModules compiled;
    private final Instruments instruments;
    private final Plan plan;

    private Program(Rego source, CompiledModules compiled, Instruments instruments, Plan plan) {
        this.source = source;
        this.compiled = compiled;
        this.instruments = instruments;
        this.plan = plan;
    }

    /** Puts an input, which may be undefined (null), before the program. */
    public Evaluation evaluate(@Nullable Value input) {
        return evaluate(input, Observer.NONE);
    }

    /**
     * The same with somebody watching.
     *
     * @param observer is told nothing unless this program is {@link #watchable()}
     */
    public Evaluation evaluate(@Nullable Value input, Observer observer) {
        return new Evaluation(plan, source.data(), input, source.settings(), observer);
    }

    /** The same program, which tells an observer what it does and is slower for it. */
    public Program watchable() {
        return watchedBy(new Watching(), rule -> rule);
    }

    /**
     * The same program with something of the caller's between its expressions.
     *
     * @param change what is done to compiled rules before; it must keep their meaning
     */
    public Program watchedBy(Instruments newInstruments, UnaryOperator<CompiledRule> change) {
        return lower(source, compiled, newInstruments, null, change);
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
        return new Query(lower(source, compiled, instruments, query, rule -> rule));
    }

    /** The same program under other limits and permissions. */
    public Program withSettings(Settings settings) {
        return new Program(source.withSettings(settings), compiled, instruments, plan);
    }

    /**
     * The same program before another base document; nothing is compiled anew.
     *
     * @throws RegoException if rules stand where the data have a value
     */
    public Program withData(RegoObject data) {
        List<RegoError> conflicts = DataConflicts.between(compiled.tree(), data);
        if (!conflicts.isEmpty()) {
            throw new RegoException(conflicts);
        }
        return withOverlappingData(data);
    }

    /**
     * The same for data that may have values where rules stand: a reference to the rule yields the
     * rule's, one to what is above it the data's.
     */
    public Program withOverlappingData(RegoObject data) {
        return new Program(source.withData(data), compiled, instruments, plan);
    }

    /** What the modules were compiled to. */
    public CompiledModules compiled() {
        return compiled;
    }

    Plan plan() {
        return plan;
    }

    static Program of(Rego source, CompiledModules compiled) {
        return lower(source, compiled, Instruments.NONE, null, rule -> rule);
    }

    private static Program lower(
            Rego source,
            CompiledModules compiled,
            Instruments instruments,
            @Nullable CompiledQuery query,
            UnaryOperator<CompiledRule> change) {
        Plan plan =
                ProgramLowering.lower(
                        compiled.rules().stream()
                                .map(change)
                                .map(rule -> RuleAt.of(rule.path(), rule.rule()))
                                .toList(),
                        compiled.modules().stream()
                                .map(module -> module.packageClause().path())
                                .toList(),
                        source.options().builtins(),
                        query,
                        instruments);
        return new Program(source, compiled, instruments, plan);
    }
}
