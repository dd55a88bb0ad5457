package io.hushgate.run;

import io.hushgate.config.Configuration;
import io.hushgate.config.ConfigurationReader;
import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Confidence;
import io.hushgate.core.Grade;
import io.hushgate.core.Limits;
import io.hushgate.core.RuleId;
import io.hushgate.core.Severity;
import io.hushgate.core.match.Detection;
import io.hushgate.core.match.MatchOptions;
import io.hushgate.core.match.Witness;
import io.hushgate.core.rule.Rule;
import io.hushgate.report.Amount;
import io.hushgate.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the rules decided about one line of a file: matches the whole file once more with a witness,
 * and keeps what concerns the line. Never holds a value.
 */
public final class WhyRun {
    private WhyRun() {}

    /** A step at which rules stopped. */
    public record Stop(int column, Witness.Step step, List<Rule> rules) {}

    /** An assignment that a rule weighed. */
    public record Weighing(
            int column, Rule rule, double score, double needed, List<Witness.Weighed> features) {}

    /**
     * A match.
     *
     * @param confidence empty when another rule was more specific
     * @param winner the more specific rule
     * @param shuts whether it would shut the gate
     */
    public record Match(
            int column,
            Rule rule,
            Grade grade,
            Optional<Confidence> confidence,
            Optional<Rule> winner,
            boolean shuts) {}

    /** All that was decided about a line. */
    public record Answer(List<Stop> stops, List<Weighing> weighings, List<Match> matches) {
        /** Tells whether no rule had anything to look at. */
        public boolean isEmpty() {
            return stops.isEmpty() && weighings.isEmpty() && matches.isEmpty();
        }
    }

    /**
     * Explains a line.
     *
     * @param line from 1
     * @param config the configuration to take, else that beside the working directory
     * @param ruleFiles further rules
     * @throws RunProblem when there is no such line
     */
    public static Answer explain(Path file, int line, Optional<Path> config, List<Path> ruleFiles) {
        byte[] bytes = read(file);
        int start = offset(bytes, line, file);
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        Configuration configuration = configuration(config);
        List<Path> rules = new ArrayList<>(configuration.ruleFiles());
        rules.addAll(ruleFiles);
        Set<RuleId> disabled =
                configuration.disabledRules().stream().map(RuleId::new).collect(Collectors.toSet());
        Notebook notes = new Notebook(start, end);
        List<Detection> found = new ArrayList<>();
        MatchOptions options = new MatchOptions(Limits.DEFAULT, Instant.now(), true);
        try {
            Rules.load(Foreign.without(rules), disabled)
                    .matcher(options, notes)
                    .match(
                            Artifact.InMemory.of(new Address.File(shown(file)), bytes),
                            detection -> {
                                detection.discard();
                                found.add(detection);
                            });
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail to be read", e);
        }
        return notes.answer(found, configuration);
    }

    private static String shown(Path file) {
        return file.normalize().toString().replace('\\', '/');
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new RunProblem(file + ": cannot be read; name a file and a line, as in a report");
        }
    }

    private static int offset(byte[] bytes, int line, Path file) {
        int lines = 1;
        int start = 0;
        for (int i = 0; i < bytes.length && lines < line; i++) {
            if (bytes[i] == '\n') {
                lines++;
                start = i + 1;
            }
        }
        if (lines < line) {
            throw new RunProblem(
                    "%s has %s; there is no line %d"
                            .formatted(file, Amount.of(lines, "line"), line));
        }
        return start;
    }

    private static Configuration configuration(Optional<Path> config) {
        return config.or(() ->
                        Optional.of(Path.of(Configuration.FILE_NAME)).filter(Files::isRegularFile))
                .map(ConfigurationReader::read)
                .orElse(Configuration.NONE);
    }

    /** What was witnessed of the bytes {@code [start, end)}. */
    private static final class Notebook implements Witness {
        private final int start;
        private final int end;
        private final Map<Integer, Map<Step, Set<Rule>>> stops = new TreeMap<>();
        private final Map<Integer, Weighing> weighings = new LinkedHashMap<>();
        private final Map<String, Graded> graded = new LinkedHashMap<>();

        /** What a rule matched. */
        private record Graded(Rule rule, long from, long to, Grade grade) {
            boolean overlaps(Detection found) {
                return found.span().start() < to && from < found.span().end();
            }
        }

        Notebook(int start, int end) {
            this.start = start;
            this.end = end;
        }

        @Override
        public void stopped(Rule rule, long offset, Step step) {
            if (isHere(offset)) {
                stops.computeIfAbsent(column(offset), _ -> new EnumMap<>(Step.class))
                        .computeIfAbsent(step, _ -> new LinkedHashSet<>())
                        .add(rule);
            }
        }

        @Override
        public void weighed(
                Rule rule, long offset, double score, double needed, List<Weighed> features) {
            if (isHere(offset)) {
                weighings.putIfAbsent(
                        column(offset),
                        new Weighing(column(offset), rule, score, needed, features));
            }
        }

        @Override
        public void graded(Rule rule, long from, long to, Grade grade) {
            if (from < end && start < to) {
                graded.put(rule.id() + ":" + from, new Graded(rule, from, to, grade));
            }
        }

        Answer answer(List<Detection> found, Configuration configuration) {
            Severity failOn = configuration.failOn().orElse(Severity.HIGH);
            Confidence atLeast = configuration.failOnConfidence().orElse(Confidence.MEDIUM);
            List<Match> settled = new ArrayList<>();
            for (Graded one : graded.values()) {
                List<Detection> over = found.stream().filter(one::overlaps).toList();
                Optional<Detection> own =
                        over.stream().filter(d -> d.rule().id().equals(one.rule.id())).findFirst();
                settled.add(
                        new Match(
                                column(Math.max(one.from, start)),
                                one.rule,
                                one.grade,
                                own.map(Detection::confidence),
                                own.isPresent()
                                        ? Optional.empty()
                                        : over.stream().map(Detection::rule).findFirst(),
                                own.filter(d -> shuts(d, failOn, atLeast)).isPresent()));
            }
            List<Stop> all = new ArrayList<>();
            stops.forEach((column, steps) ->
                    steps.forEach(
                            (step, rules) -> all.add(new Stop(column, step, List.copyOf(rules)))));
            return new Answer(all, List.copyOf(weighings.values()), settled);
        }

        private static boolean shuts(Detection found, Severity failOn, Confidence atLeast) {
            return found.grade().isCredential()
                    && found.severity().atLeast(failOn)
                    && found.confidence().atLeast(atLeast);
        }

        private boolean isHere(long offset) {
            return offset >= start && offset <= end;
        }

        private int column(long offset) {
            return (int) (offset - start) + 1;
        }
    }
}
