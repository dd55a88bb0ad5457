package io.hushgate.run;

import io.hushgate.core.Address;
import io.hushgate.core.LayerPlace;
import io.hushgate.source.image.LayerPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The rights of files where they say something: in layers, and in directories that are no
 * repository. In a work tree they are the umask of whoever checked it out, and git itself knows
 * only whether a file can be executed.
 */
final class FileModes {
    private static final int PERMISSIONS = 0777;

    private final Map<String, Path> directories = new LinkedHashMap<>();
    private List<LayerPlaces> images = List.of();

    /**
     * Adds a directory.
     *
     * @param shownAs what addresses of its files begin with
     */
    void inDirectory(Path directory, String shownAs) {
        String prefix = shownAs.isEmpty() || shownAs.endsWith("/") ? shownAs : shownAs + "/";
        directories.put(prefix, directory);
    }

    void inImages(List<LayerPlaces> read) {
        images = List.copyOf(read);
    }

    /** The permission bits of a file in four octal digits; empty where they say nothing. */
    Optional<String> of(Address address) {
        return switch (address) {
            case Address.InLayer layer ->
                    images.stream()
                            .flatMap(image -> image.of(layer).stream())
                            .map(LayerPlace::mode)
                            .findFirst()
                            .map(FileModes::octal);
            case Address.File(var path) -> onDisk(path);
            case Address.StandardInput _,
                    Address.Staged _,
                    Address.InCommit _,
                    Address.GitObject _,
                    Address.CommitMessage _,
                    Address.TagMessage _,
                    Address.InImageConfig _,
                    Address.LogStep _,
                    Address.Inside _ ->
                    Optional.empty();
        };
    }

    private Optional<String> onDisk(String path) {
        for (Map.Entry<String, Path> each : directories.entrySet()) {
            if (path.startsWith(each.getKey())) {
                try {
                    Path file = each.getValue().resolve(path.substring(each.getKey().length()));
                    Object mode = Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS);
                    return Optional.of(octal((int) mode));
                } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
                    return Optional.empty(); // Windows has no such rights
                }
            }
        }
        return Optional.empty();
    }

    private static String octal(int mode) {
        return String.format(Locale.ROOT, "%04o", mode & PERMISSIONS);
    }
}
