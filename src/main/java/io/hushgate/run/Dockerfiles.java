package io.hushgate.run;

import io.hushgate.source.RegularFile;
import io.hushgate.source.dockerfile.Dockerfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Dockerfiles that images may have been built by: those that are named, and the targets'. */
final class Dockerfiles {
    /** None is longer; the rest of a target is not looked through for more of them than that. */
    private static final int MOST_BYTES = 1 << 20;

    private static final int MOST_FILES = 1000;

    /** {@code Dockerfile.prod}, {@code api.dockerfile} and {@code Containerfile} match. */
    private static final Pattern NAME =
            Pattern.compile(
                    "(?:[^/]*/)*+(?:(?:Docker|Container)file(?:[.-][^/]*)?|[^/]+\\.[Dd]ockerfile)");

    private final List<Dockerfile> read = new ArrayList<>();

    /**
     * Begins with those that the user names.
     *
     * @throws RunProblem when one cannot be read
     */
    static Dockerfiles of(List<Path> named) {
        Dockerfiles dockerfiles = new Dockerfiles();
        for (Path file : named) {
            try {
                byte[] bytes = RegularFile.bytes(file, MOST_BYTES);
                dockerfiles.add(file.toString().replace('\\', '/'), bytes);
            } catch (IOException e) {
                throw new RunProblem(
                        "--dockerfile %s: it cannot be read; check the path".formatted(file));
            }
        }
        return dockerfiles;
    }

    /** Tells by its name whether a file may be one. */
    static boolean isNamedLikeOne(String path) {
        return path.contains("file") && NAME.matcher(path).matches();
    }

    /** Adds those of a target, by their paths in it. */
    void addFrom(TargetFiles files, List<String> paths) {
        for (String path : paths.stream().sorted().limit(MOST_FILES).toList()) {
            Optional<byte[]> content = files.file(path);
            content.ifPresent(bytes -> add(files.shownAs() + path, bytes));
        }
    }

    private void add(String name, byte[] bytes) {
        read.add(Dockerfile.of(name, new String(bytes, StandardCharsets.UTF_8)));
    }

    List<Dockerfile> all() {
        return read;
    }
}
