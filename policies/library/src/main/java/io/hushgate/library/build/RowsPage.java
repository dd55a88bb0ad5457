package io.hushgate.library.build;

import io.hushgate.library.CheckDescription;
import io.hushgate.library.Library;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The page that says, statement by statement, which check decides it and how it is tested, {@code
 * src/docs/rows.md}; a test keeps it as it should be.
 */
public final class RowsPage {
    private static final String SOURCES = "../../policies/library/src/main/rego/";

    private RowsPage() {}

    /** Renders the page as Markdown. */
    public static String render(List<Row> rows) {
        Map<String, CheckDescription> checks =
                Library.shipped().describe().stream()
                        .collect(Collectors.toMap(CheckDescription::id, Function.identity()));
        long open = rows.stream().filter(row -> !row.open().isEmpty()).count();
        StringBuilder page = new StringBuilder();
        page.append("# Statements and what decides them\n\n");
        page.append("Written by the build from `rows.json` and the METADATA of the checks.\n\n");
        page.append(
                "%d statements, %d of them with a check that is still open.\n"
                        .formatted(rows.size(), open));
        page.append(
                """
                Decided by: **F** one file, **R** a rendered chart or overlay, **X** several artifacts joined, **H** the
                git history, **L** live or exported data. The link of a check leads to its tests.

                ## Statements of the reference documents

                | Row | Statement | By | Decided by check or rule | Not decided |
                |---|---|---|---|---|
                """);
        rows.stream()
                .filter(row -> !row.title().isEmpty())
                .forEach(row -> line(row, row.title(), checks, page));
        page.append(
                """

                ## Checks of the policy reference

                Severity as the reference has it: C critical, H high, M medium, L low, I information; J joins several
                files.

                | Row | Severity | By | Decided by check | Not decided |
                |---|---|---|---|---|
                """);
        rows.stream()
                .filter(row -> row.title().isEmpty())
                .forEach(row -> line(row, row.severity(), checks, page));
        return page.toString();
    }

    private static void line(
            Row row, String second, Map<String, CheckDescription> checks, StringBuilder page) {
        List<String> deciding = new ArrayList<>();
        for (String id : row.checks()) {
            CheckDescription check = checks.get(id);
            deciding.add(
                    check == null
                            ? id
                            : "[%s](%s%s)"
                                    .formatted(
                                            id,
                                            SOURCES,
                                            check.file().replace(".rego", "_test.rego")));
        }
        row.rules().forEach(rule -> deciding.add("[" + rule + "](rules.md)"));
        List<String> lacking = new ArrayList<>();
        new TreeMap<>(row.open()).forEach((id, why) -> lacking.add(id + ": " + why));
        if (!row.note().isEmpty()) {
            lacking.add(row.note());
        }
        page.append(
                "| %s | %s | %s | %s | %s |\n"
                        .formatted(
                                row.id(),
                                second,
                                String.join(" ", row.decidedBy()),
                                String.join(", ", deciding),
                                String.join("; ", lacking)));
    }
}
