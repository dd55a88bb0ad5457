package io.hushgate.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.library.build.Row;
import io.hushgate.library.build.RowsPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No statement is forgotten, and what is said to decide one does exist. */
class RowsTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));

    /** How many statements each of the five reference documents has. */
    private static final List<Integer> STATEMENTS = List.of(16, 14, 51, 48, 26);

    private static final Pattern RULE = Pattern.compile("(?m)^\\s*-?\\s*id: (\\S+)$");

    private static List<Row> rows() throws IOException {
        return Row.read(Files.readString(ROOT.resolve("policies/library/src/main/rows/rows.json")));
    }

    @Test
    void everyStatementOfTheReferenceDocumentsIsListedOnce() throws IOException {
        List<String> expected = new ArrayList<>();
        for (int document = 0; document < STATEMENTS.size(); document++) {
            for (int row = 1; row <= STATEMENTS.get(document); row++) {
                expected.add("S%d.%d".formatted(document + 1, row));
            }
        }

        assertThat(rows().stream().map(Row::id).filter(id -> id.startsWith("S")))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void everyRowIsDecidedOrSaysWhyNot() throws IOException {
        assertThat(rows())
                .allSatisfy(row ->
                        assertThat(
                                        row.checks().size()
                                                + row.rules().size()
                                                + row.open().size()
                                                + row.note().length())
                                .as(row.id())
                                .isPositive());
    }

    @Test
    void whatOnlyExportsDecideSaysWhichOne() throws IOException {
        assertThat(rows())
                .filteredOn(row -> row.decidedBy().equals(List.of("L")))
                .allSatisfy(row -> assertThat(row.note()).as(row.id()).isNotEmpty());
    }

    @Test
    void everyCheckOfTheTableExistsAndNoOpenOneDoes() throws IOException {
        Set<String> shipped =
                Library.shipped().describe().stream()
                        .map(CheckDescription::id)
                        .collect(Collectors.toSet());

        assertThat(rows().stream().flatMap(row -> row.checks().stream())).isSubsetOf(shipped);
        assertThat(rows().stream().flatMap(row -> row.open().keySet().stream()))
                .doesNotContainAnyElementsOf(shipped);
    }

    @Test
    void everyRuleOfTheTableExists() throws IOException {
        Set<String> rules = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("rules/catalogue"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                RULE.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> rules.add(found.group(1)));
            }
        }

        assertThat(rows().stream().flatMap(row -> row.rules().stream())).isSubsetOf(rules);
    }

    @Test
    void thePageOfRowsIsCurrent() throws IOException {
        Path page = ROOT.resolve("src/docs/rows.md");
        String rendered = RowsPage.render(rows());
        if (Boolean.getBoolean("golden.record")) {
            Files.writeString(page, rendered);
        }
        assertThat(Files.readString(page)).isEqualTo(rendered);
    }
}
