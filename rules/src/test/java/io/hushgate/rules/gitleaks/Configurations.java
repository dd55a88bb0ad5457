package io.hushgate.rules.gitleaks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.core.FingerprintKey;
import io.hushgate.core.match.RuleSet;
import java.time.Instant;
import java.util.List;

/** Runs configurations over texts, with a fixed key and no shipped rules. */
final class Configurations {
    private Configurations() {}

    static List<GitleaksFinding> find(String config, String path, String text) {
        return find(config, GitleaksScan.Options.DEFAULT, LeakBaseline.NONE, path, text);
    }

    static List<GitleaksFinding> find(
            String config,
            GitleaksScan.Options options,
            LeakBaseline baseline,
            String path,
            String text) {
        GitleaksScan scan =
                new GitleaksScan(
                        GitleaksConfig.parse("test.toml", config),
                        RuleSet.compile(List.of()),
                        IgnoreFile.read(List.of()),
                        baseline,
                        options,
                        FingerprintKey.of(new byte[FingerprintKey.BYTES]),
                        Instant.EPOCH);
        return scan.looker().look(Fragment.ofFile(path, "", 1, text.getBytes(UTF_8)));
    }

    /** {@code rule:line} of each. */
    static List<String> places(List<GitleaksFinding> findings) {
        return findings.stream()
                .map(finding -> finding.rule() + ":" + finding.startLine())
                .toList();
    }
}
