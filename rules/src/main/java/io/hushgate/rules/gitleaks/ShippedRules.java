package io.hushgate.rules.gitleaks;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Limits;
import io.hushgate.core.match.Detection;
import io.hushgate.core.match.MatchOptions;
import io.hushgate.core.match.Matcher;
import io.hushgate.core.match.RuleSet;
import io.hushgate.core.rule.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The shipped rules in the place of gitleaks' default ones: their findings told as gitleaks tells
 * its own, and held against the allowlists of the configuration. They decode in their own way,
 * whatever depth is asked for but 0.
 */
final class ShippedRules {
    private static final String ALLOW = "gitleaks:allow";

    private final GitleaksConfig config;
    private final RuleSet rules;
    private final GitleaksScan.Options options;
    private final Instant now;
    private final Set<String> off = new HashSet<>();
    private final Map<String, GitleaksRule> refined = new HashMap<>();

    ShippedRules(GitleaksConfig config, RuleSet rules, GitleaksScan.Options options, Instant now) {
        this.config = config;
        this.rules = rules;
        this.options = options;
        this.now = now;
        config.withoutShipped().forEach(id -> off.addAll(RuleNames.ours(id)));
        for (GitleaksRule rule : config.refinements()) {
            RuleNames.ours(rule.id())
                    .forEach(id ->
                            refined.merge(
                                    id, rule, (first, more) -> first.with(more.allowlists())));
        }
    }

    /** Looks for one thread. */
    final class Looker {
        private final Optional<Matcher> matcher =
                config.withShipped() && !rules.rules().isEmpty()
                        ? Optional.of(rules.matcher(new MatchOptions(Limits.DEFAULT, now, false)))
                        : Optional.empty();

        List<Hit> look(Fragment fragment) {
            boolean allowed =
                    matcher.isEmpty()
                            || config.allowlists().stream()
                                    .anyMatch(list -> list.allowsAllOf(fragment));
            List<Hit> hits = new ArrayList<>();
            if (!allowed) {
                Lines lines = new Lines(fragment.bytes());
                Address address = new Address.File(fragment.path());
                try {
                    matcher.get()
                            .match(
                                    Artifact.InMemory.of(address, fragment.bytes()),
                                    detection -> add(detection, fragment, lines, hits));
                } catch (IOException e) {
                    throw new UncheckedIOException("bytes in memory can be read", e);
                }
            }
            return hits;
        }
    }

    Looker looker() {
        return new Looker();
    }

    private void add(Detection detection, Fragment fragment, Lines lines, List<Hit> hits) {
        Rule rule = detection.rule();
        String id = rule.id().text();
        try (var secret = detection.secret()) {
            if (off.contains(id)) {
                return;
            }
            String value = secret.read(bytes -> new String(bytes, StandardCharsets.UTF_8));
            int from = (int) detection.span().start();
            int to = (int) detection.span().end();
            Lines.Place place = lines.place(from, to);
            String line = lines.text(place);
            List<Allowlist> lists = new ArrayList<>(config.allowlists());
            GitleaksRule refinement = refined.get(id);
            if (refinement != null) {
                lists.addAll(refinement.allowlists());
            }
            boolean quiet =
                    (line.contains(ALLOW) && !options.ignoresAllowComments())
                            || lists.stream().anyMatch(list -> list.allowsAllOf(fragment))
                            || lists.stream()
                                    .anyMatch(list -> list.allows(fragment, value, value, line));
            if (!quiet) {
                hits.add(
                        new Hit(
                                id,
                                rule.title(),
                                from,
                                to,
                                place,
                                line,
                                value,
                                value,
                                (float) Detector.entropy(value),
                                List.of(detection.severity().label(), detection.grade().label())));
            }
        }
    }
}
