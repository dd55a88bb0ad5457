package io.hushgate.cli.policy;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Flags of opa's that mean something this engine does not have: refused by name, not ignored. */
@SuppressWarnings("UnusedMethod") // called by the command line
final class RefusedOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-p", "--partial"},
            hidden = true)
    private void partial(boolean given) {
        refuse(given, "--partial", "queries are evaluated whole; use opa eval --partial");
    }

    @Option(
            names = {"-u", "--unknowns"},
            hidden = true)
    private void unknowns(List<String> given) {
        refuse(!given.isEmpty(), "--unknowns", "there is no partial evaluation; use opa eval");
    }

    @Option(
            names = {"-O", "--optimize"},
            hidden = true)
    private void optimize(int level) {
        refuse(level > 0, "--optimize", "policies are not rewritten; leave it out");
    }

    @Option(
            names = {"--shallow-inlining", "--nondeterminstic-builtins"},
            hidden = true)
    private void inlining(boolean given) {
        refuse(given, "--shallow-inlining", "there is no partial evaluation; leave it out");
    }

    @Option(names = "--disable-inlining", hidden = true)
    private void disableInlining(List<String> given) {
        refuse(
                !given.isEmpty(),
                "--disable-inlining",
                "there is no partial evaluation; leave it out");
    }

    @Option(
            names = {"-t", "--target"},
            hidden = true)
    private void target(String target) {
        refuse(!target.equals("rego"), "--target " + target, "use --backend wasm");
    }

    @Option(names = "--profile", hidden = true)
    private void profile(boolean given) {
        refuse(
                given,
                "--profile",
                "expressions are not timed; use --metrics, --coverage or policy bench");
    }

    @Option(names = "--instrument", hidden = true)
    private void instrument(boolean given) {
        refuse(given, "--instrument", "the engine has no counters; use --metrics");
    }

    @Option(names = "--show-builtin-errors", hidden = true)
    private void builtinErrors(boolean given) {
        refuse(
                given,
                "--show-builtin-errors",
                "an error either ends the evaluation or is undefined; use --strict-builtin-errors");
    }

    private void refuse(boolean given, String option, String remedy) {
        if (given) {
            throw new ParameterException(spec.commandLine(), option + ": " + remedy);
        }
    }
}
