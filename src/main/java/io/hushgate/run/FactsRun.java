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
import java.util.TreeSet;

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
        return read(look(targets, alsoIgnored, workers, limits), targets, further, limits);
    }

    /** What became of each file of the targets, by address; archives are not opened for it. */
    public static List<FileAccount> accounts(
            List<String> targets, boolean alsoIgnored, Workers workers, Limits limits) {
        Look look = look(targets, alsoIgnored, workers, limits);
        Facts facts = read(look, targets, List.of(), limits);
        boolean alone = targets.size() == 1;
        Set<String> met = new TreeSet<>();
        targets.forEach(target -> met.addAll(look.met(Target.of(target, alone, limits))));
        return FileAccount.of(met, facts.estate().facts(), facts.coverage(), look.configurations());
    }

    private static Look look(
            List<String> targets, boolean alsoIgnored, Workers workers, Limits limits) {
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
        return new Look(request, List.of(), none, Foreign.NONE, unused, new Progress());
    }

    private static Facts read(
            Look look, List<String> targets, List<Source> further, Limits limits) {
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
