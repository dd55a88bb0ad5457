package io.hushgate.run;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.Tars;
import io.hushgate.core.Finding;
import io.hushgate.core.Limits;
import io.hushgate.core.Location;
import io.hushgate.report.Report;
import io.hushgate.rules.sample.Template;
import io.hushgate.run.ScanRequest.Extent;
import io.hushgate.run.ScanRequest.Half;
import io.hushgate.source.Workers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One value everywhere: what a rule finds once is shown wherever else it stands. */
class SecondLookTest {
    private static final String TOKEN = Template.parse("${github:ghp_}").render("second look");

    @TempDir private Path directory;

    @Test
    void aValueFoundOnceIsShownInEveryForm() throws IOException {
        write("deploy/app.env", "TOKEN=" + TOKEN + "\n");
        write("logs/build.log", "ok\nheader: " + base64("robot:" + TOKEN) + "\n");
        write("logs/dump.txt", "0000 " + HexFormat.of().formatHex(TOKEN.getBytes(UTF_8)) + "\n");
        zip("site.zip", "page.html", "<i>" + base64(base64(TOKEN)) + "</i>");
        write("other.txt", "nothing here\n");

        Report report = scan(Workers.ONE);

        assertThat(report.findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule().text()).isEqualTo("github-pat");
                    assertThat(finding.occurrences())
                            .extracting(place -> place.address().text())
                            .containsExactly(
                                    "deploy/app.env",
                                    "logs/build.log",
                                    "logs/dump.txt",
                                    "site.zip!page.html");
                    assertThat(finding.occurrences().get(1)).hasToString("logs/build.log:2:17");
                });
        assertThat(report.coverage().artifacts()).isEqualTo(6);
    }

    /** Base64 at each of its three alignments, hexadecimal and UTF-16: in logs and in layers. */
    @Test
    void aLogAndALayerShowAValueInEveryEncoding() throws IOException {
        byte[] token = TOKEN.getBytes(UTF_8);
        List<String> forms =
                List.of(
                        base64(TOKEN),
                        base64("u" + TOKEN),
                        base64("us" + TOKEN),
                        base64(base64(TOKEN)),
                        HexFormat.of().formatHex(token),
                        HexFormat.of().withUpperCase().formatHex(token),
                        Base64.getEncoder().encodeToString(TOKEN.getBytes(UTF_16LE)));
        write("app.env", "TOKEN=" + TOKEN + "\n");
        Map<String, byte[]> layer = new TreeMap<>();
        for (int i = 0; i < forms.size(); i++) {
            String time = "2026-01-31T10:20:30.1234567Z ";
            String cut = new StringBuilder(forms.get(i)).insert(9, "\u001b[0m").toString();
            write("ci/" + i + ".log", time + "start\n" + time + "echo " + cut + "\n");
            layer.put("srv/" + i, ("x: " + forms.get(i)).getBytes(UTF_8));
        }
        layer.put("srv/wide", ("x: " + TOKEN).getBytes(UTF_16LE));
        Path image = directory.resolveSibling(directory.getFileName() + "-image.tar");
        Files.write(
                image,
                Tars.of(
                        Map.of(
                                "l.tar",
                                Tars.of(layer),
                                "c.json",
                                "{}".getBytes(UTF_8),
                                "manifest.json",
                                "[{\"Config\":\"c.json\",\"Layers\":[\"l.tar\"]}]"
                                        .getBytes(UTF_8))));
        try {
            assertThat(scan(Workers.ONE, List.of("dir:" + directory, "image:" + image)).findings())
                    .singleElement()
                    .satisfies(finding ->
                            assertThat(finding.occurrences())
                                    .extracting(place -> place.address().path())
                                    .contains("srv/wide")
                                    .hasSize(2 + 2 * forms.size()));
        } finally {
            Files.delete(image);
        }
    }

    @Test
    void theNumberOfJobsMakesNoDifference() throws IOException {
        for (int i = 0; i < 40; i++) {
            String token = Template.parse("${github:ghp_}").render("job " + i % 7);
            write("a/" + i, (i % 3 == 0 ? token : base64("::" + token)) + "\n");
        }
        List<Finding> alone = scan(Workers.ONE).findings();
        assertThat(alone).hasSize(7);
        List<String> places = places(alone);
        for (int jobs = 2; jobs < 6; jobs++) {
            assertThat(places(scan(new Workers(jobs)).findings())).isEqualTo(places);
        }
    }

    @Test
    void keepsTheBeginningOfWhatComesOnce() throws IOException {
        byte[] bytes = new byte[RememberedInput.KEPT + 1234];
        new Random(1).nextBytes(bytes);
        try (RememberedInput input = new RememberedInput(new ByteArrayInputStream(bytes))) {
            input.transferTo(OutputStream.nullOutputStream());
            assertThat(input.again().readAllBytes())
                    .isEqualTo(java.util.Arrays.copyOf(bytes, RememberedInput.KEPT));
        }
    }

    private static List<String> places(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.occurrences().stream().map(Location::toString).toList())
                .map(List::toString)
                .toList();
    }

    private Report scan(Workers workers) {
        return scan(workers, List.of("dir:" + directory));
    }

    private static Report scan(Workers workers, List<String> targets) {
        return Scan.of(
                        new ScanRequest(
                                targets,
                                new Extent.AsItLies(false),
                                Set.of(Half.LEAKS),
                                Optional.empty(),
                                Optional.empty(),
                                new ScanRequest.Baselines.Ignored(),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                false,
                                workers,
                                Limits.DEFAULT,
                                ScanRequest.Images.ALL))
                .run(new Progress());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void zip(String path, String entry, String text) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(directory.resolve(path)))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(text.getBytes(UTF_8));
        }
    }
}
