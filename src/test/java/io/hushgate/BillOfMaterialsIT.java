package io.hushgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bill of materials names every library that is shipped, with its hash and its licence. */
class BillOfMaterialsIT {
    private static final Path HOME = Path.of(System.getProperty("distribution.home", ""));
    private static JsonNode bill;

    @BeforeAll
    static void read() throws Exception {
        Path file = HOME.resolve("hushgate.cdx.json");
        assumeTrue(Files.exists(file), "built offline: the bill of materials is made online only");
        bill = new ObjectMapper().readTree(file.toFile());
    }

    @Test
    void namesEveryLibraryWithItsHash() throws Exception {
        Map<String, JsonNode> components = new HashMap<>();
        for (JsonNode component : bill.get("components")) {
            components.put(
                    component.get("name").asText() + "-" + component.get("version").asText(),
                    component);
        }
        for (Path jar : jars()) {
            String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
            JsonNode component = components.remove(name);
            assertThat(component).as(name).isNotNull();
            if (isChanged(component)) { // decisions 0007 and 0011
                assertThat(hash(component)).as(name).isNotEqualTo(sha256(jar));
            } else {
                assertThat(hash(component)).as(name).isEqualTo(sha256(jar));
            }
        }
        assertThat(components).isEmpty();
    }

    @Test
    void namesALicenceForEach() {
        for (JsonNode component : bill.get("components")) {
            assertThat(component.path("licenses").toString())
                    .as(component.get("purl").asText())
                    .containsPattern("\"(id|name|expression)\":\"[^\"]+\"");
        }
    }

    private static List<Path> jars() throws Exception {
        try (Stream<Path> files = Files.list(HOME.resolve("lib"))) {
            return files.filter(file -> !file.endsWith("hushgate.jar")).sorted().toList();
        }
    }

    /** What the build changes after it was hashed: our own jars, and picocli's class files. */
    private static boolean isChanged(JsonNode component) {
        String group = component.get("group").asText();
        return group.equals("io.hushgate") || group.equals("info.picocli");
    }

    private static String hash(JsonNode component) {
        return StreamSupport.stream(component.get("hashes").spliterator(), false)
                .filter(hash -> hash.get("alg").asText().equals("SHA-256"))
                .map(hash -> hash.get("content").asText())
                .findFirst()
                .orElseThrow();
    }

    private static String sha256(Path file) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest);
    }
}
