package io.hushgate.cli.policy;

import io.hushgate.rego.Program;
import io.hushgate.rego.Query;
import io.hushgate.rego.Query.Answer;
import io.hushgate.rego.Rego;
import io.hushgate.rego.Settings;
import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Import;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Source;
import io.hushgate.rego.backend.DecisionEngine;
import io.hushgate.rego.backend.DocumentPath;
import io.hushgate.rego.compile.QueryContext;
import io.hushgate.rego.syntax.Parser;
import io.hushgate.rego.test.CoverageReport;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import io.hushgate.rego.watch.Coverage;
import io.hushgate.rego.watch.Observer;
import io.hushgate.rego.watch.Trace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Evaluates a query, as {@code opa eval} does. */
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Evaluates a query over policies, data and an input.",
            "",
            "Exit codes: 0; 1 with --fail for nothing, with --fail-defined for "
                    + "something; 2 for errors.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  hushgate policy eval -d policy/ -i input.json data.app.allow",
            "  hushgate policy eval --format pretty '1 + 2'"
        })
final class EvalCommand implements Callable<Integer> {
    /** How the answer is written. */
    enum Format {
        JSON,
        VALUES,
        BINDINGS,
        PRETTY,
        RAW,
        DISCARD
    }

    private static final int ERROR = 2;

    @Parameters(arity = "0..1", paramLabel = "QUERY", description = "Such as data.app.allow.")
    private @Nullable String query;

    @Option(names = "--stdin", description = "The query from standard input.")
    private boolean standardInput;

    @Option(
            names = {"-d", "--data"},
            paramLabel = "PATH",
            description =
                    "Policies or data: a file or directory, PREFIX:PATH to place it; may be repeated.")
    private List<String> data = List.of();

    @Mixin private BundleOption bundles = new BundleOption();

    @Mixin private InputFile input = new InputFile();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "json, values, bindings, pretty, raw or discard (default: json).")
    private Format format = Format.JSON;

    @Option(names = "--fail", description = "Exit with 1 when the query is undefined.")
    private boolean fail;

    @Option(names = "--fail-defined", description = "Exit with 1 when the query is defined.")
    private boolean failDefined;

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "The package in which the query stands.")
    private @Nullable String packageName;

    @Option(
            names = "--import",
            paramLabel = "PATH",
            description = "What the query imports, such as data.app.roles; may be repeated.")
    private List<String> imports = List.of();

    @Option(
            names = {"-S", "--strict"},
            description = "Also refuse unused variables and imports.")
    private boolean strict;

    @Option(
            names = "--strict-builtin-errors",
            description = "A built-in that fails ends the evaluation.")
    private boolean strictBuiltinErrors;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long the evaluation may take (default: 1m).")
    private @Nullable Duration timeout;

    @Option(names = "--metrics", description = "Also tell how long each part took.")
    private boolean measured;

    @Option(names = "--coverage", description = "Also tell which lines were reached.")
    private boolean coverage;

    @Mixin private Explanation explanation = new Explanation();

    @Mixin private BackendOptions backend = new BackendOptions();

    @Mixin private RegoFiles files = new RegoFiles();

    @SuppressWarnings("UnusedVariable") // it speaks when one is given
    @Mixin
    private RefusedOptions refused = new RefusedOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Metrics metrics = new Metrics();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return switch (format) {
            case JSON, DISCARD -> Failures.guardedAsJson(out, ERROR, this::evaluate);
            case VALUES, BINDINGS, PRETTY, RAW -> Failures.guarded(out, ERROR, this::evaluate);
        };
    }

    private int evaluate() {
        String text = query();
        Body body =
                metrics.time(
                        "rego_query_parse", () -> Parser.parseBody(text, files.parserOptions()));
        Coverage reached = new Coverage();
        Trace trace = explanation.trace();
        Rego rego = backend.isLocal() ? rego(trace) : Rego.create();
        List<Answer> answers =
                backend.isLocal() ? answers(rego, body, reached, trace) : decision(body);
        tell(new EvalOutput(body, answers), report(rego, reached), trace);
        if (fail && answers.isEmpty()) {
            return 1;
        }
        return failDefined && !answers.isEmpty() ? 1 : 0;
    }

    private String query() {
        if (standardInput == (query != null)) {
            throw new ParameterException(
                    spec.commandLine(), "name a query such as data.app.allow, or use --stdin");
        }
        if (query != null) {
            return query;
        }
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Rego rego(Trace trace) {
        Rego rego = files.load(data, bundles.paths(), metrics);
        PrintWriter err = spec.commandLine().getErr();
        Settings settings =
                rego.settings()
                        .withStrictBuiltinErrors(strictBuiltinErrors)
                        .withPrint((line, _) -> err.println(line))
                        .withTrace(trace);
        if (timeout != null) {
            settings = settings.withLimits(settings.limits().withTime(timeout));
        }
        return rego.withSettings(settings)
                .withOptions(rego.options().withStrict(strict).withPrint(true));
    }

    private List<Answer> answers(Rego rego, Body body, Coverage reached, Trace trace) {
        Program compiled = metrics.time("rego_module_compile", rego::compile);
        Program program =
                coverage
                        ? compiled.watchable()
                        : explanation.isAsked()
                                ? compiled.watchedBy(trace, rule -> rule)
                                : compiled;
        WholeValue whole = WholeValue.of(body);
        Query prepared =
                metrics.time(
                        "rego_query_compile",
                        () -> program.query(whole == null ? body : whole.asked(), context()));
        Value given = input.read();
        Observer observer = coverage ? reached : Observer.NONE;
        try {
            List<Answer> found =
                    metrics.time(
                            "rego_query_eval",
                            () -> prepared.answersIn(prepared.program().evaluate(given, observer)));
            return whole == null ? found : whole.answers(found);
        } finally {
            spec.commandLine().getErr().flush();
        }
    }

    private QueryContext context() {
        Optional<Ref> packagePath =
                Optional.ofNullable(packageName)
                        .map(name ->
                                Parser.parseModule(
                                                new Source("", "package " + name),
                                                files.parserOptions())
                                        .packageClause()
                                        .path());
        List<Import> imported = new ArrayList<>();
        for (String path : imports) {
            String text = "package query\nimport " + path;
            imported.addAll(
                    Parser.parseModule(new Source("", text), files.parserOptions()).imports());
        }
        return new QueryContext(packagePath, imported);
    }

    /** The other engines know documents only, and answer no queries. */
    private List<Answer> decision(Body body) {
        DocumentPath document = document(body);
        try (DecisionEngine engine = backend.open(data, bundles.paths())) {
            Optional<Value> value =
                    metrics.time("rego_query_eval", () -> engine.decide(document, input.read()));
            return value.map(v -> List.of(new Answer(RegoObject.EMPTY, RegoArray.of(v))))
                    .orElse(List.of());
        }
    }

    private DocumentPath document(Body body) {
        String text = body.exprs().getFirst().location().text();
        boolean path = text.matches("data(\\.[A-Za-z_][A-Za-z0-9_]*+)*+");
        if (body.exprs().size() != 1 || !path) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--backend: other engines are asked for a document, such as data.app.allow");
        }
        return DocumentPath.of(text);
    }

    private Optional<CoverageReport> report(Rego rego, Coverage reached) {
        return coverage
                ? Optional.of(new CoverageReport(reached.report(rego.modules())))
                : Optional.empty();
    }

    private void tell(EvalOutput output, Optional<CoverageReport> lines, Trace trace) {
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(extended(output.json(), lines, trace).write());
            case DISCARD -> out.println(extended(output.discarded(), lines, trace).write());
            case VALUES -> out.print(output.values());
            case BINDINGS -> out.print(output.bindings());
            case RAW -> out.print(output.raw());
            case PRETTY -> {
                explanation.lines(trace).forEach(out::println);
                out.print(output.pretty());
                if (measured) {
                    out.print(metrics.toTable());
                }
                lines.ifPresent(report -> out.print(report.toTable()));
            }
        }
        out.flush();
    }

    private OrderedJson extended(
            OrderedJson.Fields json, Optional<CoverageReport> lines, Trace trace) {
        OrderedJson.Fields all = json;
        if (measured) {
            all = all.with("metrics", metrics.toJson());
        }
        if (explanation.isAsked()) {
            List<Value> told =
                    explanation.lines(trace).stream().<Value>map(RegoString::of).toList();
            all = all.with("explanation", RegoArray.of(told));
        }
        return lines.isPresent() ? all.with("coverage", lines.get().json()) : all;
    }
}
