package io.hushgate.cli.audit;

import io.hushgate.cli.ExitCode;
import io.hushgate.report.Amount;
import io.hushgate.report.store.Access;
import io.hushgate.report.store.Store;
import io.hushgate.report.store.Verification;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells whether the store is as the runs left it. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Tells whether the store is as the runs left it.",
            "",
            "Every record is hashed with the one before. Whoever can write to the "
                    + "store can hash all of them anew; so note the head of the chain, which "
                    + "each run prints, where they cannot, and give it here.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  hushgate audit verify                    the store of this directory",
            "  hushgate audit verify --expect HASH      and that a head that was noted is in it",
            "",
            "Exit codes: 0 as it was left; 1 something was changed."
        })
final class VerifyCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private StoreOption store = new StoreOption();

    @Option(
            names = "--expect",
            paramLabel = "HASH",
            description = "A head that was noted; may be repeated.")
    private List<String> expected = List.of();

    @Override
    public Integer call() {
        try (Store opened = store.open(Access.READ)) {
            Verification verification = Verification.of(opened, expected);
            PrintWriter out = spec.commandLine().getOut();
            verification.complaints().forEach(out::println);
            out.println(
                    "%s, %s at targets, chain head %s: %s"
                            .formatted(
                                    Amount.of(verification.runs(), "run"),
                                    Amount.of(verification.looks(), "look"),
                                    verification.head().orElse("none"),
                                    verification.complaints().isEmpty()
                                            ? "as the runs left them"
                                            : "CHANGED since"));
            out.flush();
            return verification.complaints().isEmpty() ? ExitCode.PASS : ExitCode.SHUT;
        }
    }
}
