package io.hushgate.run;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Coverage;
import io.hushgate.core.Limits;
import io.hushgate.core.Reason;
import io.hushgate.core.match.Matched;
import io.hushgate.estate.Diagnostic;
import io.hushgate.estate.Estate;
import io.hushgate.estate.EstateReader;
import io.hushgate.estate.EstateReading;
import io.hushgate.estate.fact.ChartFact.Release;
import io.hushgate.estate.helm.Manifest;
import io.hushgate.estate.helm.RenderProblem;
import io.hushgate.estate.kustomize.FileTree;
import io.hushgate.estate.kustomize.Overlays;
import io.hushgate.source.CoverageLog;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * What all workers of a run write down beside the findings: facts, and what was left out and why.
 * Thread-safe.
 */
final class Notes {
    private final List<PathMatcher> exclusions;
    private final EstateReader reader;
    private final CoverageLog log;
    private final ConcurrentLinkedQueue<EstateReading> readings;
    private final ConcurrentLinkedQueue<EstateReading> renderings;
    private final Map<String, Address> addresses;
    private final Set<Address> charts;
    private final Set<String> chartFiles;
    private final Set<String> templates;
    private final Set<String> rendered;
    private final Set<String> kustomizations;
    private final Set<String> overlaid;
    private final Set<String> dockerfiles;
    private final Progress progress;
    private final long deadline;

    Notes(List<String> exclude, Limits limits, Progress progress) {
        this.deadline = System.nanoTime() + limits.timeout().toNanos();
        this.reader = new EstateReader(limits.maxConfigurationBytes());
        this.exclusions =
                exclude.stream()
                        .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                        .toList();
        this.progress = progress;
        this.log = new CoverageLog();
        this.readings = new ConcurrentLinkedQueue<>();
        this.renderings = new ConcurrentLinkedQueue<>();
        this.addresses = new ConcurrentHashMap<>();
        this.charts = ConcurrentHashMap.newKeySet();
        this.chartFiles = ConcurrentHashMap.newKeySet();
        this.templates = ConcurrentHashMap.newKeySet();
        this.rendered = ConcurrentHashMap.newKeySet();
        this.kustomizations = ConcurrentHashMap.newKeySet();
        this.overlaid = ConcurrentHashMap.newKeySet();
        this.dockerfiles = ConcurrentHashMap.newKeySet();
    }

    private Notes(Notes whole, CoverageLog log) {
        this.deadline = whole.deadline;
        this.reader = whole.reader;
        this.exclusions = whole.exclusions;
        this.progress = whole.progress;
        this.log = log;
        this.readings = whole.readings;
        this.renderings = whole.renderings;
        this.addresses = whole.addresses;
        this.charts = whole.charts;
        this.chartFiles = whole.chartFiles;
        this.templates = whole.templates;
        this.rendered = whole.rendered;
        this.kustomizations = whole.kustomizations;
        this.overlaid = whole.overlaid;
        this.dockerfiles = whole.dockerfiles;
    }

    /** The same notes, but for what was left out and why, which is noted in another log. */
    Notes leavingOutIn(CoverageLog other) {
        return new Notes(this, other);
    }

    /** When the time of the run is up, in the terms of {@link System#nanoTime}. */
    long deadline() {
        return deadline;
    }

    /**
     * Tells whether the address is left out, for time or by configuration, and says so in the
     * coverage.
     */
    boolean leavesOut(Address address) {
        if (System.nanoTime() - deadline > 0) {
            log.skip(address, Reason.LIMIT_TIME, "the time of the run was up; raise --timeout");
            return true;
        }
        return excludes(address);
    }

    private boolean excludes(Address address) {
        String place = exclusions.isEmpty() ? "" : place(address);
        if (place.isEmpty()) {
            return false;
        }
        Path path = Path.of(place);
        boolean excluded = exclusions.stream().anyMatch(exclusion -> exclusion.matches(path));
        if (excluded) {
            log.skip(address, Reason.EXCLUDED, "the configuration excludes it");
        }
        return excluded;
    }

    /** What globs are held against: of an entry of an archive also where the archive lies. */
    private static String place(Address address) {
        return address instanceof Address.Inside(var outer, var entry)
                ? place(outer) + "!" + entry
                : address.path();
    }

    /**
     * Tells by the address alone whether an artifact is read into facts: configuration, but not
     * what lies in an image or stands in a log, which gives nobody a right.
     */
    static boolean isJudged(Address address) {
        Address outermost = Histories.outermost(address);
        return !(outermost instanceof Address.InLayer)
                && !(outermost instanceof Address.InImageConfig)
                && !(address instanceof Address.LogStep)
                && EstateReader.knows(address.text());
    }

    /**
     * Notes what belongs to a chart, so that it is rendered when everything was looked at, and what
     * an image may have been built by.
     */
    void passing(Address address) {
        String path = address.path();
        if (path.endsWith("Chart.yaml")) {
            if (address instanceof Address.File) {
                chartFiles.add(path);
            } else if (address instanceof Address.Inside inside) {
                Charts.noteIn(charts, inside);
            }
        } else if (path.contains("templates/")) {
            templates.add(address.text());
            addresses.putIfAbsent(address.text(), address);
        } else if (path.endsWith("values.yaml")) {
            addresses.putIfAbsent(address.text(), address);
        } else if (address instanceof Address.File && Overlays.isKustomization(path)) {
            kustomizations.add(path);
        } else if (address instanceof Address.File && Dockerfiles.isNamedLikeOne(path)) {
            dockerfiles.add(path);
        }
    }

    /** The files of a target, by their paths in it, that are called like Dockerfiles. */
    List<String> dockerfilesOf(String shownAs) {
        return within(shownAs, dockerfiles);
    }

    private static List<String> within(String shownAs, Set<String> paths) {
        return paths.stream()
                .filter(path -> path.startsWith(shownAs))
                .map(path -> path.substring(shownAs.length()))
                .toList();
    }

    /** Tells whether a template was looked at, and not left out or ignored. */
    boolean saw(String template) {
        return templates.contains(template);
    }

    /** The charts of a target, without those that are rendered as a part of another one. */
    List<ChartPlace> chartsOf(Path root, String shownAs) {
        List<Release> releases = new ArrayList<>();
        for (EstateReading reading : readings) {
            reading.facts().stream()
                    .filter(Release.class::isInstance)
                    .map(Release.class::cast)
                    .forEach(releases::add);
        }
        return Charts.places(root, shownAs, chartFiles, charts, releases);
    }

    /** Reads what a template came to, in place of what was read of the template itself. */
    void rendered(Manifest manifest) {
        String address = manifest.template().address();
        EstateReading reading = reader.rendered(manifest);
        rendered.add(address);
        renderings.add(reading);
    }

    /**
     * Builds the overlays of a target, and reads them in place of the files that they are made of.
     */
    void build(Path root, String shownAs) {
        List<String> paths = within(shownAs, kustomizations);
        if (paths.isEmpty()) {
            return;
        }
        TargetFiles files = new TargetFiles(root, shownAs);
        FileTree seen =
                path ->
                        excludes(new Address.File(shownAs + path))
                                ? Optional.empty()
                                : files.file(path);
        Overlays overlays = reader.overlays(paths, seen, shownAs);
        overlays.build(overlay -> renderings.addAll(reader.built(overlay)));
        overlaid.addAll(overlays.files());
        overlays.problems()
                .forEach(problem ->
                        log.skip(address(problem.file()), Reason.MALFORMED, problem.toString()));
    }

    /** Notes that a part of a chart could not be rendered. */
    void notRendered(RenderProblem problem) {
        log.skip(
                address(problem.address()),
                Reason.MALFORMED,
                "%s; what is not rendered is read as it stands".formatted(problem));
    }

    /** Notes that only our own rules looked at a text. */
    void tooLongForOthers(Address address) {
        log.skip(
                address,
                Reason.LIMIT_SIZE,
                "rules of other scanners look at 64 MiB at most; only Hushgate's own looked at it");
    }

    /** Notes that an artifact was matched. */
    void looked(Matched matched) {
        progress.looked(matched.bytes());
        matched.skips().forEach(log::skip);
    }

    /**
     * Reads the facts of an artifact, if it is configuration. Of one that is longer than the limit
     * any prefix beyond the limit does: it is not read, and the coverage says so.
     */
    void configuration(Artifact.InMemory artifact) {
        String file = artifact.address().text();
        if (!isJudged(artifact.address())) {
            return;
        }
        byte[] content = Arrays.copyOfRange(artifact.bytes(), artifact.from(), artifact.to());
        EstateReading reading = reader.read(file, content);
        if (reading.relevant()) {
            addresses.put(file, artifact.address());
            readings.add(reading);
        }
    }

    /** Takes in what was read from a file that is no artifact of the run. */
    void add(EstateReading reading) {
        addresses.put(reading.address(), new Address.File(reading.address()));
        readings.add(reading);
    }

    /** The addresses of what readers took for configuration. */
    Set<String> configurations() {
        return readings.stream().map(EstateReading::address).collect(Collectors.toSet());
    }

    /**
     * The facts of everything that was read so far; what did not parse is in the coverage
     * afterwards.
     */
    Estate estate() {
        List<EstateReading> all = new ArrayList<>(renderings);
        readings.stream()
                .filter(reading -> Charts.covers(charts, address(reading.address())))
                .map(this::unlessJudgedBuilt)
                .forEach(all::add);
        Estate estate = Estate.of(reader.inModules(all));
        for (Diagnostic diagnostic : estate.diagnostics()) {
            if (!diagnostic.problem().code().meansUnread()) {
                continue;
            }
            log.skip(address(diagnostic.address()), reason(diagnostic), diagnostic.toString());
        }
        return estate;
    }

    /** What is judged as it was rendered or built tells by itself only what that does not. */
    private EstateReading unlessJudgedBuilt(EstateReading reading) {
        if (overlaid.contains(reading.address())) {
            return reading.withoutFacts();
        }
        return rendered.contains(reading.address()) ? reading.ofTemplate() : reading;
    }

    private static Reason reason(Diagnostic diagnostic) {
        return switch (diagnostic.problem().code()) {
            case LIMIT_SIZE -> Reason.LIMIT_SIZE;
            case LIMIT_DEPTH -> Reason.LIMIT_DEPTH;
            case LIMIT_NODES,
                    YAML_INVALID,
                    JSON_INVALID,
                    HCL_INVALID,
                    POLICY_INVALID,
                    DUPLICATE_KEY,
                    TEMPLATE,
                    UNREADABLE ->
                    Reason.MALFORMED;
        };
    }

    /** The address of a file as facts name it. */
    Address address(String file) {
        return addresses.getOrDefault(file, new Address.File(file));
    }

    /** Notes that a chart is not judged. */
    void exempts(Address chart, String why) {
        log.skip(chart, Reason.EXCLUDED, why);
    }

    Coverage coverage() {
        return log.coverage();
    }
}
