package io.hushgate.run;

import io.hushgate.baseline.Accepted;
import io.hushgate.baseline.Baseline;
import io.hushgate.config.SelfCheck;
import io.hushgate.core.FingerprintKey;
import io.hushgate.core.Suppression;
import io.hushgate.core.Violation;
import io.hushgate.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A run whose outcome is written into its baseline, or held against it. */
public final class BaselineRun {
    private static final Set<String> ALARMS =
            Arrays.stream(SelfCheck.values()).map(SelfCheck::id).collect(Collectors.toSet());

    private final Path file;
    private final Baseline baseline;
    private final FingerprintKey key;
    private final Report report;

    private BaselineRun(Path file, Baseline baseline, FingerprintKey key, Report report) {
        this.file = file;
        this.baseline = baseline;
        this.key = key;
        this.report = report;
    }

    /**
     * Looks at the targets.
     *
     * @throws RunProblem when it is not clear which file is the baseline
     */
    public static BaselineRun of(ScanRequest request, Progress progress) {
        Scan scan = Scan.of(request);
        Acceptances acceptances = scan.acceptances();
        Path file =
                acceptances
                        .place()
                        .orElseThrow(() ->
                                new RunProblem(
                                        "the target has no root that a baseline could lie at; name one with --baseline"));
        Baseline baseline = Files.exists(file) ? scan.baseline() : acceptances.none();
        return new BaselineRun(file, baseline, scan.key(), scan.run(progress));
    }

    /** The baseline's file, there or not. */
    public Path file() {
        return file;
    }

    /** How many lines it has. */
    public int size() {
        return baseline.size();
    }

    /** What was found. */
    public Report report() {
        return report;
    }

    /** What is wrong with the baseline. */
    public List<Violation> alarms() {
        return part(true);
    }

    private List<Violation> part(boolean alarms) {
        return report.violations().stream()
                .filter(violation -> ALARMS.contains(violation.id()) == alarms)
                .toList();
    }

    /**
     * Writes the baseline anew: without what nothing needs, with what is still open when a
     * suppression is given.
     *
     * @return how many lines it has
     * @throws RunProblem when it cannot be written
     */
    public int write(Optional<Suppression> suppression) {
        Accepted told = new Accepted(report.findings(), part(false), part(true));
        Baseline renewed = baseline.renewed(told, key, suppression);
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(whole, renewed.text());
            Files.move(
                    whole,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new RunProblem(
                    file
                            + ": the baseline cannot be written; check the directory's rights and the space left",
                    e);
        }
        return renewed.size();
    }
}
