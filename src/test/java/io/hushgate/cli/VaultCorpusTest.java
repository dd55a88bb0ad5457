package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Real Vault policies, and what somebody else expects of them. */
class VaultCorpusTest {
    private static final Path CORPORA = Path.of(System.getProperty("shared.dir"), "corpora");

    @Test
    void complainsExactlyAboutWhatIsExpected() throws IOException {
        Path expectations = CORPORA.resolve("EXPECT-vault-policies.csv");
        assumeTrue(Files.exists(expectations), "the corpora are not on this machine");
        Set<String> expected = new TreeSet<>();
        List<String> lines = Files.readAllLines(expectations);
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            expected.add(fields[0] + ":" + fields[1] + " " + fields[2]);
        }
        Set<String> ids =
                expected.stream()
                        .map(row -> row.substring(row.indexOf(' ') + 1))
                        .collect(Collectors.toSet());
        Result result =
                Program.run(
                        CORPORA.resolve("vault-policies"),
                        "scan",
                        "--only",
                        "policies",
                        "-f",
                        "json",
                        ".");
        Set<String> actual = violations(result.out());
        actual.removeIf(row -> !ids.contains(row.substring(row.indexOf(' ') + 1)));
        assertThat(actual).hasSize(57).isEqualTo(expected);
    }

    /** {@code path:line id} of each violation. */
    private static Set<String> violations(String json) {
        Set<String> rows = new TreeSet<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            String id = "";
            String path = "";
            boolean primary = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.PROPERTY_NAME) {
                    continue;
                }
                switch (parser.currentName()) {
                    case "id" -> id = parser.nextStringValue();
                    case "location" -> primary = true;
                    case "path" -> path = parser.nextStringValue();
                    case "startLine" -> {
                        parser.nextToken();
                        if (primary && !id.isEmpty()) {
                            rows.add(path + ":" + parser.getIntValue() + " " + id);
                        }
                        primary = false;
                        id = "";
                    }
                    default -> {}
                }
            }
        }
        return rows;
    }
}
