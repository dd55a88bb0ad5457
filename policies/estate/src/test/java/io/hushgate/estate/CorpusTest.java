package io.hushgate.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.Section;
import io.hushgate.estate.fact.VaultFact.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Real files of many repositories: nothing throws, nothing known is missed, nothing depends on
 * order.
 */
class CorpusTest {
    private static final Path CORPORA =
            Path.of(System.getProperty("shared.dir", "../shared"), "corpora");

    private static List<EstateReading> read(String... groups) throws IOException {
        EstateReader reader = new EstateReader();
        List<EstateReading> readings = new ArrayList<>();
        for (String group : groups) {
            Path root = CORPORA.resolve(group);
            assumeTrue(Files.isDirectory(root), "corpora/" + group);
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String address = root.relativize(file).toString().replace('\\', '/');
                    readings.add(reader.read(address, Files.readAllBytes(file)));
                }
            }
        }
        return readings;
    }

    @Test
    void findsEveryPathThatIsKnownToBeInThePolicies() throws IOException {
        List<EstateReading> readings = read("vault-policies");
        Set<String> found = new HashSet<>();
        for (EstateReading reading : readings) {
            for (Fact fact : reading.facts()) {
                if (fact instanceof Policy policy) {
                    policy.rules()
                            .forEach(rule ->
                                    found.add(
                                            reading.address()
                                                    + ":"
                                                    + rule.line()
                                                    + ":"
                                                    + rule.path()));
                }
            }
        }

        List<String> expected = new ArrayList<>();
        for (String line : Files.readAllLines(CORPORA.resolve("EXPECT-vault-policies.csv"))) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("file")) {
                expected.add(cells[0] + ":" + cells[1] + ":" + cells[3]);
            }
        }

        assertThat(expected).hasSizeGreaterThan(50);
        assertThat(found).containsAll(expected);
        assertThat(readings).allSatisfy(reading -> assertThat(reading.facts()).isNotEmpty());
    }

    @Test
    void readsRolesAndManifestsOfRealRepositories() throws IOException {
        Estate estate =
                Estate.of(read("vault-k8s-roles", "rbac-charts", "secret-refs", "helm-values"));

        Map<Section, Long> counts =
                estate.facts().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Fact::section, TreeMap::new, Collectors.counting()));
        assertThat(counts)
                .containsEntry(Section.ROLES, 23L)
                .containsEntry(Section.RBAC_ROLES, 36L)
                .containsEntry(Section.RBAC_BINDINGS, 38L)
                .containsEntry(Section.SERVICE_ACCOUNTS, 35L)
                .containsEntry(Section.WORKLOADS, 74L)
                .containsEntry(Section.SECRET_STORES, 14L)
                .containsEntry(Section.USES, 79L);
    }

    @Test
    void theOrderOfReadingDoesNotChangeTheDocument() throws IOException {
        List<EstateReading> readings = read("vault-policies", "vault-k8s-roles", "rbac-charts");
        String document = Estate.of(readings).toJson();

        List<EstateReading> reversed = new ArrayList<>(readings);
        reversed.sort(Comparator.comparing(EstateReading::address).reversed());

        assertThat(Estate.of(reversed).toJson()).isEqualTo(document);
    }
}
