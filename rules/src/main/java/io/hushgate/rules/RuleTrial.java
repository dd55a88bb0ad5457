package io.hushgate.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Grade;
import io.hushgate.core.Limits;
import io.hushgate.core.match.Detection;
import io.hushgate.core.match.MatchOptions;
import io.hushgate.core.match.Matcher;
import io.hushgate.core.match.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tries rules on their own samples: each example has to be found by its rule alone, as a credential
 * that nothing speaks against, and no counterexample may be found by its rule. One per thread.
 */
public final class RuleTrial {
    /** Samples are dated as of this moment, so that a trial ends the same in ten years. */
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Matcher matcher;

    /**
     * Tries against a rule set, which has to hold the rules that are tried.
     *
     * @param rules also the rules that could claim each other's examples
     */
    public RuleTrial(RuleSet rules) {
        matcher = rules.matcher(new MatchOptions(Limits.DEFAULT, NOW, true));
    }

    /** A sample that ended otherwise than its rule file says; the message names the place. */
    public record Failure(RuleEntry entry, String what) {
        /** One line: place, rule, what, remedy. */
        public String message() {
            return "%s: rule %s: %s".formatted(entry.place(), entry.rule().id(), what);
        }
    }

    private record Hit(String rule, Grade grade) {}

    /** Runs every sample of a rule. */
    public List<Failure> run(RuleEntry entry) {
        List<Failure> failures = new ArrayList<>();
        for (int i = 0; i < entry.examples().size(); i++) {
            Example example = entry.examples().get(i);
            String text = example.template().render(seed(entry, "example", i));
            int number = i + 1;
            complaint(entry, example, hits(text))
                    .ifPresent(what ->
                            failures.add(new Failure(entry, "example " + number + " " + what)));
        }
        for (int i = 0; i < entry.counterexamples().size(); i++) {
            Counterexample counterexample = entry.counterexamples().get(i);
            String text = counterexample.template().render(seed(entry, "counterexample", i));
            if (hits(text).stream()
                    .anyMatch(hit -> isOwn(entry, hit) && hit.grade.isCredential())) {
                failures.add(
                        new Failure(
                                entry,
                                "counterexample %d is found although it is there because: %s"
                                        .formatted(i + 1, counterexample.because())));
            }
        }
        return failures;
    }

    /** The seed of a sample: other rules and other samples have other numbers. */
    static String seed(RuleEntry entry, String kind, int index) {
        return entry.rule().id() + "/" + kind + "/" + index;
    }

    private static Optional<String> complaint(RuleEntry entry, Example example, List<Hit> hits) {
        List<Hit> found = hits.stream().filter(hit -> hit.grade.isCredential()).toList();
        List<Hit> own = hits.stream().filter(hit -> isOwn(entry, hit)).toList();
        if (own.isEmpty()) {
            return Optional.of(
                    found.isEmpty()
                            ? "is not found; check pattern, keywords and surroundings"
                            : "is found by %s instead; make one of the two narrower"
                                    .formatted(names(found)));
        }
        if (found.stream().anyMatch(hit -> !isOwn(entry, hit))) {
            return Optional.of(
                    "is claimed by %s; make all but one narrower".formatted(names(found)));
        }
        Grade grade = own.getFirst().grade;
        boolean asExpected =
                example.grade().map(grade::equals).orElse(grade.compareTo(Grade.WEAK) < 0);
        return asExpected
                ? Optional.empty()
                : Optional.of(
                        "is graded %s, not %s"
                                .formatted(
                                        grade.label(),
                                        example.grade()
                                                .map(Grade::label)
                                                .orElse("better than weak")));
    }

    private static boolean isOwn(RuleEntry entry, Hit hit) {
        return hit.rule.equals(entry.rule().id().text());
    }

    private static String names(List<Hit> hits) {
        return hits.stream().map(Hit::rule).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(" and "));
    }

    private List<Hit> hits(String text) {
        List<Hit> hits = new ArrayList<>();
        Artifact artifact = Artifact.InMemory.of(new Address.StandardInput(), text.getBytes(UTF_8));
        try {
            matcher.match(artifact, detection -> hits.add(hit(detection)));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be read", e);
        }
        return hits;
    }

    private static Hit hit(Detection detection) {
        try (var _ = detection.secret()) {
            return new Hit(detection.rule().id().text(), detection.grade());
        }
    }
}
