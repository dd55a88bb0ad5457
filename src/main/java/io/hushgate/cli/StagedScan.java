package io.hushgate.cli;

import io.hushgate.core.Limits;
import io.hushgate.report.Report;
import io.hushgate.report.history.Audit;
import io.hushgate.run.Progress;
import io.hushgate.run.Scan;
import io.hushgate.run.ScanRequest;
import io.hushgate.run.ScanRequest.Extent;
import io.hushgate.source.Workers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code hushgate hook run} and {@code hushgate scan --staged} without further options, past the
 * command-line library: that costs 80 ms of a cold start, and a hook starts cold before every
 * commit.
 */
final class StagedScan {
    private static final String TIMINGS = "--timings";
    private static final Set<List<String>> FORMS =
            Set.of(
                    List.of("hook", "run"),
                    List.of("scan", "--staged"),
                    List.of("scan", "--staged", "."),
                    List.of("scan", "--staged", TIMINGS));

    private StagedScan() {}

    /** Tells whether the arguments ask for nothing else. */
    static boolean isAskedBy(String[] arguments) {
        return FORMS.contains(Arrays.asList(arguments));
    }

    /** Scans what is staged in the current directory's repository and prints the text report. */
    static int run(String[] arguments) {
        Progress progress = new Progress();
        Timings timings = new Timings(progress);
        Scan scan = Scan.of(request("."));
        Report report = scan.run(progress);
        new ReportTarget(ReportTarget.Format.TEXT, Optional.empty())
                .write(
                        report,
                        () -> Audit.of(report),
                        Terminal.showsColours(false),
                        ReportTarget.detail(scan, false));
        if (Arrays.asList(arguments).contains(TIMINGS)) {
            timings.tell(System.err);
        }
        return report.verdict().exitCode();
    }

    private static ScanRequest request(String target) {
        return new ScanRequest(
                List.of(target),
                new Extent.Staged(),
                EnumSet.allOf(ScanRequest.Half.class),
                Optional.<Path>empty(),
                Optional.empty(),
                new ScanRequest.Baselines.OfTarget(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                Workers.available(),
                Limits.DEFAULT,
                ScanRequest.Images.ALL);
    }
}
