package io.hushgate.cli.gitleaks;

import io.hushgate.rules.gitleaks.Fragment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** A commit as reports name it. */
final class CommitText {
    private CommitText() {}

    static Fragment.Commit of(RevCommit commit) {
        PersonIdent author = commit.getAuthorIdent();
        Instant time = author.getWhenAsInstant();
        return new Fragment.Commit(
                commit.name(),
                author.getName(),
                author.getEmailAddress(),
                DateTimeFormatter.ISO_INSTANT.format(time.atOffset(ZoneOffset.UTC)),
                message(commit.getFullMessage()));
    }

    /** The first paragraph in one line, and the rest behind an empty one. */
    private static String message(String full) {
        List<String> title = new ArrayList<>();
        List<String> body = new ArrayList<>();
        for (String line : full.lines().toList()) {
            String text = line.stripTrailing();
            if (!body.isEmpty() || (text.isEmpty() && !title.isEmpty())) {
                body.add(text);
            } else if (!text.isEmpty()) {
                title.add(text);
            }
        }
        String rest = String.join("\n", body).strip();
        return String.join(" ", title) + (rest.isEmpty() ? "" : "\n\n" + rest);
    }
}
