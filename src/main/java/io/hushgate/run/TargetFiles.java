package io.hushgate.run;

import io.hushgate.estate.helm.ChartFile;
import io.hushgate.estate.helm.ChartLimits;
import io.hushgate.estate.kustomize.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files of a target that others name. None that lies outside of it, by a link or by its name.
 *
 * @param root of the target, on disk, absolute
 * @param shownAs what the target's addresses begin with, empty or with {@code /} at its end
 */
record TargetFiles(Path root, String shownAs) implements FileTree {
    @Override
    public Optional<byte[]> file(String path) {
        try {
            return file(root.resolve(path).normalize()).map(ChartFile::content);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** A file on disk; empty also for one that is longer than charts and manifests may be. */
    Optional<ChartFile> file(Path file) {
        try {
            if (!file.startsWith(root)
                    || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    || !file.toRealPath().startsWith(root.toRealPath())
                    || Files.size(file) > ChartLimits.DEFAULT.maxBytes()) {
                return Optional.empty();
            }
            String inside = root.relativize(file).toString().replace('\\', '/');
            String address = shownAs + inside;
            return Optional.of(new ChartFile(address, address, Files.readAllBytes(file)));
        } catch (IOException e) {
            return Optional.empty(); // what cannot be read is in the coverage of the target
        }
    }
}
