package io.hushgate.cli.gitleaks;

import io.hushgate.rules.gitleaks.GitleaksFinding;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** What {@code --verbose} prints of each finding. */
final class LeakText {
    private LeakText() {}

    static void print(List<GitleaksFinding> findings, ScmLink links, PrintStream out) {
        for (GitleaksFinding finding : findings) {
            line(out, "Finding", finding.match().strip());
            line(out, "Secret", finding.secret());
            line(out, "RuleID", finding.rule());
            line(out, "Entropy", String.format(Locale.ROOT, "%f", finding.entropy()));
            if (!finding.file().isEmpty()) {
                if (!finding.tags().isEmpty()) {
                    line(out, "Tags", "[" + String.join(" ", finding.tags()) + "]");
                }
                line(out, "File", finding.file());
                line(out, "Line", Integer.toString(finding.startLine()));
                if (!finding.commit().id().isEmpty()) {
                    line(out, "Commit", finding.commit().id());
                    line(out, "Author", finding.commit().author());
                    line(out, "Email", finding.commit().mail());
                    line(out, "Date", finding.commit().date());
                }
                line(out, "Fingerprint", finding.fingerprint());
                String link = links.to(finding);
                if (!link.isEmpty()) {
                    line(out, "Link", link);
                }
            }
            out.print('\n');
        }
        out.flush();
    }

    private static void line(PrintStream out, String name, String value) {
        out.print(String.format(Locale.ROOT, "%-12s %s\n", name + ":", value));
    }
}
