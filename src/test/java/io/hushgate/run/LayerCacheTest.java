package io.hushgate.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hushgate.Tars;
import io.hushgate.core.Finding;
import io.hushgate.core.Limits;
import io.hushgate.report.Report;
import io.hushgate.rules.sample.Template;
import io.hushgate.run.ScanRequest.Extent;
import io.hushgate.run.ScanRequest.Half;
import io.hushgate.source.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerCacheTest {
    private static final String TOKEN = Template.parse("${github:ghp_}").render("kept layer");
    @TempDir private Path directory;

    /** An image of two layers: a token, and its base64 where no rule sees it. */
    private Path image(String second) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] lower = Tars.of(Map.of("app.env", ("T=" + TOKEN + "\n").getBytes(UTF_8)));
        byte[] upper = Tars.of(Map.of("page.html", second.getBytes(UTF_8)));
        files.put("a.tar", lower);
        files.put("b.tar", upper);
        String config =
                "{\"os\":\"linux\",\"architecture\":\"amd64\",\"rootfs\":{\"diff_ids\":[\"%s\",\"%s\"]}}"
                        .formatted(Tars.digest(lower), Tars.digest(upper));
        files.put("c.json", config.getBytes(UTF_8));
        files.put(
                "manifest.json",
                "[{\"Config\":\"c.json\",\"Layers\":[\"a.tar\",\"b.tar\"]}]".getBytes(UTF_8));
        return Files.write(directory.resolve("app.tar"), Tars.of(files));
    }

    private Report scan(Path image, boolean remembering, Optional<Path> config) {
        Optional<Path> cache =
                remembering ? Optional.of(directory.resolve("cache")) : Optional.empty();
        return Scan.of(
                        new ScanRequest(
                                List.of(image.toString()),
                                new Extent.AsItLies(false),
                                Set.of(Half.values()),
                                config,
                                Optional.empty(),
                                new ScanRequest.Baselines.Ignored(),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                false,
                                Workers.ONE,
                                Limits.DEFAULT,
                                new ScanRequest.Images(
                                        Optional.empty(), Set.of(), List.of(), cache)))
                .run(new Progress());
    }

    private Optional<Path> withKey() throws IOException {
        Files.writeString(directory.resolve("key"), "5a".repeat(32));
        return Optional.of(
                Files.writeString(
                        directory.resolve("hushgate.yaml"), "fingerprint-key-file: key\n"));
    }

    private static List<String> told(Report report) {
        return report.findings().stream().map(Finding::toString).toList();
    }

    @Test
    void aReportIsTheSameWhateverWasSeenBefore() throws IOException {
        String twice = Base64.getEncoder().encodeToString(("::" + TOKEN).getBytes(UTF_8));
        Path image = image("<i>" + twice + "</i>");
        Report fresh = scan(image, false, withKey());
        assertThat(fresh.coverage().isComplete()).isTrue();
        assertThat(fresh.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.occurrences()).hasSize(2));
        for (int run = 0; run < 3; run++) {
            Report report = scan(image, true, withKey());
            assertThat(told(report)).isEqualTo(told(fresh));
            assertThat(report.coverage()).isEqualTo(fresh.coverage());
        }
    }

    @Test
    void whatIsKeptHoldsNoValue() throws IOException {
        scan(image("<i>nothing</i>"), true, withKey());
        try (Stream<Path> files = Files.list(directory.resolve("cache"))) {
            List<Path> all = files.toList();
            assertThat(all).isNotEmpty();
            for (Path file : all) {
                assertThat(Files.readString(file, ISO_8859_1))
                        .doesNotContain(TOKEN.substring(0, 8));
            }
        }
    }

    @Test
    void withoutAKeyThatLastsNothingIsKept() throws IOException {
        assumeTrue(System.getenv(FingerprintKeys.VARIABLE) == null, "a key is set");
        Path image = image("");
        assertThatThrownBy(() -> scan(image, true, Optional.empty()))
                .isInstanceOf(RunProblem.class)
                .hasMessageContaining("--layer-cache")
                .hasMessageContaining("HUSHGATE_FINGERPRINT_KEY");
        assertThat(directory.resolve("cache")).doesNotExist();
    }
}
