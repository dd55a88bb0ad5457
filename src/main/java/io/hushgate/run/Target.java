package io.hushgate.run;

import io.hushgate.core.Limits;
import io.hushgate.source.SourceProblem;
import io.hushgate.source.git.GitRepository;
import io.hushgate.source.image.ImageSource;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Something to look at, as the user named it and as it was found to be. */
sealed interface Target {
    /** Where a {@code hushgate.yaml} may lie. */
    default Optional<Path> root() {
        return Optional.empty();
    }

    /** The directory that holds a repository's own files. */
    default Optional<Path> gitDirectory() {
        return Optional.empty();
    }

    /** Bytes that another program pipes in. */
    record StandardInput() implements Target {}

    /** A regular file. */
    record OneFile(Path path, String shownAs) implements Target {}

    /** Images in an OCI layout: a directory. */
    record ImageLayout(Path path, String shownAs) implements Target {}

    /** Images in a tar, as {@code docker save} and others write it. */
    record ImageArchive(Path path, String shownAs) implements Target {}

    /** An image in a registry, which is asked because the user said so. */
    record ImageReference(String reference) implements Target {}

    /** Logs of builds or containers: standard input, a file or archive, or all of a directory. */
    record Logs(Target where) implements Target {}

    /** A directory that is not read as a repository. */
    record Directory(Path path, String shownAs) implements Target {
        @Override
        public Optional<Path> root() {
            return Optional.of(path);
        }
    }

    /** A directory of a work tree, or a bare repository. */
    record InRepository(Path path, String shownAs, GitRepository repository) implements Target {
        @Override
        public Optional<Path> root() {
            return repository.workTree();
        }

        @Override
        public Optional<Path> gitDirectory() {
            return Optional.of(repository.directory());
        }

        boolean isBare() {
            return repository.workTree().isEmpty();
        }
    }

    /**
     * Finds out what a target is.
     *
     * @param text a path or {@code -}, with or without a prefix {@code dir:}, {@code git:}, {@code
     *     file:}, {@code image:}, {@code log:}
     * @param alone whether it is the only target, whose files need no prefix in reports
     * @throws SourceProblem when there is nothing of that name or not what the prefix says
     */
    static Target of(String text, boolean alone, Limits limits) {
        if (text.equals("-")) {
            return new StandardInput();
        }
        if (text.startsWith("git:")) {
            Path path = path(text, 4);
            return new InRepository(path, shownAs(path, alone), GitRepository.open(path, limits));
        }
        if (text.startsWith("dir:")) {
            Path path = path(text, 4);
            return new Directory(path, shownAs(path, alone));
        }
        if (text.startsWith("file:")) {
            return file(path(text, 5));
        }
        if (text.startsWith("log:")) {
            return logs(text.substring(4), alone);
        }
        if (text.startsWith("image:")) {
            return image(text.substring(6), limits);
        }
        return detect(path(text, 0), alone, limits);
    }

    private static Target detect(Path path, boolean alone, Limits limits) {
        if (!Files.exists(path)) {
            throw new SourceProblem(
                    path.toString(), "there is no such file or directory", "check the path");
        }
        if (!Files.isDirectory(path)) {
            return ImageSource.isArchive(path, limits)
                    ? new ImageArchive(path, shownFile(path))
                    : file(path);
        }
        if (ImageSource.isLayout(path)) {
            return new ImageLayout(path, shownFile(path));
        }
        Optional<GitRepository> repository = GitRepository.find(path, limits);
        String shownAs = shownAs(path, alone);
        return repository.isPresent()
                ? new InRepository(path, shownAs, repository.get())
                : new Directory(path, shownAs);
    }

    private static Target logs(String text, boolean alone) {
        if (text.equals("-")) {
            return new Logs(new StandardInput());
        }
        Path path = path(text, 0);
        return new Logs(
                Files.isDirectory(path) ? new Directory(path, shownAs(path, alone)) : file(path));
    }

    private static Target file(Path path) {
        return new OneFile(path, shownFile(path));
    }

    private static String shownFile(Path path) {
        return path.isAbsolute() ? name(path) : slashes(path.normalize());
    }

    /** What lies here under that name, else what a registry has under it. */
    private static Target image(String text, Limits limits) {
        Path path = path(text, 0);
        if (Files.isDirectory(path)) {
            return new ImageLayout(path, shownFile(path));
        }
        if (!Files.exists(path)) {
            return new ImageReference(text);
        }
        if (!ImageSource.isArchive(path, limits)) {
            throw new SourceProblem(
                    text,
                    "it is no image: a tar with index.json or manifest.json",
                    "unpack a compressed one first, or name it with file:");
        }
        return new ImageArchive(path, shownFile(path));
    }

    private static Path path(String text, int from) {
        try {
            return Path.of(text.substring(from));
        } catch (InvalidPathException e) {
            throw new SourceProblem(text, "it is no path", "check the spelling");
        }
    }

    /**
     * A relative path is shown as it is, so that a terminal finds the file; any other as the place
     * reports point to.
     */
    private static String shownAs(Path path, boolean alone) {
        Path normal = path.normalize();
        boolean below = !path.isAbsolute() && !normal.startsWith("..");
        if (below) {
            return slashes(normal);
        }
        return alone ? "" : name(path);
    }

    private static String name(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? "" : name.toString();
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
