package io.hushgate.cli.policy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** What changes between two texts, in the format that {@code patch} and {@code git apply} read. */
final class UnifiedDiff {
    private UnifiedDiff() {}

    static String of(String name, String before, String after) {
        RawText old = new RawText(before.getBytes(StandardCharsets.UTF_8));
        RawText now = new RawText(after.getBytes(StandardCharsets.UTF_8));
        EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, old, now);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(bytes)) {
            formatter.format(edits, old, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "--- a/%1$s\n+++ b/%1$s\n%2$s"
                .formatted(name, bytes.toString(StandardCharsets.UTF_8));
    }
}
