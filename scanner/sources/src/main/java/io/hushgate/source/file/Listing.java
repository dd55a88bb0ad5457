package io.hushgate.source.file;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left to do of a walk: directories to list and files to read. Workers take files first and
 * list a directory only when no file waits, the last found first; so what waits is the files of a
 * few directories and not of the whole tree.
 */
final class Listing {
    private static final int FILES_AT_ONCE = 32;

    private final Deque<Directory> directories = new ArrayDeque<>();
    private final Deque<List<SeenFile>> files = new ArrayDeque<>();
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

    Listing(Directory root) {
        directories.add(root);
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
        for (int from = 0; from < found.size(); from += FILES_AT_ONCE) {
            files.add(found.subList(from, Math.min(found.size(), from + FILES_AT_ONCE)));
        }
        being--;
        notifyAll();
    }
}
