package io.hushgate.rego.load;

import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads bundles as OPA makes them: a tar archive, compressed by gzip or not, or the same files in a
 * directory.
 *
 * <p>Of the files {@code .manifest}, {@code *.rego}, and {@code data.json}, {@code data.yaml} and
 * {@code data.yml} in any directory matter; everything else is passed over. Signatures count when a
 * {@link BundleVerification} is given; then every file is read and held against them.
 */
public final class BundleReader {
    private static final Set<String> DATA_FILES = Set.of("data.json", "data.yaml", "data.yml");
    private static final String MANIFEST = ".manifest";
    private static final int GZIP_MAGIC = 0x1f8b;

    private final String name;
    private final LoadLimits limits;
    private final @Nullable BundleVerification verification;
    private final LoadLimits.Count count;
    private final Set<String> seen = new LinkedHashSet<>();

    /** All files as they are; only when they are to be verified. */
    private final Map<String, byte[]> contents = new TreeMap<>();

    private final List<SourceFile> modules = new ArrayList<>();
    private final List<PlacedData> documents = new ArrayList<>();
    private Manifest manifest = Manifest.NONE;

    /** A data file; it is merged when the manifest is known. */
    private record PlacedData(String place, List<String> path, Value value) {}

    private BundleReader(
            String name, LoadLimits limits, @Nullable BundleVerification verification) {
        this.name = name;
        this.limits = limits;
        this.verification = verification;
        this.count = limits.count();
    }

    /**
     * Reads a bundle from a directory or an archive.
     *
     * @throws LoadProblem if it is missing, unreadable, malformed or too large, or holds what its
     *     roots forbid
     */
    public static Bundle read(Path path, LoadLimits limits) {
        return read(path, limits, null);
    }

    /**
     * The same, with the bundle's signature verified.
     *
     * @param verification null for bundles that need no signature
     * @throws LoadProblem also if a file is not as it was signed
     */
    public static Bundle read(
            Path path, LoadLimits limits, @Nullable BundleVerification verification) {
        String name = path.toString().replace('\\', '/');
        try {
            if (Files.isDirectory(path)) {
                BundleReader reader = new BundleReader(name, limits, verification);
                reader.directory(path, "", 0);
                return reader.bundle();
            }
            try (InputStream in = Files.newInputStream(path)) {
                return read(name, in, limits, verification);
            }
        } catch (NoSuchFileException e) {
            throw new LoadProblem(name, "no such file or directory");
        } catch (IOException e) {
            throw new LoadProblem(name, "cannot be read: " + e.getMessage());
        }
    }

    /**
     * Reads an archive to its end without closing it.
     *
     * @throws LoadProblem as {@link #read(Path, LoadLimits)}
     */
    public static Bundle read(String name, InputStream archive, LoadLimits limits) {
        return read(name, archive, limits, null);
    }

    private static Bundle read(
            String name,
            InputStream archive,
            LoadLimits limits,
            @Nullable BundleVerification verification) {
        BundleReader reader = new BundleReader(name, limits, verification);
        try {
            reader.archive(archive);
        } catch (IOException e) {
            throw new LoadProblem(name, "is no bundle (tar or tar.gz): " + e.getMessage());
        }
        return reader.bundle();
    }

    private void archive(InputStream archive) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(archive);
        buffered.mark(2);
        int magic = buffered.read() << 8 | buffered.read();
        buffered.reset();
        InputStream plain = magic == GZIP_MAGIC ? new GZIPInputStream(buffered) : buffered;
        TarArchiveInputStream tar = new TarArchiveInputStream(plain);
        TarArchiveEntry entry = tar.getNextEntry();
        while (entry != null) {
            if (entry.isFile()) {
                file(inner(entry.getName()), tar);
            }
            entry = tar.getNextEntry();
        }
    }

    /** The name of an entry without {@code /} or {@code ./} before it. */
    private String inner(String entry) {
        List<String> parts = new ArrayList<>();
        for (String part : entry.replace('\\', '/').split("/", -1)) {
            if (part.equals("..")) {
                throw new LoadProblem(
                        name, "the entry %s leads out of the bundle".formatted(entry));
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    private void directory(Path directory, String place, int depth) throws IOException {
        if (depth == limits.maxDepth()) {
            throw new LoadProblem(
                    name, "directories nest more than %d deep".formatted(limits.maxDepth()));
        }
        List<Path> entries;
        try (var listing = Files.list(directory)) {
            entries = listing.limit(limits.maxFiles() + 1L).sorted().toList();
        }
        for (Path entry : entries) {
            String inner = place + entry.getFileName();
            if (Files.isDirectory(entry)) {
                directory(entry, inner + "/", depth + 1);
            } else {
                try (InputStream in = Files.newInputStream(entry)) {
                    file(inner, in);
                }
            }
        }
    }

    private void file(String path, InputStream in) throws IOException {
        int slash = path.lastIndexOf('/');
        String fileName = path.substring(slash + 1);
        String place = name + "/" + path;
        count.file(place);
        boolean isManifest = path.equals(MANIFEST);
        boolean isData = DATA_FILES.contains(fileName);
        boolean isModule = Documents.isModule(fileName);
        if (verification == null && !isManifest && !isData && !isModule) {
            return;
        }
        if (!seen.add(path)) {
            throw new LoadProblem(place, "is in the bundle twice");
        }
        byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, count.allowance() + 1));
        count.bytes(place, bytes.length);
        if (verification != null) {
            contents.put(path, bytes);
        }
        if (isManifest) {
            manifest = Manifest.of(place, Documents.read(place + ".json", bytes));
        } else if (isData) {
            List<String> keys =
                    slash < 0 ? List.of() : List.of(path.substring(0, slash).split("/", -1));
            documents.add(new PlacedData(place, keys, Documents.read(place, bytes)));
        } else if (isModule) {
            modules.add(new SourceFile(place, Documents.text(place, bytes)));
        }
    }

    private Bundle bundle() {
        if (verification != null) {
            verification.check(name, contents);
        }
        BaseDocument data = new BaseDocument();
        for (PlacedData document : documents) {
            check(document.place, String.join("/", document.path), document.value);
            data.add(document.place, document.path, document.value);
        }
        modules.sort(Comparator.comparing(SourceFile::name));
        return new Bundle(name, manifest, modules, data.build());
    }

    /** Goes down into objects until a root owns them. */
    private void check(String place, String path, Value value) {
        if (manifest.roots().own(path)) {
            return;
        }
        boolean above =
                manifest.roots().paths().stream()
                        .anyMatch(root -> path.isEmpty() || root.startsWith(path + "/"));
        if (!above || !(value instanceof RegoObject object)) {
            throw new LoadProblem(
                    place,
                    "manifest roots %s do not permit data at path '/%s'; check the directories of the bundle"
                            .formatted(manifest.roots().paths(), path));
        }
        object.forEach((key, inner) -> {
            String text = key instanceof RegoString string ? string.value() : key.toString();
            check(place, path.isEmpty() ? text : path + "/" + text, inner);
        });
    }
}
