package io.hushgate.run;

import io.hushgate.config.SelfCheck;
import io.hushgate.core.Confidence;
import io.hushgate.core.Finding;
import io.hushgate.core.FingerprintKey;
import io.hushgate.core.Grade;
import io.hushgate.core.Severity;
import io.hushgate.core.Violation;
import io.hushgate.rules.Catalogue;
import io.hushgate.rules.verify.Answer;
import io.hushgate.rules.verify.Hosts;
import io.hushgate.rules.verify.Verification;
import io.hushgate.rules.verify.Verifier;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks services about what a run found, if it was told to, and grades findings by the answers. */
final class Verifications {
    /** Asks nobody. */
    static final Verifications NONE = new Verifications(null);

    private final @Nullable Hosts hosts;
    private final List<Violation> alarms = new ArrayList<>();
    private @Nullable Verifier verifier;

    Verifications(@Nullable Hosts hosts) {
        this.hosts = hosts;
    }

    /** Lets a look keep what can be asked about. */
    void begin(Look look, FingerprintKey key) {
        if (hosts == null) {
            return;
        }
        Map<String, Verification> byRule = new HashMap<>();
        Catalogue.shipped()
                .entries()
                .forEach(entry ->
                        entry.verification()
                                .ifPresent(how -> byRule.put(entry.rule().id().text(), how)));
        Verifier asking = new Verifier(byRule, hosts, key, Clock.systemUTC());
        verifier = asking;
        look.noteFor(asking);
    }

    /**
     * The findings with what the services said: a verified one has high confidence, an inactive one
     * shuts no gate.
     */
    List<Finding> judged(List<Finding> findings) {
        if (verifier == null) {
            return findings;
        }
        try (Verifier asking = verifier) {
            var answers = asking.ask();
            return findings.stream()
                    .map(finding -> judged(finding, answers.get(finding.fingerprint())))
                    .toList();
        }
    }

    private Finding judged(Finding finding, @Nullable Answer answer) {
        return switch (answer) {
            case null -> finding;
            case VERIFIED -> finding.judged(finding.severity(), Confidence.HIGH, Grade.VERIFIED);
            case INACTIVE -> finding.judged(Severity.INFO, Confidence.HIGH, Grade.INACTIVE);
            case UNKNOWN -> {
                alarms.add(
                        SelfCheck.UNVERIFIED.at(
                                finding.location(),
                                "nobody told whether this %s is still accepted"
                                        .formatted(finding.rule())));
                yield finding;
            }
        };
    }

    /** The values that nobody could tell about. */
    List<Violation> alarms() {
        return List.copyOf(alarms);
    }
}
