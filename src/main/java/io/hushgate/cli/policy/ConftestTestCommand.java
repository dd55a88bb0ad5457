package io.hushgate.cli.policy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.hushgate.cli.policy.conftest.CheckResult;
import io.hushgate.cli.policy.conftest.Conftest;
import io.hushgate.cli.policy.conftest.ConftestInput;
import io.hushgate.cli.policy.conftest.ConftestOutput;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.builtin.BuiltinContext;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tests files against policies, as {@code conftest test} does. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        defaultValueProvider = ConftestDefaults.class,
        sortOptions = false,
        description = {
            "Tests files against policies written for conftest: deny, violation, "
                    + "warn, exception.",
            "",
            "Exit codes: 0; 1 for failures and for what cannot be read; with "
                    + "--fail-on-warn 1 for warnings alone and 2 for failures.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  hushgate policy conftest test deployment.yaml",
            "  hushgate policy conftest test -p policy -o junit manifests/"
        })
final class ConftestTestCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, directories, or -")
    private List<String> paths = List.of();

    @Option(
            names = {"-n", "--namespace"},
            split = ",",
            paramLabel = "NAME",
            description = "Packages to ask; * and ? stand for others (default: main).")
    private List<String> namespaces = List.of("main");

    @Option(names = "--all-namespaces", description = "Ask all packages.")
    private boolean allNamespaces;

    @Option(names = "--combine", description = "Test all files as one: [{path, contents}].")
    private boolean combine;

    @Option(names = "--fail-on-warn", description = "Exit with 1 for warnings, 2 for failures.")
    private boolean failOnWarn;

    @Option(names = "--no-fail", description = "Exit with 0 for failures.")
    private boolean noFail;

    @Option(names = "--suppress-exceptions", description = "Do not name exceptions.")
    private boolean suppressExceptions;

    @Option(names = "--ignore", paramLabel = "REGEX", description = "Paths to pass over.")
    private @Nullable String ignore;

    @Option(names = "--stdin-filename", paramLabel = "NAME", description = "What to call -.")
    private String standardInputName = "-";

    @SuppressWarnings("UnusedMethod") // called by the command line
    @Option(
            names = {"-u", "--update"},
            hidden = true)
    private void update(List<String> urls) {
        throw new ParameterException(
                spec.commandLine(),
                "--update: nothing is fetched here; fetch %s before and name it with --policy"
                        .formatted(String.join(", ", urls)));
    }

    @SuppressWarnings("UnusedVariable") // there is no registry to speak to
    @Option(names = "--tls", hidden = true, negatable = true)
    private boolean tls;

    @Mixin private ParserOption parser = new ParserOption();

    @Mixin private ConftestShared shared = new ConftestShared();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return shared.guarded(this::test);
    }

    private int test() {
        List<ConftestInput> inputs = parser.files(ignored(), standardInputName).read(paths);
        List<String> printed = new ArrayList<>();
        BuiltinContext.Sink print = (line, place) -> printed.add(placed(line, place));
        Conftest conftest =
                Conftest.of(shared.loader().load(shared.policies(), shared.data(), print));
        if (shared.isTraced()) {
            conftest = conftest.tracedTo(ConftestTrace.on(spec.commandLine().getErr()));
        }
        List<ConftestInput> tested = combine ? List.of(ConftestInput.combined(inputs)) : inputs;
        List<CheckResult> results = new ArrayList<>();
        List<String> asked =
                allNamespaces ? conftest.namespaces() : conftest.namespaces(namespaces);
        for (String namespace : asked) {
            for (ConftestInput input : tested) {
                results.add(conftest.check(input, namespace));
            }
        }
        int exitCode = exitCode(results);
        if (!shared.isSilentFor(exitCode)) {
            tell(results, printed);
        }
        return noFail ? 0 : exitCode;
    }

    private static String placed(String line, Location place) {
        return "PRNT   %s:%d: %s".formatted(place.file(), place.row(), line);
    }

    private void tell(List<CheckResult> results, List<String> printed) {
        PrintWriter out = spec.commandLine().getOut();
        if (shared.output() == ConftestOutput.STDOUT) {
            printed.forEach(out::println);
        }
        out.print(
                shared.output().render(results, shared.outputOptions(!suppressExceptions, false)));
        out.flush();
    }

    private int exitCode(List<CheckResult> results) {
        if (results.stream().anyMatch(result -> !result.failures().isEmpty())) {
            return failOnWarn ? 2 : 1;
        }
        boolean warned = results.stream().anyMatch(result -> !result.warnings().isEmpty());
        return failOnWarn && warned ? 1 : 0;
    }

    private Predicate<String> ignored() {
        if (ignore == null || ignore.isEmpty()) {
            return _ -> false;
        }
        try {
            Pattern pattern = Pattern.compile(ignore);
            return path -> pattern.matcher(path).find();
        } catch (PatternSyntaxException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--ignore %s: no regular expression: %s".formatted(ignore, e.getDescription()));
        }
    }
}
