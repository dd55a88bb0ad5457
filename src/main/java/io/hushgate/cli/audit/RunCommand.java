package io.hushgate.cli.audit;

import io.hushgate.audit.Audit;
import io.hushgate.audit.inventory.Inventory;
import io.hushgate.audit.inventory.InventoryReader;
import io.hushgate.cli.ExitCode;
import io.hushgate.cli.UsageProblem;
import io.hushgate.core.Severity;
import io.hushgate.report.Amount;
import io.hushgate.report.store.Access;
import io.hushgate.report.store.Change;
import io.hushgate.report.store.Chronicle;
import io.hushgate.report.store.Look;
import io.hushgate.report.store.Outcome;
import io.hushgate.report.store.Run;
import io.hushgate.report.store.RunReader;
import io.hushgate.report.store.Standing;
import io.hushgate.report.store.Store;
import io.hushgate.report.store.StoreAddress;
import io.hushgate.report.store.TargetLook;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at every target of an inventory. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Looks at every target of an inventory, and writes what was seen to the store.",
            "",
            "A run that was interrupted goes on where it stopped. A target that "
                    + "cannot be looked at stops no other; what was open there stays open.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  hushgate audit run inventory.yaml        every target, into hushgate-audit.db",
            "  hushgate audit run inventory.yaml --jobs 4 --fail-on critical",
            "",
            "Exit codes: 0 nothing new; 1 something at or above --fail-on is new or open again;",
            "2 inventory or store cannot be used; 3 a target was not looked at, or not wholly; 1 wins over 3."
        })
final class RunCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "INVENTORY", description = "What to look at, as YAML.")
    private Path inventory = Path.of("");

    @Mixin private StoreOption store = new StoreOption();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description =
                    "Targets at the same time (default: one a processor); what is stored does not depend on it.")
    private int jobs;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where clones are kept (default: beside the store, STORE.cache).")
    private @Nullable Path cache;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "critical, high, medium, low or info (default: high).")
    private Severity failOn = Severity.HIGH;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description =
                    "The time that the run is dated with, 2026-01-31T12:00:00Z (default: now).")
    private @Nullable Instant at;

    @Option(
            names = {"-q", "--quiet"},
            description = "Only the summary, no line for each target.")
    private boolean quiet;

    @Override
    public Integer call() throws InterruptedException {
        if (jobs < 0) {
            throw new UsageProblem("--jobs %d: give 1 or more".formatted(jobs));
        }
        Inventory read = InventoryReader.read(inventory);
        StoreAddress address = store.address();
        Path clones = Optional.ofNullable(cache).orElseGet(() -> besides(address));
        Audit audit =
                new Audit(
                        read,
                        address,
                        jobs == 0 ? Runtime.getRuntime().availableProcessors() : jobs,
                        clones.toAbsolutePath(),
                        at == null
                                ? () -> Instant.now().truncatedTo(ChronoUnit.SECONDS)
                                : InstantSource.fixed(at),
                        System.getenv());
        Audit.Result result = audit.run(listener(spec.commandLine().getErr()));
        return tell(result);
    }

    private static Path besides(StoreAddress address) {
        return address.file()
                .map(file -> file.resolveSibling(file.getFileName() + ".cache"))
                .orElseGet(() -> Path.of("hushgate-audit.cache"));
    }

    private int tell(Audit.Result result) {
        try (Store opened = store.open(Access.READ)) {
            RunReader reader = RunReader.of(opened);
            Chronicle chronicle = Chronicle.upTo(opened, result.run());
            List<Look> looks = reader.looks(result.run());
            List<Standing> standings = reader.standings(chronicle, result.run());
            PrintWriter out = spec.commandLine().getOut();
            Run run =
                    reader.runs().stream()
                            .filter(known -> known.number() == result.run())
                            .findFirst()
                            .orElseThrow();
            RunText.write(out, run, looks, standings, false);
            out.println("chain head " + result.head());
            out.flush();
            return exitCode(looks, standings);
        }
    }

    private int exitCode(List<Look> looks, List<Standing> standings) {
        boolean shut =
                standings.stream()
                        .filter(s -> s.change() == Change.NEW || s.change() == Change.REOPENED)
                        .anyMatch(s -> s.item().severity().atLeast(failOn));
        if (shut) {
            return ExitCode.SHUT;
        }
        return looks.stream().allMatch(Look::complete) ? ExitCode.PASS : ExitCode.INCOMPLETE;
    }

    private Audit.Listener listener(PrintWriter err) {
        return new Audit.Listener() {
            @Override
            public void goesOn(Run run, int done) {
                err.println(
                        "hushgate: run %d was interrupted and goes on; %s done"
                                .formatted(run.number(), Amount.of(done, "target")));
                err.flush();
            }

            @Override
            public void endsOther(Run run) {
                err.println(
                        "hushgate: run %d was interrupted and its inventory changed; it is ended as it is"
                                .formatted(run.number()));
                err.flush();
            }

            @Override
            public void committed(TargetLook look, int done, int all) {
                if (quiet) {
                    return;
                }
                String what =
                        look.outcome() == Outcome.LOOKED
                                ? look.sightings().size() + " seen"
                                : look.outcome().label() + ", " + look.detail();
                err.println("[%d/%d] %s: %s".formatted(done, all, look.target(), what));
                err.flush();
            }
        };
    }
}
