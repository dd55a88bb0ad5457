package io.hushgate.library.build;

import io.hushgate.library.CheckDescription;
import io.hushgate.library.Library;
import java.util.List;

/**
 * The page that lists every shipped check, {@code src/docs/checks.md}; a test keeps it as it should
 * be.
 */
public final class ChecksPage {
    private ChecksPage() {}

    /** Renders the page as Markdown. */
    public static String render() {
        List<CheckDescription> checks = Library.shipped().describe();
        StringBuilder page = new StringBuilder();
        page.append("# Policy checks\n\n");
        page.append(
                "Written by the build from the METADATA of the checks; to change it, change them.\n\n");
        page.append(
                "%d checks. The facts they judge: [facts.md](facts.md).\n"
                        .formatted(checks.size()));
        for (CheckDescription check : checks) {
            page.append("\n## %s\n\n%s.\n\n".formatted(check.id(), check.title()));
            page.append(
                    "%s severity, %s confidence. %s\n\n"
                            .formatted(check.severity(), check.confidence(), check.why()));
            if (!check.absence().isEmpty()) {
                page.append(
                        "Rests on what is missing: low confidence, unless `limits.complete` names `%s`.\n\n"
                                .formatted(check.absence()));
            }
            page.append("Remedy: %s\n\n".formatted(check.remedy()));
            check.references().forEach(reference -> page.append("* <%s>\n".formatted(reference)));
            String source = "../../policies/library/src/main/rego/" + check.file();
            page.append("* [%s](%s)\n".formatted(check.file(), source));
        }
        return page.toString();
    }
}
