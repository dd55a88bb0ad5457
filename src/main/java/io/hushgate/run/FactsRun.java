package io.hushgate.run;

import io.hushgate.core.Coverage;
import io.hushgate.core.FingerprintKey;
import io.hushgate.core.Limits;
import io.hushgate.core.match.RuleSet;
import io.hushgate.estate.Estate;
import io.hushgate.run.ScanRequest.Extent;
import io.hushgate.run.ScanRequest.Half;
import io.hushgate.source.Source;
import io.hushgate.source.Workers;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The half of a run that makes facts, without judging them. */
public final class FactsRun {
    private FactsRun() {}

    /** The facts, joined, and what could not be read. */
    public record Facts(Estate estate, Coverage coverage) {
        /** The facts as JSON. */
        public String json() {
            return estate.toJson();
        }
    }

    /** Reads the targets into facts. */
    public static Facts read(
            List<String> targets, boolean alsoIgnored, Workers workers, Limits limits) {
        return read(targets, List.of(), alsoIgnored, workers, limits);
    }

    /** Reads the targets, and sources that are no targets, such as a server, into facts. */
    public static Facts read(
            List<String> targets,
            List<Source> further,
            boolean alsoIgnored,
            Workers workers,
            Limits limits) {
        ScanRequest request =
                new ScanRequest(
                        targets,
                        new Extent.AsItLies(alsoIgnored),
                        Set.of(Half.POLICIES),
                        Optional.empty(),
                        Optional.empty(),
                        new ScanRequest.Baselines.Ignored(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        false,
                        workers,
                        limits,
                        ScanRequest.Images.ALL);
        RuleSet none = RuleSet.compile(List.of());
        FingerprintKey unused = FingerprintKey.of(new byte[FingerprintKey.BYTES]);
        Look look = new Look(request, List.of(), none, Foreign.NONE, unused, new Progress());
        Coverage coverage = Coverage.NONE;
        boolean alone = targets.size() == 1;
        for (String target : targets) {
            coverage = coverage.plus(look.at(Target.of(target, alone, limits)));
        }
        for (Source source : further) {
            coverage = coverage.plus(look.at(source));
        }
        Estate estate = look.estate();
        return new Facts(estate, coverage.plus(look.coverage()));
    }
}
