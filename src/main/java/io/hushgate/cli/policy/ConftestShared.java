package io.hushgate.cli.policy;

import io.hushgate.cli.policy.conftest.ConftestOutput;
import io.hushgate.cli.policy.conftest.ConftestProblem;
import io.hushgate.cli.policy.conftest.OutputOptions;
import io.hushgate.rego.builtin.Builtins;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of conftest that say which policies are used and how results are told. */
final class ConftestShared {
    @Option(
            names = {"-p", "--policy"},
            split = ",",
            paramLabel = "PATH",
            description = "Policies (default: policy).")
    private List<String> policies = List.of("policy");

    @Option(
            names = {"-d", "--data"},
            split = ",",
            paramLabel = "PATH",
            description = "Data, all put at the root.")
    private List<String> data = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description =
                    "stdout, json, tap, table, junit, github, azuredevops or sarif "
                            + "(default: stdout).")
    private ConftestOutput output = ConftestOutput.STDOUT;

    @Option(names = "--quiet", description = "Say nothing when the exit code is 0.")
    private boolean quiet;

    @SuppressWarnings("UnusedVariable") // accepted so that scripts for conftest run
    @Option(names = "--no-color", description = "Taken for conftest's sake; nothing is coloured.")
    private boolean noColor;

    @Option(
            names = "--junit-hide-message",
            description = "Leave messages out of JUnit's names of cases.")
    private boolean hideMessages;

    @Option(
            names = "--github-hide-passed",
            description = "Leave files without complaints out of GitHub's annotations.")
    private boolean hidePassed;

    @Option(
            names = "--capabilities",
            paramLabel = "FILE",
            description = "What policies may call and import, as opa capabilities prints it.")
    private @Nullable String capabilities;

    @Option(names = "--rego-version", paramLabel = "v0|v1", description = "Default: v1.")
    private String regoVersion = "v1";

    @Option(names = "--strict", description = "Also refuse unused variables and imports.")
    private boolean strict;

    @Option(names = "--show-builtin-errors", description = "End at a built-in that fails.")
    private boolean builtinErrors;

    @Option(names = "--trace", description = "Tell on standard error what was evaluated.")
    private boolean trace;

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // called by the command line
    @Option(names = "--proto-file-dirs", hidden = true)
    private void protoFiles(List<String> directories) {
        throw new ParameterException(
                spec.commandLine(),
                "--proto-file-dirs: textproto is not read here; turn the files into JSON before");
    }

    /** Does the work; what is wrong with policies, data or files is told and ends with 1. */
    int guarded(IntSupplier work) {
        return guarded(spec.commandLine().getErr(), work);
    }

    static int guarded(PrintWriter err, IntSupplier work) {
        try {
            return Failures.guarded(err, 1, work);
        } catch (ConftestProblem e) {
            err.println("hushgate: " + e.getMessage());
            err.flush();
            return 1;
        }
    }

    List<String> policies() {
        return policies;
    }

    List<String> data() {
        return data;
    }

    ConftestOutput output() {
        return output;
    }

    boolean isTraced() {
        return trace;
    }

    boolean isSilentFor(int exitCode) {
        return quiet && exitCode == 0;
    }

    OutputOptions outputOptions(boolean exceptions, boolean skipped) {
        return new OutputOptions(exceptions, skipped, !hideMessages, !hidePassed);
    }

    ConftestPolicies loader() {
        return new ConftestPolicies(isVersionZero(), strict, builtinErrors, builtins());
    }

    private Builtins builtins() {
        Builtins allowed =
                capabilities == null
                        ? Builtins.standard()
                        : CapabilityFiles.read(capabilities, spec.commandLine()).builtins();
        return ParseConfig.addedTo(allowed);
    }

    private boolean isVersionZero() {
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
