package io.hushgate.source.git.store;

import io.hushgate.core.Reason;
import io.hushgate.core.Skip;
import io.hushgate.source.RegularFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All objects of a repository: loose ones and packs, its own and those of its alternates. Safe for
 * use by many threads, each with a {@link ObjectReader} of its own.
 *
 * <p>Every pack is found by the index beside it. A multi-pack index only repeats what those say, so
 * it is not needed and not read; nor are bitmaps and the commit graph.
 */
public final class ObjectStore {
    /** As deep as git follows alternates of alternates. */
    private static final int MAX_ALTERNATES_DEPTH = 5;

    private static final long MAX_LIST_BYTES = 1 << 20;

    private final ObjectFormat format;
    private final int maxObjectBytes;
    private final List<Path> directories;
    private final List<Skip> problems = new ArrayList<>();
    private @Nullable List<PackFile> packs;

    private ObjectStore(ObjectFormat format, int maxObjectBytes, List<Path> directories) {
        this.format = format;
        this.maxObjectBytes = maxObjectBytes;
        this.directories = directories;
    }

    /**
     * Opens an object database; nothing but alternates is read before the first object is asked
     * for.
     *
     * @param directory the {@code objects} directory
     * @param maxObjectBytes larger objects are not rebuilt in memory
     */
    public static ObjectStore open(Path directory, ObjectFormat format, int maxObjectBytes) {
        Map<Path, Integer> found = new LinkedHashMap<>();
        List<Skip> problems = new ArrayList<>();
        addWithAlternates(directory.normalize(), 0, found, problems);
        ObjectStore store = new ObjectStore(format, maxObjectBytes, List.copyOf(found.keySet()));
        store.problems.addAll(problems);
        return store;
    }

    private static void addWithAlternates(
            Path directory, int depth, Map<Path, Integer> found, List<Skip> problems) {
        if (found.putIfAbsent(directory, depth) != null) {
            return;
        }
        List<String> lines;
        try {
            byte[] file = RegularFile.bytes(directory.resolve("info/alternates"), MAX_LIST_BYTES);
            lines = new String(file, StandardCharsets.UTF_8).lines().toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return;
        } catch (IOException e) {
            problems.add(
                    new Skip("objects/info/alternates", Reason.UNREADABLE, "it cannot be read"));
            return;
        }
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Path other = directory.resolve(line).normalize();
            if (depth == MAX_ALTERNATES_DEPTH) {
                problems.add(
                        new Skip(line, Reason.LIMIT_DEPTH, "an alternate nested deeper than 5"));
            } else if (Files.isDirectory(other)) {
                addWithAlternates(other, depth + 1, found, problems);
            } else {
                problems.add(
                        new Skip(
                                line,
                                Reason.MISSING_OBJECT,
                                "objects/info/alternates names it and it is no directory; bring it"
                                        + " back or fetch again"));
            }
        }
    }

    public ObjectFormat format() {
        return format;
    }

    int maxObjectBytes() {
        return maxObjectBytes;
    }

    /** Opens a reader for one thread. */
    public ObjectReader reader() {
        return new ObjectReader(this);
    }

    /** What is wrong with packs and alternates as a whole; opens them all. */
    public List<Skip> problems() {
        packs();
        return List.copyOf(problems);
    }

    /** Tells whether an object is there; its bytes may still be damaged. */
    public boolean contains(ObjectId id) {
        for (PackFile pack : packs()) {
            if (pack.index().find(id) >= 0) {
                return true;
            }
        }
        return looseFor(id) != null || format.isEmptyTree(id);
    }

    /**
     * The objects whose ids start with these hexadecimal digits, at most two, so that the caller
     * sees whether there is exactly one.
     */
    public List<ObjectId> withPrefix(String digits) {
        String lower = digits.toLowerCase(Locale.ROOT);
        TreeSet<ObjectId> found = new TreeSet<>();
        if (lower.length() < 2 || !lower.chars().allMatch(HexFormat::isHexDigit)) {
            return List.of();
        }
        packs().forEach(pack -> pack.index().addWithPrefix(lower, found));
        loose().forEach(directory -> directory.addWithPrefix(lower, found));
        return found.stream().limit(2).toList();
    }

    @Nullable LooseObjects looseFor(ObjectId id) {
        for (Path directory : directories) {
            LooseObjects loose = new LooseObjects(directory, format);
            if (loose.contains(id)) {
                return loose;
            }
        }
        return null;
    }

    List<LooseObjects> loose() {
        return directories.stream().map(each -> new LooseObjects(each, format)).toList();
    }

    /**
     * Every pack that can be opened, by directory and name, so that the order is always the same.
     */
    synchronized List<PackFile> packs() {
        if (packs == null) {
            List<PackFile> opened = new ArrayList<>();
            directories.forEach(directory -> openPacks(directory.resolve("pack"), opened));
            packs = List.copyOf(opened);
        }
        return packs;
    }

    private void openPacks(Path directory, List<PackFile> opened) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> listed = Files.newDirectoryStream(directory)) {
            for (Path file : listed) {
                String name = file.getFileName().toString();
                boolean named = name.startsWith("pack-") && name.endsWith(".pack");
                if (named && Files.isRegularFile(file)) {
                    files.add(file);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return;
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            problems.add(new Skip("objects/pack", Reason.UNREADABLE, "it cannot be listed"));
            return;
        }
        files.sort(null);
        for (Path file : files) {
            String name = file.getFileName().toString();
            String stem = name.substring(0, name.length() - ".pack".length());
            try {
                PackFile pack = PackFile.open(file, directory.resolve(stem + ".idx"), format);
                opened.add(pack);
                if (!pack.isWhole()) {
                    problems.add(
                            ObjectProblem.corrupt(
                                            name, "it is not the pack that its index was made for")
                                    .skip());
                }
            } catch (ObjectProblem e) {
                problems.add(e.skip());
            } catch (NoSuchFileException e) {
                problems.add(
                        new Skip(
                                name,
                                Reason.CORRUPT,
                                "it has no index beside it; run git index-pack on it"));
            } catch (IOException e) {
                problems.add(new Skip(name, Reason.UNREADABLE, "it cannot be opened"));
            }
        }
    }
}
