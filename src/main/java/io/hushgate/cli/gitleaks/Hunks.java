package io.hushgate.cli.gitleaks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.DiffAlgorithm.SupportedAlgorithm;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.patch.FileHeader.PatchType;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.util.io.DisabledOutputStream;
import org.jspecify.annotations.Nullable;

/** The added lines of a change, hunk by hunk. Binary files have none. For one thread. */
final class Hunks implements AutoCloseable {
    /** git's own limits, where JGit's differ. */
    private static final int RENAME_LIMIT = 1000;

    private static final int RENAME_SCORE = 50;
    private static final int MAX_TEXT = 256 << 20;

    private static final DiffAlgorithm MYERS = DiffAlgorithm.getAlgorithm(SupportedAlgorithm.MYERS);

    private final DiffFormatter differences = new DiffFormatter(DisabledOutputStream.INSTANCE);
    private final ObjectReader reader;
    private final boolean plain;

    /** Takes the added lines of one hunk. */
    @FunctionalInterface
    interface Hunk {
        /** Lines were added, the first of which has a number from 1. */
        void added(String path, int line, byte[] bytes);
    }

    /**
     * Works in a repository.
     *
     * @param plain whether changes of a file's type are left out, as gitleaks asks git to
     * @param paths what to look at; everything when empty
     */
    Hunks(Repository repository, boolean plain, List<String> paths) {
        this.plain = plain;
        this.reader = repository.newObjectReader();
        differences.setRepository(repository);
        differences.setContext(0);
        differences.setDiffComparator(RawTextComparator.DEFAULT);
        differences.setDiffAlgorithm(MYERS);
        differences.setBinaryFileThreshold(MAX_TEXT);
        differences.setDetectRenames(true);
        differences.getRenameDetector().setRenameLimit(RENAME_LIMIT);
        differences.getRenameDetector().setRenameScore(RENAME_SCORE);
        if (!paths.isEmpty()) {
            differences.setPathFilter(PathFilterGroup.createFromStrings(paths));
        }
    }

    /** Tells what one tree adds to another one, or to nothing. */
    void between(@Nullable RevTree before, @Nullable RevTree after, Hunk hunk) throws IOException {
        for (DiffEntry entry : differences.scan(before, after)) {
            if (entry.getChangeType() != ChangeType.DELETE && !isOfOtherType(entry)) {
                added(entry, hunk);
            }
        }
    }

    private boolean isOfOtherType(DiffEntry entry) {
        int kinds = FileMode.TYPE_MASK;
        return plain
                && entry.getChangeType() == ChangeType.MODIFY
                && (entry.getOldMode().getBits() & kinds) != (entry.getNewMode().getBits() & kinds);
    }

    private void added(DiffEntry entry, Hunk hunk) throws IOException {
        FileHeader header = differences.toFileHeader(entry);
        if (header.getPatchType() != PatchType.UNIFIED) {
            return;
        }
        List<Edit> edits = header.toEditList();
        if (!edits.isEmpty()) {
            tell(entry.getNewPath(), edits, new RawText(content(entry)), hunk);
        }
    }

    private byte[] content(DiffEntry entry) throws IOException {
        ObjectId id = entry.getNewId().toObjectId();
        if (entry.getNewMode().equals(FileMode.GITLINK)) {
            return ("Subproject commit " + id.name() + "\n").getBytes(ISO_8859_1);
        }
        return reader.open(id).getCachedBytes(MAX_TEXT);
    }

    /** Tells what one text adds to another one. */
    static void between(String path, byte[] before, byte[] after, Hunk hunk) {
        if (!RawText.isBinary(before) && !RawText.isBinary(after)) {
            RawText text = new RawText(after);
            tell(
                    path,
                    MYERS.diff(RawTextComparator.DEFAULT, new RawText(before), text),
                    text,
                    hunk);
        }
    }

    /** Lines are where their feeds are; a text object of JGit's hands out strings only. */
    private static void tell(String path, List<Edit> edits, RawText text, Hunk hunk) {
        byte[] bytes = text.getRawContent();
        int line = 0;
        int at = 0;
        for (Edit edit : edits) {
            at = forward(bytes, at, edit.getBeginB() - line);
            int end = forward(bytes, at, edit.getLengthB());
            if (end > at) {
                hunk.added(path, edit.getBeginB() + 1, Arrays.copyOfRange(bytes, at, end));
            }
            at = end;
            line = edit.getEndB();
        }
    }

    /** The offset so many lines behind another one. */
    private static int forward(byte[] bytes, int from, int lines) {
        int at = from;
        for (int left = lines; left > 0 && at < bytes.length; at++) {
            left -= bytes[at] == '\n' ? 1 : 0;
        }
        return at;
    }

    @Override
    public void close() {
        differences.close();
        reader.close();
    }
}
