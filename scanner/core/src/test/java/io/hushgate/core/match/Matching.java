package io.hushgate.core.match;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Confidence;
import io.hushgate.core.Limits;
import io.hushgate.core.RuleId;
import io.hushgate.core.Severity;
import io.hushgate.core.rule.Check;
import io.hushgate.core.rule.Evidence;
import io.hushgate.core.rule.Form;
import io.hushgate.core.rule.Rule;
import io.hushgate.core.rule.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Rules and readers for tests of the engine. */
final class Matching {
    static final MatchOptions OPTIONS =
            new MatchOptions(Limits.DEFAULT, Instant.parse("2026-01-01T00:00:00Z"), false);
    static final MatchOptions EVERYTHING =
            new MatchOptions(Limits.DEFAULT, Instant.parse("2026-01-01T00:00:00Z"), true);

    private static final String ALNUM =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private Matching() {}

    /** A value of the alphabet of base 62, the same for the same seed. */
    static String alnum(int length, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALNUM.charAt(random.nextInt(ALNUM.length())));
        }
        return text.toString();
    }

    static Rule token(String id, String keyword, String pattern, Check... checks) {
        return rule(
                id,
                new Form.Token(List.of(keyword), pattern, false),
                new Evidence(List.of(checks), 0, 0, Optional.empty()),
                Surroundings.ANY);
    }

    static Rule rule(String id, Form form, Evidence evidence, Surroundings near) {
        return new Rule(
                new RuleId(id), id, Severity.HIGH, form, evidence, near, "Revoke it", List.of());
    }

    static Surroundings near(int distance, Optional<RuleId> partner, String... words) {
        return new Surroundings(List.of(words), distance, partner, Confidence.HIGH, List.of());
    }

    /** A rule set in which most things occur. */
    static RuleSet rules() {
        return RuleSet.compile(
                List.of(
                        token("tok", "tok_", "\\b(?<secret>tok_\\w{12})\\b"),
                        token("tail", "q~z", "(?<secret>\\w{3}q~z\\w{8})"),
                        rule(
                                "block",
                                new Form.Token(
                                        List.of("-begin-"),
                                        "-BEGIN-(?<secret>[a-z\\n]{10,4000})-END-",
                                        false),
                                Evidence.NONE,
                                Surroundings.ANY),
                        rule(
                                "pair-id",
                                new Form.Token(List.of("pid:"), "pid:(?<secret>\\d{6})", false),
                                Evidence.NONE,
                                near(200, Optional.of(new RuleId("pair-key")))),
                        token("pair-key", "pkey:", "pkey:(?<secret>[a-z]{6})"),
                        rule(
                                "near",
                                new Form.Token(List.of("zzz-"), "zzz-(?<secret>\\d{5})", false),
                                Evidence.NONE,
                                near(300, Optional.empty(), "acme")),
                        rule(
                                "assigned",
                                new Form.Assigned(List.of("acme_key"), "[0-9a-f]{16}", false),
                                Evidence.NONE,
                                Surroundings.ANY),
                        rule(
                                "generic",
                                new Form.Generic(List.of("password", "secret")),
                                Evidence.NONE,
                                Surroundings.ANY)));
    }

    static List<String> inMemory(RuleSet rules, MatchOptions options, byte[] text)
            throws IOException {
        return run(rules, options, Artifact.InMemory.of(new Address.File("a.yaml"), text));
    }

    static List<String> run(RuleSet rules, MatchOptions options, Artifact artifact)
            throws IOException {
        List<String> found = new ArrayList<>();
        rules.matcher(options).match(artifact, detection -> found.add(line(detection)));
        return found;
    }

    /** Everything about a detection, as text; the values of tests are no secrets. */
    static String line(Detection d) {
        try (var secret = d.secret()) {
            return "%s %s %d-%d %d:%d-%d:%d %s %s"
                    .formatted(
                            d.rule().id(),
                            secret.read(b -> new String(b, StandardCharsets.UTF_8)),
                            d.span().start(),
                            d.span().end(),
                            d.region().startLine(),
                            d.region().startColumn(),
                            d.region().endLine(),
                            d.region().endColumn(),
                            d.grade().label(),
                            d.confidence().label());
        }
    }

    /** An artifact that hands out its bytes in pieces of the given sizes, over and over. */
    static Artifact.Streamed streamed(byte[] bytes, int... sizes) {
        return new Artifact.Streamed() {
            private int at;
            private int turn;

            @Override
            public Address address() {
                return new Address.File("a.yaml");
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (at == bytes.length) {
                    return -1;
                }
                int size = Math.max(1, sizes[turn++ % sizes.length]);
                int n = Math.min(Math.min(size, length), bytes.length - at);
                System.arraycopy(bytes, at, into, offset, n);
                at += n;
                return n;
            }
        };
    }
}
