package io.hushgate.source.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.core.FingerprintKey;
import io.hushgate.source.RegularFile;
import io.hushgate.source.SourceProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Small files under names, in a directory that several runs may use at the same time. A file is
 * written beside its place and moved there, and ends with a keyed hash over its name and content:
 * one that is cut off, damaged, put under another name or written by somebody without the key is as
 * good as none. What was not asked for the longest goes first when there is too much.
 *
 * <pre>
 * content | 32 bytes: FingerprintKey.seal(name, content)
 * </pre>
 */
final class KeptFiles {
    /** Of one file; a layer of 4,000,000 paths makes one. */
    private static final int MOST_BYTES_OF_ONE = 64 << 20;

    private static final int SEAL_BYTES = 32;
    private static final Pattern OURS = Pattern.compile("[0-9a-f]{64}\\.(kept|tmp-.*)");

    private final Path directory;
    private final FingerprintKey key;
    private final long maxBytes;

    /**
     * Uses a directory, which is made where it is missing, for its owner alone.
     *
     * @param maxBytes of all files together, once {@link #trim} ended
     * @throws SourceProblem when there can be no such directory
     */
    KeptFiles(Path directory, FingerprintKey key, long maxBytes) {
        this.directory = directory;
        this.key = key;
        this.maxBytes = maxBytes;
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory);
                ownersAlone(directory);
            }
        } catch (IOException e) {
            throw new SourceProblem(
                    directory.toString(),
                    "nothing can be kept there",
                    "name a directory that can be written");
        }
    }

    private static void ownersAlone(Path made) throws IOException {
        if (Files.getFileStore(made).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** What is kept under a name; counts as asked for. */
    Optional<byte[]> read(String name) {
        Path file = file(name);
        try {
            byte[] all = RegularFile.bytes(file, MOST_BYTES_OF_ONE);
            if (all.length < SEAL_BYTES) {
                return Optional.empty();
            }
            byte[] content = Arrays.copyOf(all, all.length - SEAL_BYTES);
            byte[] seal = Arrays.copyOfRange(all, content.length, all.length);
            if (!MessageDigest.isEqual(seal, key.seal(name, content))) {
                return Optional.empty();
            }
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(content);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps content under a name, in place of what was there; where that fails, nothing is. */
    void write(String name, byte[] content) {
        if (content.length > MOST_BYTES_OF_ONE - SEAL_BYTES) {
            return;
        }
        Path file = file(name);
        Path beside = null;
        try {
            beside = Files.createTempFile(directory, nameOf(file).replace("kept", "tmp-"), "");
            byte[] all = Arrays.copyOf(content, content.length + SEAL_BYTES);
            System.arraycopy(key.seal(name, content), 0, all, content.length, SEAL_BYTES);
            Files.write(beside, all);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(beside);
        }
    }

    /** Deletes what was not asked for the longest, until the rest is within its bounds. */
    void trim() {
        List<Kept> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> OURS.matcher(nameOf(file)).matches())
                    .flatMap(file -> Kept.of(file).stream())
                    .forEach(all::add);
        } catch (IOException e) {
            return; // the next run tries again
        }
        all.sort(Comparator.comparing(Kept::asked).thenComparing(Kept::file));
        long bytes = all.stream().mapToLong(Kept::bytes).sum();
        for (Kept oldest : all) {
            if (bytes <= maxBytes) {
                return;
            }
            delete(oldest.file());
            bytes -= oldest.bytes();
        }
    }

    /** A file, and when it was asked for the last time. */
    private record Kept(Path file, long bytes, FileTime asked) {
        static Optional<Kept> of(Path file) {
            try {
                return Optional.of(
                        new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
            } catch (IOException e) {
                return Optional.empty(); // another run deleted it
            }
        }
    }

    private static void delete(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                return; // it stays for the next run's trim
            }
        }
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    private Path file(String name) {
        String hash = Digest.sha256((key.id() + "\n" + name).getBytes(UTF_8)).hex();
        return directory.resolve(hash + ".kept");
    }
}
