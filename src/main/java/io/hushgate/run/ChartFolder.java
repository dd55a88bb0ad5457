package io.hushgate.run;

import io.hushgate.estate.helm.ChartFile;
import io.hushgate.estate.helm.ChartLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files of a chart's directory. Links are not followed. */
final class ChartFolder {
    /** Deeper than any chart's own directories and those of its subcharts. */
    private static final int MAX_DEPTH = 24;

    private final Path root;
    private final String address;
    private final ChartLimits limits;
    private final List<ChartFile> files = new ArrayList<>();
    private long left;

    private ChartFolder(Path root, String address, ChartLimits limits) {
        this.root = root;
        this.address = address;
        this.limits = limits;
        this.left = limits.maxBytes();
    }

    /**
     * Reads as much as the limits allow, in the order of the names.
     *
     * @param address what the directory is called in reports; empty for the target itself
     */
    static List<ChartFile> read(Path root, String address, ChartLimits limits) {
        ChartFolder folder = new ChartFolder(root, address, limits);
        folder.walk(root, 0);
        return folder.files;
    }

    private void walk(Path directory, int depth) {
        List<Path> entries;
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            Stream<Path> all = StreamSupport.stream(stream.spliterator(), false);
            entries = all.limit(limits.maxFiles()).sorted().toList();
        } catch (IOException | DirectoryIteratorException e) {
            return; // what cannot be read is in the coverage of the target
        }
        for (Path entry : entries) {
            if (files.size() < limits.maxFiles() && left > 0) {
                take(entry, depth);
            }
        }
    }

    private void take(Path entry, int depth) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(
                            entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory() && depth < MAX_DEPTH && !entry.endsWith(".git")) {
                walk(entry, depth + 1);
            } else if (attributes.isRegularFile() && attributes.size() <= limits.maxFileBytes()) {
                try (InputStream in = Files.newInputStream(entry, LinkOption.NOFOLLOW_LINKS)) {
                    byte[] content = in.readNBytes((int) Math.min(left, limits.maxFileBytes()));
                    left -= content.length;
                    String path = root.relativize(entry).toString().replace('\\', '/');
                    String shown = address.isEmpty() ? path : address + "/" + path;
                    files.add(new ChartFile(path, shown, content));
                }
            }
        } catch (IOException e) {
            return; // the same
        }
    }
}
