package io.hushgate.source.file;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left to do of a walk: directories to list and files to read. Workers take files first and
 * list a directory only when no file waits, the last found first; so what waits is the files of a
 * few directories and not of the whole tree.
 *
 * <p>What was listed is kept in mind, up to a bound, for a second walk over the same files: listing
 * a directory and asking what its entries are takes half as long as opening and reading them.
 */
final class Listing {
    private static final int FILES_AT_ONCE = 32;

    /** The most files that are kept in mind: about 35 MB with their paths. */
    private static final int MAX_KEPT = 100_000;

    private final Deque<Directory> directories = new ArrayDeque<>();
    private final Deque<List<SeenFile>> files = new ArrayDeque<>();
    private final List<List<SeenFile>> kept = new ArrayList<>();
    private int seen;
    private int being;

    /** Something to do. */
    sealed interface Task permits Directory, Files {}

    /** Files to read. */
    record Files(List<SeenFile> files) implements Task {}

    /**
     * A regular file.
     *
     * @param size in bytes, when it was seen
     */
    record SeenFile(Path path, String shown, long size) {}

    /** A walk that starts at a directory. */
    Listing(Directory root) {
        directories.add(root);
    }

    /** A walk over the files that another one {@linkplain #kept found}. */
    Listing(List<List<SeenFile>> known) {
        files.addAll(known);
    }

    /** Takes the next task, waiting while others may find some; null at the end. */
    synchronized @Nullable Task take() throws InterruptedException {
        while (files.isEmpty() && directories.isEmpty() && being > 0) {
            wait();
        }
        if (!files.isEmpty()) {
            return new Files(files.removeLast());
        }
        if (directories.isEmpty()) {
            return null;
        }
        being++;
        return directories.removeLast();
    }

    /** Notes what a directory holds, once for each directory that was taken. */
    synchronized void listed(List<Directory> below, List<SeenFile> found) {
        directories.addAll(below);
        seen += found.size();
        for (int from = 0; from < found.size(); from += FILES_AT_ONCE) {
            List<SeenFile> some = found.subList(from, Math.min(found.size(), from + FILES_AT_ONCE));
            files.add(some);
            if (seen <= MAX_KEPT) {
                kept.add(some);
            }
        }
        if (seen > MAX_KEPT) {
            kept.clear();
        }
        being--;
        notifyAll();
    }

    /** All files of a walk that is over; null where they were too many to be kept in mind. */
    synchronized @Nullable List<List<SeenFile>> kept() {
        return seen <= MAX_KEPT ? List.copyOf(kept) : null;
    }
}
