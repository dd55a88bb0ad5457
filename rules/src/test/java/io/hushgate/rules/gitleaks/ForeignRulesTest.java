package io.hushgate.rules.gitleaks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.core.Address;
import io.hushgate.core.match.Detection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignRulesTest {
    @TempDir private Path directory;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static List<String> find(ForeignRules rules, String path, String text) {
        List<String> found = new ArrayList<>();
        byte[] bytes = text.getBytes(UTF_8);
        rules.look(
                new Address.File(path),
                bytes,
                0,
                bytes.length,
                detection -> {
                    found.add(detection.rule().id() + " " + detection.location());
                    detection.discard();
                });
        return found;
    }

    @Test
    void aConfigurationOfGitleaksLooksInAScan() throws IOException {
        Path toml =
                file(
                        ".gitleaks.toml",
                        "[[rules]]\nid = \"My Token\"\nregex = '''key=(tok_[a-z]{4})'''\ntags = [\"severity:critical\"]\n");
        ForeignRules rules = ForeignRules.read(List.of(toml));
        // Columns as SARIF counts them, of the value and not of the match.
        assertThat(find(rules, "a.txt", "\u00e9\n\u00e9 key=tok_abcd\n"))
                .containsExactly("my-token a.txt:2:7");
        assertThat(rules.rules().getFirst().severity().label()).isEqualTo("critical");
    }

    @Test
    void rulesOfTrivy() throws IOException {
        Path yaml =
                file(
                        "trivy-secret.yaml",
                        """
                        rules:
                          - id: acme
                            category: general
                            title: Acme key
                            severity: MEDIUM
                            keywords: [acme]
                            regex: 'acme_(?P<secret>[a-z]{6})'
                            secret-group-name: secret
                            path: '\\.env$'
                            allow-rules:
                              - id: sample
                                regex: sample
                        allow-rules:
                          - id: tests
                            path: '(^|/)test/'
                        disable-rules: [aws-access-key-id]
                        """);
        ForeignRules rules = ForeignRules.read(List.of(yaml));
        assertThat(find(rules, "a.env", "acme_abcdef")).containsExactly("acme a.env:1:6");
        assertThat(find(rules, "a.txt", "acme_abcdef")).isEmpty();
        assertThat(find(rules, "test/a.env", "acme_abcdef")).isEmpty();
        assertThat(find(rules, "a.env", "acme_sample")).isEmpty();
        assertThat(rules.warnings()).anyMatch(warning -> warning.contains("disable-rules"));
        assertThat(rules.rules().getFirst().severity().label()).isEqualTo("medium");
    }

    @Test
    void detectorsOfTruffleHog() throws IOException {
        Path yaml =
                file(
                        "detectors.yml",
                        """
                        detectors:
                          - name: Acme
                            keywords: [acme]
                            regex:
                              id: 'aid-[0-9]{4}'
                              secret: 'acme-([a-z0-9]{8})'
                            primary_regex_name: secret
                            exclude_words: [example]
                            validations:
                              contains_digit: true
                            verify:
                              - endpoint: https://example.com/
                        """);
        ForeignRules rules = ForeignRules.read(List.of(yaml));
        assertThat(find(rules, "a", "aid-1234\nacme-abcd1234\n")).containsExactly("acme a:2:6");
        assertThat(find(rules, "a", "acme-abcd1234\n")).isEmpty();
        assertThat(find(rules, "a", "aid-1234 acme-abcdefgh\n")).isEmpty();
        assertThat(find(rules, "a", "aid-1234 acme-example1\n")).isEmpty();
        assertThat(rules.warnings()).anyMatch(warning -> warning.contains("verify"));
    }

    @Test
    void refusesWhatCannotFindAnything() throws IOException {
        Path empty = file("detectors.yaml", "detectors: []\n");
        assertThatThrownBy(() -> ForeignRules.read(List.of(empty)))
                .isInstanceOf(GitleaksProblem.class);
        Path broken = file("trivy-secret.yaml", "rules:\n  - id: a\n    regex: '(a'\n");
        assertThatThrownBy(() -> ForeignRules.read(List.of(broken)))
                .isInstanceOf(GitleaksProblem.class)
                .hasMessageContaining("RE2");
    }

    @Test
    void oursAreNotTheirs() throws IOException {
        Path ours = file("rules.yaml", "# ours\n- id: shop-token\n");
        assertThat(ForeignFile.kind(ours)).isEmpty();
        assertThat(ForeignFile.isRules(directory.resolve("missing.yaml"))).isFalse();
    }

    @Test
    void valuesThatWereAcceptedElsewhere() throws Exception {
        ForeignRules rules =
                ForeignRules.read(
                        List.of(
                                file(
                                        "r.toml",
                                        "[[rules]]\nid = \"t\"\nregex = '''tok_[a-z]{4}'''\n")));
        Path ignore = file(".gitleaksignore", "a.txt:any:1\n");
        Path baseline =
                file(
                        ".secrets.baseline",
                        """
                        {"version": "1.5.0", "plugins_used": [{"name": "x"}], "results": {
                          "b.txt": [{"type": "x", "filename": "b.txt", "hashed_secret": "%s", "line_number": 9},
                                    {"type": "x", "hashed_secret": "%s", "is_secret": true}]}}
                        """
                                .formatted(hash("SHA-1", "tok_bbbb"), hash("SHA-1", "tok_cccc")));
        Path settings =
                file(
                        ".gitguardian.yaml",
                        "version: 2\nsecret:\n  ignored_matches:\n    - match: %s\n    - match: tok_eeee\n  ignored_paths: ['vendor/**']\n  ignored_detectors: [x]\n"
                                .formatted(hash("SHA-256", "tok_dddd")));
        AcceptedElsewhere accepted = AcceptedElsewhere.read(List.of(ignore, baseline, settings));
        assertThat(by(accepted, rules, "a.txt", "tok_aaaa\ntok_aaaa\n"))
                .containsExactly("yes", "no");
        assertThat(by(accepted, rules, "b.txt", "tok_bbbb tok_cccc")).containsExactly("yes", "no");
        assertThat(by(accepted, rules, "c.txt", "tok_bbbb")).containsExactly("no");
        assertThat(by(accepted, rules, "c.txt", "tok_dddd tok_eeee")).containsExactly("yes", "yes");
        assertThat(by(accepted, rules, "vendor/c.txt", "tok_ffff")).containsExactly("yes");
        assertThat(accepted.warnings()).hasSize(1);
    }

    private static List<String> by(
            AcceptedElsewhere accepted, ForeignRules rules, String path, String text) {
        List<String> told = new ArrayList<>();
        byte[] bytes = text.getBytes(UTF_8);
        rules.look(
                new Address.File(path),
                bytes,
                0,
                bytes.length,
                detection -> {
                    Detection marked = accepted.marked(detection);
                    told.add(marked.remark().startsWith(AcceptedElsewhere.MARK) ? "yes" : "no");
                    detection.discard();
                });
        return told;
    }

    private static String hash(String algorithm, String value) throws Exception {
        byte[] digest =
                java.security.MessageDigest.getInstance(algorithm).digest(value.getBytes(UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
