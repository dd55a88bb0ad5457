package io.hushgate.run;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Attribution;
import io.hushgate.core.Coverage;
import io.hushgate.core.Finding;
import io.hushgate.core.Fingerprint;
import io.hushgate.core.FingerprintKey;
import io.hushgate.core.Location;
import io.hushgate.core.RuleId;
import io.hushgate.core.match.DetectionSink;
import io.hushgate.core.match.Echo;
import io.hushgate.core.match.EchoMatcher;
import io.hushgate.core.match.EchoSink;
import io.hushgate.core.match.FindingCollector;
import io.hushgate.core.match.KnownValues;
import io.hushgate.core.match.MatchOptions;
import io.hushgate.core.match.RuleSet;
import io.hushgate.core.rule.Rule;
import io.hushgate.estate.Estate;
import io.hushgate.estate.EstateReading;
import io.hushgate.rules.verify.Verifier;
import io.hushgate.run.ScanRequest.Extent;
import io.hushgate.run.ScanRequest.Half;
import io.hushgate.source.ArtifactConsumer;
import io.hushgate.source.ConsumerFactory;
import io.hushgate.source.CoverageLog;
import io.hushgate.source.Source;
import io.hushgate.source.archive.Unpacking;
import io.hushgate.source.file.DirectorySource;
import io.hushgate.source.git.HistorySource;
import io.hushgate.source.image.ImageSource;
import io.hushgate.source.image.LayerMemory;
import io.hushgate.source.image.LayerPlaces;
import io.hushgate.source.log.LogReading;
import io.hushgate.source.log.LogReading.Which;
import io.hushgate.source.log.LogText;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The part of a run that reads: sources feed workers, and findings and facts are kept. Where
 * something was found, everything is read a second time, to see where else the values stand.
 */
final class Look {
    private static final RuleId UNMASKED = new RuleId("unmasked-value");

    private final ScanRequest request;
    private final RuleSet rules;
    private final Foreign foreign;
    private @Nullable Verifier verifier;
    private Optional<LayerCache> cache = Optional.empty();
    private final KnownValues known = new KnownValues();
    private final FindingCollector collector;
    private final MatchOptions options;
    private final Notes notes;
    private final Sources sources;
    private final CoverageLog unpacked = new CoverageLog();
    private final List<ImageSource> images = new ArrayList<>();
    private final Dockerfiles dockerfiles;
    private final FileModes modes = new FileModes();
    private final Map<Target, DirectorySource> directories = new HashMap<>();
    private @Nullable Estate joined;
    private final List<HistorySource> histories = new ArrayList<>();
    private final RememberedInput standardInput =
            new RememberedInput(new FileInputStream(FileDescriptor.in));

    Look(
            ScanRequest request,
            List<String> exclude,
            RuleSet rules,
            Foreign foreign,
            FingerprintKey key,
            Progress progress) {
        this.request = request;
        this.rules = rules;
        this.foreign = foreign;
        this.collector = new FindingCollector(key, known);
        this.options = new MatchOptions(request.limits(), Instant.now(), false);
        this.notes = new Notes(exclude, request.limits(), progress);
        this.sources = new Sources(request, notes.deadline());
        this.dockerfiles = Dockerfiles.of(request.images().dockerfiles());
    }

    /** Looks at a target and tells what of it was covered. */
    Coverage at(Target target) {
        boolean leaks = asks(Half.LEAKS);
        boolean policies = asks(Half.POLICIES);
        if (target instanceof Target.InRepository repository && isPast(repository)) {
            return history(repository, leaks, policies);
        }
        Source source = sources.of(target, standardInput, cache.map(this::memory));
        if (source instanceof ImageSource image) {
            images.add(image);
        } else if (source instanceof DirectorySource directory) {
            directories.put(target, directory);
        }
        Coverage coverage = source.read(request.workers(), workers(leaks, policies, logs(target)));
        switch (target) {
            case Target.Directory(var path, var shownAs) -> {
                assemble(path, shownAs);
                modes.inDirectory(path, shownAs);
            }
            case Target.InRepository(var path, var shownAs, _) -> assemble(path, shownAs);
            case Target.ImageLayout(var path, _) -> charts(ChartLayers.in(path));
            case Target.StandardInput _,
                    Target.OneFile _,
                    Target.ImageArchive _,
                    Target.ImageReference _,
                    Target.Logs _ -> {}
        }
        return coverage;
    }

    /**
     * Renders the charts, builds the overlays and reads the Dockerfiles that were come by in a
     * directory, if it is looked at as it lies.
     */
    private void assemble(Path root, String shownAs) {
        if (request.extent() instanceof Extent.AsItLies) {
            String prefix = shownAs.isEmpty() || shownAs.endsWith("/") ? shownAs : shownAs + "/";
            Path absolute = root.toAbsolutePath().normalize();
            charts(notes.chartsOf(absolute, prefix));
            dockerfiles.addFrom(new TargetFiles(absolute, prefix), notes.dockerfilesOf(prefix));
            if (asks(Half.POLICIES)) {
                notes.build(absolute, prefix);
            }
        }
    }

    private void charts(List<ChartPlace> places) {
        if (places.isEmpty()) {
            return;
        }
        Queue<ChartPlace> charts = new ConcurrentLinkedQueue<>(places);
        boolean leaks = asks(Half.LEAKS);
        request.workers()
                .run(() -> {
                    RenderedCharts share =
                            new RenderedCharts(
                                    notes,
                                    leaks ? Optional.of(rules.matcher(options)) : Optional.empty(),
                                    collector,
                                    asks(Half.POLICIES));
                    for (ChartPlace chart = charts.poll(); chart != null; chart = charts.poll()) {
                        if (System.nanoTime() - notes.deadline() < 0) {
                            share.look(chart);
                        }
                    }
                });
    }

    private static Which logs(Target target) {
        return target instanceof Target.Logs ? Which.EVERY_TEXT : Which.RECOGNISED;
    }

    /** Takes in what was read elsewhere, if anybody judges it. */
    void add(EstateReading reading) {
        if (asks(Half.POLICIES)) {
            notes.add(reading);
        }
    }

    /** The addresses of everything in a target, without a look at it. */
    Set<String> met(Target target) {
        Set<String> met = ConcurrentHashMap.newKeySet();
        sources.of(target, standardInput.again(), Optional.empty())
                .read(request.workers(), () -> (artifact, _) -> met.add(artifact.address().text()));
        return met;
    }

    /** The addresses of what readers took for configuration. */
    Set<String> configurations() {
        return notes.configurations();
    }

    /** Looks at a source that is no target of the command line's. */
    Coverage at(Source source) {
        return source.read(request.workers(), () -> worker(asks(Half.LEAKS), asks(Half.POLICIES)));
    }

    /**
     * Looks for the values that were found in all of the targets again: where they stand in another
     * form, or without what a rule knows them by. Nothing is read when nothing was found; the
     * values are wiped afterwards.
     *
     * @return what could not be read this time
     */
    Coverage again(List<Target> targets) {
        Coverage coverage = Coverage.NONE;
        try (known;
                standardInput) {
            if (!known.isEmpty()) {
                for (Target target : targets) {
                    Coverage second =
                            echoes(target).read(request.workers(), echoWorkers(logs(target)));
                    coverage = coverage.plus(new Coverage(0, 0, 0, second.skipped()));
                }
            }
        }
        return coverage;
    }

    private Source echoes(Target target) {
        if (target instanceof Target.InRepository repository && isPast(repository)) {
            return request.extent() instanceof Extent.History(var since) && since.isPresent()
                    ? Sources.since(repository, since.get())
                    : HistorySource.texts(repository.repository());
        }
        DirectorySource directory = directories.get(target);
        return directory != null
                ? directory.again()
                : sources.of(target, standardInput.again(), cache.map(this::memoryOfValues));
    }

    private ConsumerFactory echoWorkers(Which logs) {
        return echoWorkers(logs, notes, collector);
    }

    private ConsumerFactory echoWorkers(Which logs, Notes noted, EchoSink heard) {
        return new Unpacking(
                new LogReading(() -> echoWorker(heard), logs, Optional.empty()),
                request.limits(),
                notes.deadline(),
                address -> true,
                noted::leavesOut,
                new CoverageLog());
    }

    private ArtifactConsumer echoWorker(EchoSink heard) {
        EchoMatcher matcher = known.matcher(request.limits());
        return (artifact, added) ->
                matcher.match(
                        artifact,
                        echo -> !added.touches(echo.span()) || heard.accept(inLog(artifact, echo)));
    }

    private static Echo inLog(Artifact artifact, Echo echo) {
        if (!(artifact instanceof LogText log)) {
            return echo;
        }
        return new Echo(
                echo.value(),
                log.place(echo.span(), echo.location().region()),
                log.original(echo.span()));
    }

    private boolean asks(Half half) {
        return request.halves().contains(half);
    }

    /** Workers that are handed what lies in archives as well as what lies beside them. */
    private ConsumerFactory workers(boolean leaks, boolean policies) {
        return workers(leaks, policies, Which.RECOGNISED);
    }

    private ConsumerFactory workers(boolean leaks, boolean policies, Which logs) {
        return new Unpacking(
                new LogReading(
                        () -> worker(leaks, policies),
                        logs,
                        leaks ? ruleOfNames() : Optional.empty()),
                request.limits(),
                notes.deadline(),
                address -> leaks || Charts.mayBe(address),
                notes::leavesOut,
                unpacked);
    }

    /** The rule of values under names that a log masks elsewhere, if the run has it. */
    private Optional<Rule> ruleOfNames() {
        return rules.find(UNMASKED);
    }

    private Worker worker(boolean leaks, boolean policies) {
        return worker(leaks, policies, notes, sink());
    }

    private Worker worker(boolean leaks, boolean policies, Notes noted, DetectionSink sink) {
        return new Worker(
                rules.matcher(options),
                sink,
                foreign,
                noted,
                leaks,
                policies,
                request.limits().maxConfigurationBytes());
    }

    private DetectionSink sink() {
        return verifier == null ? collector : noting(verifier);
    }

    /** Keeps what is seen of layers, and uses what was. */
    void remember(LayerCache between) {
        cache = Optional.of(between);
    }

    /** Looks at layers with the rules; nothing in a layer is configuration that counts. */
    private LayerMemory memory(LayerCache between) {
        return between.ofRules((log, found) -> {
            Notes own = notes.leavingOutIn(log);
            DetectionSink sink = sink();
            DetectionSink telling =
                    detection -> {
                        LayerCache.tell(detection.address(), found);
                        sink.accept(detection);
                    };
            return new Unpacking(
                            new LogReading(
                                    () -> worker(true, false, own, telling),
                                    Which.RECOGNISED,
                                    ruleOfNames()),
                            request.limits(),
                            notes.deadline(),
                            _ -> true,
                            own::leavesOut,
                            log)
                    .newConsumer();
        });
    }

    /** Looks in layers for the values that are known. */
    private LayerMemory memoryOfValues(LayerCache between) {
        return between.ofValues(
                known.fingerprints(),
                (log, found) -> {
                    // Goes on where this run has enough: the next one may have fewer places.
                    EchoSink telling =
                            echo -> {
                                LayerCache.tell(echo.location().address(), found);
                                collector.accept(echo);
                                return true;
                            };
                    return echoWorkers(Which.RECOGNISED, notes.leavingOutIn(log), telling)
                            .newConsumer();
                });
    }

    /** A bare repository has nothing but its past. */
    private boolean isPast(Target.InRepository target) {
        boolean bare = target.isBare() && request.extent() instanceof Extent.AsItLies;
        return bare || request.extent() instanceof Extent.History;
    }

    /**
     * Credentials are looked for in everything that ever was, rights are judged as they are now.
     */
    private Coverage history(Target.InRepository target, boolean leaks, boolean policies) {
        Coverage coverage = Coverage.NONE;
        Optional<String> since =
                request.extent() instanceof Extent.History(var asked) ? asked : Optional.empty();
        if (leaks && since.isPresent()) {
            coverage =
                    Sources.since(target, since.get())
                            .read(request.workers(), workers(true, false));
        } else if (leaks) {
            HistorySource history = HistorySource.of(target.repository(), this::foundInThePast);
            coverage = history.read(request.workers(), workers(true, false));
            histories.add(history);
        }
        if (policies && !target.isBare()) {
            Coverage now =
                    sources.directory(target, false).read(request.workers(), workers(false, true));
            coverage = coverage.plus(new Coverage(0, 0, 0, now.skipped()));
        }
        return coverage;
    }

    /** What a history has to be asked about. */
    private Set<Address> foundInThePast() {
        return collector.findings().stream()
                .flatMap(finding -> finding.occurrences().stream())
                .map(place -> Histories.outermost(place.address()))
                .filter(Histories::isPast)
                .collect(Collectors.toSet());
    }

    /** Keeps values for questions that are asked later. */
    void noteFor(Verifier asking) {
        verifier = asking;
    }

    private DetectionSink noting(Verifier asking) {
        return detection -> {
            asking.note(detection);
            collector.accept(detection);
        };
    }

    /** What a comment says of a value at a place; empty without one. */
    String remark(Fingerprint value, Location place) {
        return collector.remark(value, place);
    }

    /** What was found so far, with what comments allow, and its history where one was read. */
    List<Finding> findings(Comments comments) {
        Map<Address, Attribution> attributions = new HashMap<>();
        for (HistorySource history : histories) {
            attributions.putAll(history.attribute(foundInThePast(), request.workers()));
        }
        Histories past = new Histories(attributions);
        List<LayerPlaces> places =
                images.stream().map(image -> image.places(dockerfiles.all())).toList();
        modes.inImages(places);
        ImageLayers layers = new ImageLayers(places);
        return collector.findings().stream()
                .flatMap(finding -> comments.apply(finding).stream())
                .flatMap(finding -> past.attributed(finding).stream())
                .map(layers::placed)
                .toList();
    }

    /** The facts of everything that was looked at; asked when all of it was. */
    Estate estate() {
        Estate known = joined;
        if (known == null) {
            known = notes.estate();
            joined = known;
        }
        return known;
    }

    /** The findings with what they open by the facts of the same run. */
    List<Finding> opened(List<Finding> findings) {
        return asks(Half.POLICIES) && !findings.isEmpty()
                ? BlastRadii.of(findings, estate(), collector::holder, notes::address)
                : findings;
    }

    /** Asks the policies about facts and findings; nobody is asked where there are none. */
    Policies.Judgement judged(Policies policies, List<Finding> findings) {
        if (!asks(Half.POLICIES)) {
            return Policies.Judgement.NONE;
        }
        Estate estate = estate();
        if (estate.facts().isEmpty() && findings.isEmpty()) {
            return Policies.Judgement.NONE;
        }
        FoundInput found = FoundInput.of(findings, collector::holder, modes::of);
        Policies.Judgement judgement =
                policies.judge(
                        estate.toValue(),
                        found.document(),
                        file -> found.address(file).orElseGet(() -> notes.address(file)));
        return new ExemptCharts(policies.exemptCharts(), estate.facts()).spared(judgement, notes);
    }

    /** What lay in archives, and what the workers left out. */
    Coverage coverage() {
        return notes.coverage().plus(unpacked.coverage());
    }
}
