package io.hushgate.cli.policy;

import io.hushgate.cli.policy.conftest.CheckResult;
import io.hushgate.cli.policy.conftest.Conftest;
import io.hushgate.cli.policy.conftest.ConftestInput;
import io.hushgate.cli.policy.conftest.ConftestOutput;
import io.hushgate.cli.policy.conftest.ConftestProblem;
import io.hushgate.cli.policy.input.InputFormat;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tests files against policies, as {@code conftest test} does. */
@Command(
        name = "conftest",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tests files against policies written for conftest: deny, violation, warn, exception.",
            "",
            "Exit codes: 0; 1 for failures and for what cannot be read;",
            "with --fail-on-warn 1 for warnings alone and 2 for failures.",
            ""
        })
final class ConftestCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, directories, or -")
    private List<String> paths = List.of();

    @Option(
            names = {"-p", "--policy"},
            split = ",",
            paramLabel = "PATH",
            description = "Policies (default: policy).")
    private List<String> policies = List.of("policy");

    @Option(
            names = {"-n", "--namespace"},
            split = ",",
            paramLabel = "NAME",
            description = "Packages to ask; * and ? stand for others (default: main).")
    private List<String> namespaces = List.of("main");

    @Option(names = "--all-namespaces", description = "Ask all packages.")
    private boolean allNamespaces;

    @Option(
            names = {"-d", "--data"},
            split = ",",
            paramLabel = "PATH",
            description = "Data, all put at the root.")
    private List<String> data = List.of();

    @Option(names = "--combine", description = "Test all files as one: [{path, contents}].")
    private boolean combine;

    @Option(names = "--parser", paramLabel = "FORMAT", description = "What files are read as.")
    private @Nullable String parser;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "stdout, json, tap, table or junit (default: stdout).")
    private ConftestOutput output = ConftestOutput.STDOUT;

    @Option(names = "--fail-on-warn", description = "Exit with 1 for warnings, 2 for failures.")
    private boolean failOnWarn;

    @Option(names = "--no-fail", description = "Exit with 0 for failures.")
    private boolean noFail;

    @Option(names = "--quiet", description = "Say nothing when the exit code is 0.")
    private boolean quiet;

    @SuppressWarnings("UnusedVariable") // accepted so that scripts for conftest run
    @Option(names = "--no-color", description = "Taken for conftest's sake; nothing is coloured.")
    private boolean noColor;

    @Option(names = "--suppress-exceptions", description = "Do not name exceptions.")
    private boolean suppressExceptions;

    @Option(names = "--ignore", paramLabel = "REGEX", description = "Paths to pass over.")
    private @Nullable String ignore;

    @Option(names = "--stdin-filename", paramLabel = "NAME", description = "What to call -.")
    private String standardInputName = "-";

    @Option(names = "--rego-version", paramLabel = "v0|v1", description = "Default: v1.")
    private String regoVersion = "v1";

    @Option(names = "--strict", description = "Also refuse unused variables and imports.")
    private boolean strict;

    @Option(names = "--show-builtin-errors", description = "End at a built-in that fails.")
    private boolean builtinErrors;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            return Failures.guarded(err, 1, this::test);
        } catch (ConftestProblem e) {
            err.println("hushgate: " + e.getMessage());
            err.flush();
            return 1;
        }
    }

    private int test() {
        List<ConftestInput> inputs = files().read(paths);
        List<String> printed = new ArrayList<>();
        Conftest conftest =
                Conftest.of(
                        new ConftestPolicies(versionZero(), strict, builtinErrors)
                                .load(policies, data, printed::add));
        List<ConftestInput> tested = combine ? List.of(ConftestInput.combined(inputs)) : inputs;
        List<CheckResult> results = new ArrayList<>();
        List<String> asked =
                allNamespaces ? conftest.namespaces() : conftest.namespaces(namespaces);
        for (String namespace : asked) {
            tested.forEach(input -> results.add(conftest.check(input, namespace)));
        }
        int exitCode = exitCode(results);
        if (!quiet || exitCode != 0) {
            tell(results, printed);
        }
        return noFail ? 0 : exitCode;
    }

    private void tell(List<CheckResult> results, List<String> printed) {
        PrintWriter out = spec.commandLine().getOut();
        if (output == ConftestOutput.STDOUT) {
            printed.forEach(line -> out.println("PRNT   " + line));
        }
        out.print(output.render(results, !suppressExceptions));
        out.flush();
    }

    private int exitCode(List<CheckResult> results) {
        if (results.stream().anyMatch(result -> !result.failures().isEmpty())) {
            return failOnWarn ? 2 : 1;
        }
        boolean warned = results.stream().anyMatch(result -> !result.warnings().isEmpty());
        return failOnWarn && warned ? 1 : 0;
    }

    private ConftestFiles files() {
        String id = parser;
        return new ConftestFiles(
                id == null ? Optional.empty() : Optional.of(format(id)),
                ignored(),
                System.in,
                standardInputName);
    }

    private InputFormat format(String id) {
        return InputFormat.named(id)
                .orElseThrow(() ->
                        new ParameterException(
                                spec.commandLine(),
                                "--parser %s: no such format; choose one of %s"
                                        .formatted(id, InputFormat.ids())));
    }

    private Predicate<String> ignored() {
        if (ignore == null || ignore.isEmpty()) {
            return _ -> false;
        }
        try {
            return Pattern.compile(ignore).asPredicate();
        } catch (PatternSyntaxException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--ignore %s: no regular expression: %s".formatted(ignore, e.getDescription()));
        }
    }

    private boolean versionZero() {
        return switch (regoVersion) {
            case "v0", "V0" -> true;
            case "v1", "V1" -> false;
            default ->
                    throw new ParameterException(
                            spec.commandLine(),
                            "--rego-version %s: choose v0 or v1".formatted(regoVersion));
        };
    }
}
