package io.hushgate.cli.policy;

import io.hushgate.rego.Query;
import io.hushgate.rego.Rego;
import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.syntax.Parser;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import io.hushgate.rego.value.YamlReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
            "Exit codes: 0; 1 with --fail for nothing, with --fail-defined for something; 2 for errors.",
            ""
        })
final class EvalCommand implements Callable<Integer> {
    /** How the answer is written. */
    enum Format {
        JSON,
        VALUES,
        BINDINGS,
        RAW
    }

    private static final int ERROR = 2;

    @Parameters(paramLabel = "QUERY", description = "Such as data.app.allow.")
    private String query = "";

    @Option(
            names = {"-d", "--data"},
            paramLabel = "PATH",
            description =
                    "Policies or data: a file or directory, PREFIX:PATH to place it; may be repeated.")
    private List<String> data = List.of();

    @Option(
            names = {"-i", "--input"},
            paramLabel = "FILE",
            description = "The input, JSON or YAML.")
    private @Nullable Path input;

    @Option(
            names = {"-I", "--stdin-input"},
            description = "The input from standard input.")
    private boolean standardInput;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "json, values, bindings or raw (default: json).")
    private Format format = Format.JSON;

    @Option(names = "--fail", description = "Exit with 1 when the answer is empty or undefined.")
    private boolean fail;

    @Option(names = "--fail-defined", description = "Exit with 1 when the answer is not empty.")
    private boolean failDefined;

    @Option(
            names = "--strict-builtin-errors",
            description = "A built-in that fails ends the evaluation.")
    private boolean strictBuiltinErrors;

    @Mixin private RegoFiles files = new RegoFiles();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return Failures.guarded(spec.commandLine().getErr(), ERROR, this::evaluate);
    }

    private int evaluate() {
        Rego rego = files.load(data);
        Rego strict =
                rego.withSettings(rego.settings().withStrictBuiltinErrors(strictBuiltinErrors));
        Query compiled = strict.compile().query(query);
        List<Query.Answer> answers = compiled.answers(input());
        PrintWriter out = spec.commandLine().getOut();
        out.println(render(answers));
        out.flush();
        if (fail && answers.isEmpty()) {
            return 1;
        }
        return failDefined && !answers.isEmpty() ? 1 : 0;
    }

    private @Nullable Value input() {
        try {
            if (standardInput) {
                return JsonReader.standard().read(System.in);
            }
            if (input == null) {
                return null;
            }
            String text = Files.readString(input);
            boolean yaml = input.toString().endsWith(".yaml") || input.toString().endsWith(".yml");
            return yaml ? YamlReader.read(text) : JsonReader.standard().read(text);
        } catch (IOException e) {
            throw new picocli.CommandLine.ParameterException(
                    spec.commandLine(), input + ": the input cannot be read; check the path");
        }
    }

    private String render(List<Query.Answer> answers) {
        return switch (format) {
            case JSON -> JsonWriter.PRETTY.write(document(answers));
            case VALUES ->
                    JsonWriter.PRETTY.write(
                            RegoArray.of(answers.stream().map(Query.Answer::expressions).toList()));
            case BINDINGS ->
                    JsonWriter.PRETTY.write(
                            RegoArray.of(answers.stream().map(Query.Answer::bindings).toList()));
            case RAW -> raw(answers);
        };
    }

    private static String raw(List<Query.Answer> answers) {
        List<String> lines = new ArrayList<>();
        for (Query.Answer answer : answers) {
            List<String> values = new ArrayList<>();
            answer.expressions()
                    .forEach(value ->
                            values.add(
                                    value instanceof RegoString text
                                            ? text.value()
                                            : JsonWriter.COMPACT.write(value)));
            lines.add(String.join(" ", values));
        }
        return String.join("\n", lines);
    }

    /**
     * opa's shape: {@code {"result": [{"expressions": [{"value", "text", "location"}],
     * "bindings"}]}}.
     */
    private RegoObject document(List<Query.Answer> answers) {
        if (answers.isEmpty()) {
            return RegoObject.EMPTY;
        }
        Body body = Parser.parseBody(query, files.parserOptions());
        List<Value> results = new ArrayList<>();
        for (Query.Answer answer : answers) {
            RegoObject.Builder result = RegoObject.builder();
            result.put("expressions", expressions(body, answer));
            if (answer.bindings().size() > 0) {
                result.put("bindings", answer.bindings());
            }
            results.add(result.build());
        }
        return RegoObject.builder().put("result", RegoArray.of(results)).build();
    }

    private static Value expressions(Body body, Query.Answer answer) {
        List<Value> expressions = new ArrayList<>();
        for (int i = 0; i < answer.expressions().size(); i++) {
            Value value = answer.expressions().at(i);
            RegoObject.Builder expression = RegoObject.builder().put("value", value);
            if (i < body.exprs().size()) {
                Expr expr = body.exprs().get(i);
                expression.put("text", RegoString.of(expr.location().text()));
                expression.put(
                        "location",
                        RegoObject.builder()
                                .put("row", RegoNumber.of(expr.location().row()))
                                .put("col", RegoNumber.of(expr.location().column()))
                                .build());
            }
            expressions.add(expression.build());
        }
        return RegoArray.of(expressions);
    }
}
