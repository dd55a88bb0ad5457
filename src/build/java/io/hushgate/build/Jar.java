package io.hushgate.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The entries of a jar, in their order, to be changed and written back. */
final class Jar {
    private static final String OURS = "io/hushgate/";

    private final Path file;
    private final List<Entry> entries;

    private record Entry(String name, LocalDateTime time, byte[] content) {
        boolean isClass() {
            return name.endsWith(".class");
        }

        boolean isOurs() {
            return name.startsWith(OURS);
        }

        boolean isOurResource() {
            return isOurs() && !isClass() && !name.endsWith("/");
        }
    }

    private Jar(Path file, List<Entry> entries) {
        this.file = file;
        this.entries = entries;
    }

    static Jar read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] content = zip.getInputStream(entry).readAllBytes();
                entries.add(new Entry(entry.getName(), entry.getTimeLocal(), content));
            }
        }
        return new Jar(file, entries);
    }

    Path file() {
        return file;
    }

    /** Tells whether it holds classes or resources of the project. */
    boolean isOurs() {
        return entries.stream().anyMatch(Entry::isOurs);
    }

    /**
     * Rewrites every class.
     *
     * @param change gives the same array for a class that stays as it is
     * @return whether a class was changed
     */
    boolean rewriteClasses(UnaryOperator<byte[]> change) {
        boolean changed = false;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.isClass()) {
                byte[] content = change.apply(entry.content());
                changed |= !Arrays.equals(content, entry.content());
                entries.set(i, new Entry(entry.name(), entry.time(), content));
            }
        }
        return changed;
    }

    /**
     * Takes copies of the resources of another jar behind its own entries, in place of those that
     * it took at an earlier build: of two builds in one directory the second may make any of the
     * jars anew, and not the others.
     */
    void copyResourcesOf(Jar other) {
        List<Entry> resources = other.entries.stream().filter(Entry::isOurResource).toList();
        Set<String> names = resources.stream().map(Entry::name).collect(Collectors.toSet());
        entries.removeIf(entry -> names.contains(entry.name()));
        entries.addAll(resources);
    }

    /**
     * Writes it back.
     *
     * @param forStart whether a start reads its resources, which are not compressed then
     */
    void write(boolean forStart) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Entry entry : entries) {
                ZipEntry written = new ZipEntry(entry.name());
                written.setTimeLocal(entry.time());
                if (forStart && entry.isOurResource()) {
                    store(written, entry.content());
                }
                out.putNextEntry(written);
                out.write(entry.content());
                out.closeEntry();
            }
        }
        Path rewritten = file.resolveSibling(file.getFileName() + ".new");
        Files.write(rewritten, bytes.toByteArray());
        Files.move(rewritten, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void store(ZipEntry entry, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
    }
}
