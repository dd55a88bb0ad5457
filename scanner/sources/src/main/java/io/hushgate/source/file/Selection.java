package io.hushgate.source.file;

/** Which files of a directory are read. */
public enum Selection {
    /**
     * In a git work tree, tracked files and those that are neither tracked nor ignored; elsewhere,
     * all. Submodules and repositories inside the work tree are named, not entered. Ignored means
     * ignored by the repository itself: its {@code .gitignore} files and {@code .git/info/exclude}.
     * A user's own {@code core.excludesFile} is left alone, so that a scan sees the same files on
     * every machine.
     */
    AS_GIT_SEES_IT,

    /** All files, ignored or not, but for {@code .git} itself. */
    EVERYTHING
}
