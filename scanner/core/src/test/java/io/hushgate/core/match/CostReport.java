package io.hushgate.core.match;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Limits;
import io.hushgate.core.RuleId;
import io.hushgate.core.rule.Form;
import io.hushgate.core.rule.Rule;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Prints what parts of a scan cost, in processor time of one thread that reads the files and
 * searches them: undoing base64, escapes and the like; 250 of the rules; and each rule.
 *
 * <p>{@code CostReport RULES DIRECTORY [MEGABYTES]} takes a sample of the files under a directory.
 * Each figure is the least of some rounds, after the optimising compiler has had its time. The
 * rules that cost most in a set of themselves alone, where they pay for all that rules share, are
 * then taken away from the whole set one by one: what that saves is what a rule costs.
 */
final class CostReport {
    private static final int ROUNDS = 9;
    private static final int RULE_ROUNDS = 3;
    private static final int REMOVED = 250;
    private static final int LISTED = 20;
    private static final String NOWHERE = "qzxjqzxjqzxj";

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final List<Source> texts;
    private long found;

    private CostReport(List<Source> texts) {
        this.texts = texts;
    }

    /** A file of the sample. */
    private record Source(Path file, Address address, long bytes) {
        Artifact.InMemory read() throws IOException {
            return Artifact.InMemory.of(address, Files.readAllBytes(file));
        }
    }

    private record Cost(RuleId rule, double nanos) {}

    public static void main(String[] arguments) throws IOException {
        RuleSet rules = RuleSet.read(Files.readAllBytes(Path.of(arguments[0])));
        int megabytes = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 48;
        new CostReport(sample(Path.of(arguments[1]), megabytes * 1_000_000L)).print(rules);
    }

    /** Files in a random order that is always the same, until there are as many bytes. */
    private static List<Source> sample(Path root, long bytes) throws IOException {
        List<Path> files;
        try (Stream<Path> paths = Files.walk(root)) {
            files = new ArrayList<>(paths.filter(Files::isRegularFile).sorted().toList());
        }
        Collections.shuffle(files, new Random(1));
        List<Source> texts = new ArrayList<>();
        long left = bytes;
        for (Path file : files) {
            if (left > 0) {
                long size = Files.size(file);
                left -= size;
                String path = root.relativize(file).toString();
                texts.add(new Source(file, new Address.File(path), size));
            }
        }
        return texts;
    }

    private void print(RuleSet all) throws IOException {
        MatchOptions options = Matching.OPTIONS;
        MatchOptions plain =
                new MatchOptions(withoutDecoding(), options.now(), options.everything());
        RuleSet fewer = RuleSet.compile(withoutSome(all.rules()));
        double whole = Double.MAX_VALUE;
        double undone = Double.MAX_VALUE;
        double smaller = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            whole = Math.min(whole, time(all, options));
            undone = Math.min(undone, time(all, plain));
            smaller = Math.min(smaller, time(fewer, options));
        }
        double bytes = texts.stream().mapToLong(Source::bytes).sum();
        say("%.0f MB in %d texts, %d rules", bytes / 1e6, texts.size(), all.rules().size());
        say("whole scan %16.1f ms %7.0f MB/s", whole / 1e6, bytes * 1e3 / whole);
        say("decoding %18.1f ms %7.1f %%", (whole - undone) / 1e6, share(whole - undone, whole));
        say(
                "%d more rules %13.1f ms %7.1f %% slower",
                all.rules().size() - fewer.rules().size(),
                (whole - smaller) / 1e6,
                share(whole - smaller, smaller));
        List<Cost> costs = new ArrayList<>();
        double floor = alone(all, List.of(), ROUNDS);
        alone(all, all.rules(), ROUNDS);
        for (Rule rule : all.rules()) {
            double own = alone(all, List.of(rule), RULE_ROUNDS) - floor;
            costs.add(new Cost(rule.id(), own));
        }
        costs.sort(Comparator.comparingDouble(Cost::nanos).reversed());
        say("by kind, in a set of themselves alone:");
        for (Class<?> kind : Form.class.getPermittedSubclasses()) {
            List<Rule> rules = all.rules().stream().filter(r -> kind.isInstance(r.form())).toList();
            double own = alone(all, rules, RULE_ROUNDS) - floor;
            say(
                    "  %-32s %7.2f ms %6.1f %%",
                    rules.size() + " of " + kind.getSimpleName(), own / 1e6, share(own, whole));
        }
        say("what the dearest cost among all:");
        for (Cost cost : costs.subList(0, LISTED)) {
            double saved = saved(all, cost.rule());
            say("  %-32s %7.2f ms %6.1f %%", cost.rule(), saved / 1e6, share(saved, whole));
        }
        say("(%d matches in all rounds)", found);
    }

    /**
     * The time that a scan saves without a rule; about nothing for one that shares its keywords.
     */
    private double saved(RuleSet all, RuleId rule) throws IOException {
        RuleSet others =
                RuleSet.compile(
                        all.rules().stream()
                                .filter(r -> !r.id().equals(rule))
                                .filter(r -> !r.surroundings().partner().equals(Optional.of(rule)))
                                .toList());
        double with = Double.MAX_VALUE;
        double without = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            with = Math.min(with, time(all, Matching.OPTIONS));
            without = Math.min(without, time(others, Matching.OPTIONS));
        }
        return with - without;
    }

    private static Limits withoutDecoding() {
        Limits limits = Matching.OPTIONS.limits();
        return new Limits(
                limits.maxArtifactBytes(),
                limits.maxObjectBytes(),
                0,
                limits.maxExpansion(),
                limits.maxEntries(),
                limits.maxConfigurationBytes(),
                limits.maxMatchesPerArtifact(),
                limits.timeout());
    }

    /**
     * All but 250 rules with a form of their own, as the next 250 would be, drawn from those that
     * need no other and that no other needs.
     */
    private static List<Rule> withoutSome(List<Rule> rules) {
        Set<RuleId> paired = new HashSet<>();
        for (Rule rule : rules) {
            rule.surroundings()
                    .partner()
                    .ifPresent(partner -> paired.addAll(List.of(partner, rule.id())));
        }
        List<Rule> free =
                new ArrayList<>(
                        rules.stream()
                                .filter(r -> !paired.contains(r.id()))
                                .filter(r -> !(r.form() instanceof Form.Generic))
                                .filter(r -> !(r.form() instanceof Form.Service))
                                .toList());
        Collections.shuffle(free, new Random(2));
        Set<Rule> removed = new HashSet<>(free.subList(0, Math.min(REMOVED, free.size())));
        return rules.stream().filter(rule -> !removed.contains(rule)).toList();
    }

    /** The time of a rule, with its partner, beside one that finds nothing. */
    private double alone(RuleSet all, List<Rule> rules, int rounds) throws IOException {
        List<Rule> set = new ArrayList<>(rules);
        set.add(Matching.token("nothing-anywhere", NOWHERE, "(?<secret>" + NOWHERE + ")"));
        for (Rule rule : rules) {
            rule.surroundings()
                    .partner()
                    .flatMap(id -> all.rules().stream().filter(r -> r.id().equals(id)).findFirst())
                    .filter(partner -> !set.contains(partner))
                    .ifPresent(set::add);
        }
        RuleSet compiled = RuleSet.compile(set);
        MatchOptions plain = new MatchOptions(withoutDecoding(), Matching.OPTIONS.now(), false);
        double least = Double.MAX_VALUE;
        for (int i = 0; i < rounds; i++) {
            least = Math.min(least, time(compiled, plain));
        }
        return least;
    }

    private double time(RuleSet rules, MatchOptions options) throws IOException {
        Matcher matcher = rules.matcher(options);
        long start = clock.getCurrentThreadCpuTime();
        for (Source text : texts) {
            matcher.match(
                    text.read(),
                    detection -> {
                        detection.secret().close();
                        found++;
                    });
        }
        return clock.getCurrentThreadCpuTime() - start;
    }

    private static double share(double part, double whole) {
        return 100 * part / whole;
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
