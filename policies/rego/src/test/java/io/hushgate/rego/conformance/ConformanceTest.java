package io.hushgate.rego.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hushgate.rego.ast.RegoVersion;
import io.hushgate.rego.builtin.Builtins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs OPA's conformance cases and prints how many pass. The lists {@code v1.txt}, {@code
 * v1-newer.txt} and {@code v0.txt} name each case that does not pass, and why; a case that fails
 * without standing there fails the build, and so does one that stands there and passes. {@code
 * -Dconformance.record} writes the lists anew, keeping the reasons that are known; what it has
 * changed is read before it is committed.
 */
final class ConformanceTest {
    @ParameterizedTest
    @CsvSource({"v1, V1", "v1-newer, V1", "v0, V0"})
    void passesAllCasesButThoseListed(String suiteName, RegoVersion version) throws IOException {
        Path shared = Path.of(System.getProperty("shared.dir", "shared"));
        assumeTrue(Files.isDirectory(shared.resolve("rego")), "no conformance cases at " + shared);
        Suite suite = Suite.read(shared, suiteName);
        Judge judge = new Judge(version, Builtins.standard().with(Sleep.BUILTIN));
        Waves waves = Waves.read();

        Map<String, String> complaints = new TreeMap<>();
        Map<String, int[]> passedOfAll = new LinkedHashMap<>();
        for (Case testCase : suite.cases()) {
            int[] counts = passedOfAll.computeIfAbsent(waves.of(testCase), _ -> new int[2]);
            counts[1]++;
            judge.complaint(testCase)
                    .ifPresentOrElse(
                            complaint -> complaints.put(testCase.id(), complaint),
                            () -> counts[0]++);
        }

        int all = suite.cases().size();
        System.out.printf("conformance %s: %d of %d%n", suiteName, all - complaints.size(), all);
        passedOfAll.forEach(ConformanceTest::print);
        print("all but unplanned", planned(passedOfAll));
        write(Path.of("target", "conformance", suiteName + ".txt"), complaints);
        if (System.getProperty("conformance.record") != null) {
            record(suiteName, complaints);
        }
        assertThat(complaints.keySet())
                .as(
                        "cases of %s that do not pass; reasons in target/conformance,"
                                + " -Dconformance.record writes the list",
                        suiteName)
                .isEqualTo(listed(suiteName));
    }

    private static void print(String what, int[] passedOf) {
        double percent = 100.0 * passedOf[0] / passedOf[1];
        System.out.printf("    %s: %d of %d, %.1f %%%n", what, passedOf[0], passedOf[1], percent);
    }

    /** The cases of what is refused by decision, such as {@code graphql.*}, judge nothing. */
    private static int[] planned(Map<String, int[]> passedOfAll) {
        int[] sum = new int[2];
        passedOfAll.forEach((wave, counts) -> {
            if (!wave.equals(Waves.UNPLANNED)) {
                sum[0] += counts[0];
                sum[1] += counts[1];
            }
        });
        return sum;
    }

    private static Set<String> listed(String suiteName) throws IOException {
        return reasons(suiteName).keySet();
    }

    private static Map<String, String> reasons(String suiteName) throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        for (String line : Files.readAllLines(list(suiteName))) {
            if (!line.startsWith("#")) {
                String[] parts = line.split(" -- ", 2);
                reasons.put(parts[0], parts[1]);
            }
        }
        return reasons;
    }

    private static void record(String suiteName, Map<String, String> complaints)
            throws IOException {
        Map<String, String> kept = new TreeMap<>(complaints);
        reasons(suiteName).forEach((id, reason) -> kept.computeIfPresent(id, (_, _) -> reason));
        write(list(suiteName), kept);
    }

    private static Path list(String suiteName) {
        return Path.of(
                System.getProperty("basedir", "."),
                "src/test/resources/io/hushgate/rego/conformance",
                suiteName + ".txt");
    }

    private static void write(Path file, Map<String, String> complaints) throws IOException {
        Files.createDirectories(file.getParent());
        List<String> lines = new ArrayList<>();
        lines.add("# Conformance cases that do not pass, and why: id -- reason");
        complaints.forEach((id, reason) ->
                lines.add(id + " -- " + reason.replace('\n', ' ').replace('\t', ' ')));
        Files.write(file, lines);
    }
}
