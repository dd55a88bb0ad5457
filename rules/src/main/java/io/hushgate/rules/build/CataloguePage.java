package io.hushgate.rules.build;

import io.hushgate.core.rule.Form;
import io.hushgate.core.rule.Rule;
import io.hushgate.rules.RuleEntry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The list of rules as a Markdown page: one table a family, one line a rule. */
public final class CataloguePage {
    private CataloguePage() {}

    /** Writes the page. The order is that of the files, so that a new rule is a line in a diff. */
    public static String of(List<RuleEntry> entries) {
        Map<String, List<RuleEntry>> byFile =
                entries.stream()
                        .collect(
                                Collectors.groupingBy(
                                        RuleEntry::file, TreeMap::new, Collectors.toList()));
        StringBuilder page = new StringBuilder();
        page.append("# Rules\n\n")
                .append("What a credential looks like, rule by rule. ")
                .append(entries.size())
                .append(" rules; written by the build from `rules/catalogue`, not by hand.\n\n")
                .append("*Known by*: **form** stands alone, **name** needs the name that it is ")
                .append("assigned to, **score** is judged by name, notation and value together. ")
                .append("*Proof*: what is checked offline.\n");
        byFile.forEach((file, rules) -> family(page, file, rules));
        return page.toString();
    }

    private static void family(StringBuilder page, String file, List<RuleEntry> rules) {
        page.append("\n## ").append(file.replace(".yaml", "")).append("\n\n");
        page.append("| Rule | Credential | Severity | Known by | Proof | When it leaked |\n");
        page.append("|---|---|---|---|---|---|\n");
        for (RuleEntry entry : rules) {
            Rule rule = entry.rule();
            page.append("| `")
                    .append(rule.id())
                    .append("` | [")
                    .append(cell(rule.title()))
                    .append("](")
                    .append(rule.references().getFirst())
                    .append(") | ")
                    .append(rule.severity().label())
                    .append(" | ")
                    .append(knownBy(rule.form()))
                    .append(" | ")
                    .append(proof(rule))
                    .append(" | ")
                    .append(cell(rule.remedy()))
                    .append(" |\n");
        }
    }

    private static String knownBy(Form form) {
        return switch (form) {
            case Form.Token _ -> "form";
            case Form.Assigned _ -> "name";
            case Form.Service _ -> "service";
            case Form.Generic _ -> "score";
        };
    }

    private static String proof(Rule rule) {
        return rule.evidence().checks().stream()
                .map(check -> check.label())
                .collect(Collectors.joining(", "));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
