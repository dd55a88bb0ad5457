package io.hushgate.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.VaultFact.Role;
import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EstateReaderTest {
    private static final EstateReader READER = new EstateReader();

    private static EstateReading read(String address, String text) {
        return READER.read(address, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void looksOnlyAtWhatMayConcernIt() {
        assertThat(read("Main.java", "path \"x\" { capabilities = [] }").relevant()).isFalse();
        assertThat(read("values.yaml", "replicas: 3\n").relevant()).isFalse();
        assertThat(READER.read("x.yaml", new byte[] {'k', 'i', 'n', 'd', ':', 0}).relevant())
                .isFalse();
        assertThat(read("a/run", "#!/usr/bin/env bash\nvault secrets enable kv\n").facts())
                .hasSize(2);
        assertThat(read("policy.hcl.tmpl", "path \"x\" { capabilities = [\"read\"] }").facts())
                .hasSize(1);
    }

    @Test
    void readsExportsOfVault() {
        String role =
                """
                {"request_id": "1", "data": {"bound_service_account_names": ["web"],
                 "bound_service_account_namespaces": ["*"], "token_policies": ["p"], "token_ttl": 0}}
                """;

        Role read = (Role) read("exports/web.json", role).facts().getFirst();

        assertThat(read.name()).isEqualTo("web");
        assertThat(read.bound().namespaces()).containsExactly("*");
        assertThat(
                        read(
                                        "mounts.json",
                                        "{\"secret/\": {\"type\": \"kv\", \"accessor\": \"kv_1\", \"options\": {\"version\": \"2\"}}}")
                                .facts())
                .hasSize(1);
    }

    @Test
    void knowsARolesKindByTheMethodThatIsMountedThere() {
        Estate estate =
                Estate.of(
                        List.of(
                                read("a.sh", "vault auth enable -path=robots approle"),
                                read("b.sh", "vault write auth/robots/role/ci token_policies=ci")));

        assertThat(estate.facts())
                .filteredOn(Role.class::isInstance)
                .map(Role.class::cast)
                .extracting(Role::kind)
                .containsExactly("approle");
    }

    @Test
    void keepsNoCredentialThatStandsInAnAddressOrAMistake() {
        String store =
                """
                apiVersion: secrets.hashicorp.com/v1beta1
                kind: VaultConnection
                metadata: {name: c}
                spec: {address: "https://admin:%s@vault:8200"}
                """
                        .formatted("Zx81" + "Spectrum48K");

        assertThat(Estate.of(List.of(read("c.yaml", store))).toJson())
                .contains("https://vault:8200")
                .doesNotContain("Zx81");
        assertThat(read("x.json", "{\"path\": {\"a\": Zx81Spectrum48K}}").diagnostics())
                .singleElement()
                .satisfies(one -> assertThat(one.toString()).doesNotContain("Zx81"));
        assertThat(
                        read("x.tf", "resource \"vault_policy\" \"p\" {\n  Zx81Spectrum48K\n}\n")
                                .diagnostics())
                .singleElement()
                .satisfies(one -> assertThat(one.toString()).doesNotContain("Zx81"));
    }

    @Test
    void saysNothingOfATemplateThatIsNoConcern() {
        assertThat(read("x.yaml", "a: {{ secret }}\nb: 1\n").diagnostics()).isEmpty();
        assertThat(read("x.yaml", "jobs: [\nb: 1\n").diagnostics()).hasSize(1);
    }

    @Test
    void saysNothingOfAMistakeWhereNothingCouldBe() {
        assertThat(read("x.yaml", "secret: [\nb: 1\n").diagnostics()).isEmpty();
    }

    @Test
    void saysWhatIsTooLong() {
        EstateReading reading =
                new EstateReader(new Limits(16, 10, 10, 10))
                        .read(
                                "x.hcl",
                                "path \"x\" { capabilities = [\"read\"] }"
                                        .getBytes(StandardCharsets.UTF_8));

        assertThat(reading.diagnostics())
                .extracting(diagnostic -> diagnostic.problem().code())
                .containsExactly(Problem.Code.LIMIT_SIZE);
    }

    @Test
    void survivesRealFilesThatWereCutAndMixed() throws IOException {
        Path corpora = Path.of(System.getProperty("shared.dir", "../shared"), "corpora");
        assumeTrue(Files.isDirectory(corpora), "corpora");
        List<Path> files;
        try (Stream<Path> all = Files.walk(corpora.resolve("vault-k8s-roles"))) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Random random = new Random(42);
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            for (int i = 0; i < 20; i++) {
                byte[] broken = broken(bytes, random);
                String name = file.getFileName().toString();
                assertThatCode(() -> sane(READER.read(name, broken), broken))
                        .doesNotThrowAnyException();
                assertThatCode(() -> sane(READER.read("x.sh", broken), broken))
                        .doesNotThrowAnyException();
                assertThatCode(() -> sane(READER.read("x.tf", broken), broken))
                        .doesNotThrowAnyException();
                assertThatCode(() -> sane(READER.read("x.md", broken), broken))
                        .doesNotThrowAnyException();
                assertThatCode(() -> sane(READER.read("x.json", broken), broken))
                        .doesNotThrowAnyException();
            }
        }
    }

    private static byte[] broken(byte[] bytes, Random random) {
        byte[] broken = bytes.clone();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            int at = random.nextInt(broken.length);
            switch (random.nextInt(3)) {
                case 0 -> broken[at] = (byte) "{}[]\"'`:$#\\\n\t -&*|<>".charAt(random.nextInt(20));
                case 1 -> broken[at] = (byte) (1 + random.nextInt(254));
                default -> {
                    int length = Math.min(random.nextInt(40), broken.length - at);
                    System.arraycopy(
                            bytes, random.nextInt(bytes.length - length + 1), broken, at, length);
                }
            }
        }
        return broken;
    }

    private static void sane(EstateReading reading, byte[] content) {
        long lines = new String(content, StandardCharsets.UTF_8).lines().count() + 1;
        for (Fact fact : reading.facts()) {
            assertThat((long) fact.at().line()).isLessThanOrEqualTo(lines);
        }
        Estate.of(List.of(reading)).toJson();
    }
}
