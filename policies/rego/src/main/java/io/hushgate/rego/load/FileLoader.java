package io.hushgate.rego.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads modules and data from files and directories, the latter with everything below them.
 *
 * <p>{@code *.rego} are modules; {@code *.json}, {@code *.yaml} and {@code *.yml} are data; other
 * files are passed over in directories and refused when asked for by name. Hidden files and
 * directories are passed over in directories. Links are followed; one that leads back to a
 * directory above it is an error.
 *
 * <p>One instance serves one load: call {@link #add} for each path and then {@link #load}.
 */
public final class FileLoader {
    private final Placement placement;
    private final LoadLimits limits;
    private final List<NamePattern> ignored;
    private final LoadLimits.Count count;
    private final List<SourceFile> modules = new ArrayList<>();
    private final BaseDocument data = new BaseDocument();

    public FileLoader(Placement placement, LoadLimits limits) {
        this(placement, limits, List.of());
    }

    /**
     * The same with more to pass over.
     *
     * @param ignored names of files and directories that are not looked at in directories
     */
    public FileLoader(Placement placement, LoadLimits limits, List<NamePattern> ignored) {
        this.placement = placement;
        this.limits = limits;
        this.ignored = List.copyOf(ignored);
        this.count = limits.count();
    }

    /**
     * Adds a file or directory. A prefix {@code a.b:} puts its data below {@code data.a.b}.
     *
     * @throws LoadProblem if it is missing, unreadable, malformed, too large, or conflicts with
     *     others
     */
    public FileLoader add(String pathWithPrefix) {
        int colon = pathWithPrefix.indexOf(':');
        if (colon > 1 && !Files.exists(Path.of(pathWithPrefix))) {
            List<String> prefix = List.of(pathWithPrefix.substring(0, colon).split("\\.", -1));
            return add(Path.of(pathWithPrefix.substring(colon + 1)), prefix);
        }
        return add(Path.of(pathWithPrefix), List.of());
    }

    /** Adds a file or directory whose data go below a path of keys; see {@link #add(String)}. */
    public FileLoader add(Path path, List<String> prefix) {
        try {
            if (Files.isDirectory(path)) {
                directory(path, prefix, List.of());
            } else {
                file(path, prefix, true);
            }
        } catch (NoSuchFileException e) {
            throw new LoadProblem(name(path), "no such file or directory");
        } catch (IOException e) {
            throw new LoadProblem(name(path), "cannot be read: " + e.getMessage());
        }
        return this;
    }

    /** Everything that was added. */
    public Loaded load() {
        modules.sort(Comparator.comparing(SourceFile::name));
        return new Loaded(modules, data.build());
    }

    private void directory(Path directory, List<String> place, List<Path> above)
            throws IOException {
        Path real = directory.toRealPath();
        if (above.contains(real)) {
            throw new LoadProblem(
                    name(directory), "links back to %s; remove the link".formatted(name(real)));
        }
        if (above.size() == limits.maxDepth()) {
            throw new LoadProblem(
                    name(directory),
                    "directories nest more than %d deep".formatted(limits.maxDepth()));
        }
        List<Path> chain = new ArrayList<>(above);
        chain.add(real);
        List<Path> entries;
        try (Stream<Path> listing = Files.list(directory)) {
            entries = listing.limit(limits.maxFiles() + 1L).sorted().toList();
        }
        for (Path entry : entries) {
            String name = String.valueOf(entry.getFileName());
            if (name.startsWith(".") || ignored.stream().anyMatch(i -> i.matches(name))) {
                continue;
            }
            if (Files.isDirectory(entry)) {
                List<String> inner = new ArrayList<>(place);
                if (placement == Placement.BY_DIRECTORY) {
                    inner.add(name);
                }
                directory(entry, inner, chain);
            } else {
                file(entry, place, false);
            }
        }
    }

    private void file(Path file, List<String> place, boolean named) throws IOException {
        String name = name(file);
        boolean module = Documents.isModule(name);
        if (!module && !Documents.isData(name)) {
            if (named) {
                throw new LoadProblem(
                        name, "neither a module (.rego) nor data (.json, .yaml, .yml)");
            }
            return;
        }
        count.file(name);
        byte[] bytes = bytes(file, name);
        if (module) {
            modules.add(new SourceFile(name, Documents.text(name, bytes)));
        } else {
            data.add(name, place, Documents.read(name, bytes));
        }
    }

    private byte[] bytes(Path file, String name) throws IOException {
        long allowance = count.allowance();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, allowance + 1));
            count.bytes(name, bytes.length);
            return bytes;
        }
    }

    private static String name(Path path) {
        return path.toString().replace('\\', '/');
    }
}
