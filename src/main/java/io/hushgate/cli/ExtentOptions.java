package io.hushgate.cli;

import io.hushgate.run.ScanRequest.Extent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much of a repository is looked at. */
final class ExtentOptions {
    @Option(names = "--staged", description = "Only what is staged, as a pre-commit hook does.")
    private boolean staged;

    @Option(
            names = "--from-ref",
            paramLabel = "REF",
            description = "Only what the commits after REF add, up to --to-ref.")
    private @Nullable String fromRef;

    @Option(
            names = "--to-ref",
            paramLabel = "REF",
            description = "Where --from-ref ends (default: HEAD).")
    private @Nullable String toRef;

    @Option(
            names = "--history",
            description =
                    "Every commit that any ref or stash reaches, merges and messages included.")
    private boolean history;

    @Option(
            names = "--since",
            paramLabel = "REF|DATE",
            description = "With --history: only commits after REF, or since DATE (2026-01-31).")
    private @Nullable String since;

    @Option(names = "--no-ignore", description = "Also files that git ignores.")
    private boolean noIgnore;

    /**
     * What they ask for together.
     *
     * @throws UsageProblem when two of them exclude each other
     */
    Extent chosen() {
        long chosen = 0;
        for (boolean choice : new boolean[] {staged, fromRef != null, history}) {
            chosen += choice ? 1 : 0;
        }
        if (chosen > 1) {
            throw new UsageProblem(
                    "--staged, --from-ref and --history exclude each other; keep one");
        }
        if (toRef != null && fromRef == null) {
            throw new UsageProblem("--to-ref needs --from-ref, which says where the range begins");
        }
        if (since != null && !history) {
            throw new UsageProblem("--since needs --history");
        }
        if (noIgnore && chosen > 0) {
            throw new UsageProblem(
                    "--no-ignore is about files as they lie; drop it or the other option");
        }
        if (staged) {
            return new Extent.Staged();
        }
        if (fromRef != null) {
            return new Extent.Range(fromRef, toRef == null ? "HEAD" : toRef);
        }
        if (history) {
            return new Extent.History(Optional.ofNullable(since));
        }
        return new Extent.AsItLies(noIgnore);
    }
}
