package io.hushgate.cli.gitleaks;

import io.hushgate.rules.gitleaks.GitleaksFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The CSV report of gitleaks; empty when nothing was found. */
final class LeakCsv {
    private static final List<String> COLUMNS =
            List.of(
                    "RuleID",
                    "Commit",
                    "File",
                    "SymlinkFile",
                    "Secret",
                    "Match",
                    "StartLine",
                    "EndLine",
                    "StartColumn",
                    "EndColumn",
                    "Author",
                    "Message",
                    "Date",
                    "Email",
                    "Fingerprint",
                    "Tags");

    private LeakCsv() {}

    static String report(List<GitleaksFinding> findings, ScmLink links) {
        if (findings.isEmpty()) {
            return "";
        }
        boolean withLink = !links.to(findings.getFirst()).isEmpty();
        List<String> columns = new ArrayList<>(COLUMNS);
        if (withLink) {
            columns.add("Link");
        }
        StringBuilder out = new StringBuilder(row(columns));
        for (GitleaksFinding finding : findings) {
            List<String> fields = new ArrayList<>(fields(finding));
            if (withLink) {
                fields.add(links.to(finding));
            }
            out.append(row(fields));
        }
        return out.toString();
    }

    private static List<String> fields(GitleaksFinding finding) {
        return List.of(
                finding.rule(),
                finding.commit().id(),
                finding.file(),
                finding.link(),
                finding.secret(),
                finding.match(),
                Integer.toString(finding.startLine()),
                Integer.toString(finding.endLine()),
                Integer.toString(finding.startColumn()),
                Integer.toString(finding.endColumn()),
                finding.commit().author(),
                finding.commit().message(),
                finding.commit().date(),
                finding.commit().mail(),
                finding.fingerprint(),
                String.join(" ", finding.tags()));
    }

    private static String row(List<String> fields) {
        return fields.stream().map(LeakCsv::quoted).collect(Collectors.joining(",")) + "\n";
    }

    /** Quoted where RFC 4180 asks for it, and as Go does before a blank. */
    private static String quoted(String field) {
        boolean plain =
                field.isEmpty()
                        || (!field.startsWith(" ")
                                && !field.startsWith("\t")
                                && !field.equals("\\.")
                                && field.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0));
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
