package io.hushgate.estate.helm;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The files of a chart's package: a tar archive in gzip with one directory. */
final class PackedChart {
    private PackedChart() {}

    /**
     * Reads the files, as far as the package can be read and {@link ChartLimits} allow.
     *
     * @param address of the package
     */
    static List<ChartFile> files(String address, byte[] packed, ChartLimits limits) {
        List<ChartFile> files = new ArrayList<>();
        long left = limits.maxBytes();
        try (InputStream raw = new GZIPInputStream(new ByteArrayInputStream(packed));
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new BufferedInputStream(raw))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null && left > 0 && files.size() < limits.maxFiles();
                    entry = tar.getNextEntry()) {
                String name = entry.getName().replace('\\', '/');
                int slash = name.indexOf('/');
                boolean inside = slash > 0 && !name.contains("../") && entry.isFile();
                if (inside && entry.getSize() <= limits.maxFileBytes()) {
                    byte[] content = tar.readNBytes((int) Math.min(left, entry.getSize()));
                    left -= content.length;
                    files.add(
                            new ChartFile(
                                    name.substring(slash + 1), address + "!" + name, content));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return files; // damaged: what archives are opened by says so
        }
        return files;
    }
}
