package io.hushgate.rules.gitleaks;

import io.hushgate.core.FingerprintKey;
import io.hushgate.core.Secret;
import io.hushgate.core.match.RuleSet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at fragments as gitleaks does and tells what it may of each leak. Shared between threads,
 * each of which makes a {@link Looker} of its own.
 */
public final class GitleaksScan {
    private final Detector detector;
    private final ShippedRules shipped;
    private final IgnoreFile ignored;
    private final LeakBaseline baseline;
    private final Redaction redaction;
    private final FingerprintKey key;

    /**
     * How to look.
     *
     * @param maxDecodeDepth how many encodings inside each other are undone
     * @param maxTargetMegabytes larger fragments are left out; 0 for none
     * @param ignoresAllowComments whether {@code gitleaks:allow} counts for nothing
     * @param redactPercent how much of each value is hidden at least, of 100
     */
    public record Options(
            int maxDecodeDepth,
            int maxTargetMegabytes,
            boolean ignoresAllowComments,
            int redactPercent) {
        /** As gitleaks looks without a flag. */
        public static final Options DEFAULT = new Options(5, 0, false, 0);
    }

    /**
     * Prepares.
     *
     * @param shipped the shipped rules that look beside those of the configuration
     * @param key makes the fingerprints of the values
     * @param now when tokens that say so are expired
     */
    public GitleaksScan(
            GitleaksConfig config,
            RuleSet shipped,
            IgnoreFile ignored,
            LeakBaseline baseline,
            Options options,
            FingerprintKey key,
            Instant now) {
        this.detector = new Detector(config, options);
        this.shipped = new ShippedRules(config, shipped, options, now);
        this.ignored = ignored;
        this.baseline = baseline;
        this.redaction = new Redaction(options.redactPercent());
        this.key = key;
    }

    /** Looks for one thread. */
    public final class Looker {
        private final ShippedRules.Looker engine = shipped.looker();

        private Looker() {}

        /** Everything that is found in a fragment and is neither allowed, ignored nor known. */
        public List<GitleaksFinding> look(Fragment fragment) {
            List<Hit> shippedHits = engine.look(fragment);
            List<Hit> hits = new ArrayList<>(detector.detect(fragment));
            hits.addAll(shippedHits);
            List<GitleaksFinding> findings = new ArrayList<>();
            for (Hit hit : Detector.withoutGeneric(hits)) {
                GitleaksFinding finding = finding(fragment, hit);
                List<String> names =
                        shippedHits.contains(hit)
                                ? RuleNames.theirs(hit.rule())
                                : List.of(hit.rule());
                if (!isKnown(finding, hit, names)) {
                    findings.add(finding);
                }
            }
            return findings;
        }
    }

    /** Tells whether an ignore file or a baseline has a finding, under any of its rule's names. */
    private boolean isKnown(GitleaksFinding finding, Hit hit, List<String> names) {
        boolean ignoredByName =
                names.stream()
                        .anyMatch(name ->
                                ignored.ignores(
                                        finding.commit().id(),
                                        finding.file(),
                                        name,
                                        finding.startLine()));
        return ignoredByName
                || baseline.knows(finding, hit)
                || (names.size() > 1 && baseline.knowsByName(finding, hit, names));
    }

    /** Makes what looks for one thread. */
    public Looker looker() {
        return new Looker();
    }

    private GitleaksFinding finding(Fragment fragment, Hit hit) {
        byte[] bytes = hit.secret().getBytes(StandardCharsets.UTF_8);
        try (Secret secret = Secret.copyOf(bytes, 0, bytes.length)) {
            return new GitleaksFinding(
                    hit.rule(),
                    hit.description(),
                    fragment.startLine() + hit.place().startLine(),
                    fragment.startLine() + hit.place().endLine(),
                    hit.place().startColumn(),
                    hit.place().endColumn(),
                    redaction.in(hit.match(), hit.secret()),
                    redaction.of(hit.secret()),
                    fragment.path(),
                    fragment.link(),
                    fragment.commit().orElse(GitleaksFinding.NO_COMMIT),
                    hit.entropy(),
                    hit.tags(),
                    key.of(secret));
        }
    }
}
