package io.hushgate.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads small files of a layout that somebody else controls. What ought to be a file can be a FIFO,
 * whose opening waits for ever, or a file without end; both are answered here.
 */
public final class RegularFile {
    private RegularFile() {}

    /**
     * Reads a whole file.
     *
     * @throws NoSuchFileException when there is no file, or something else in its place
     * @throws IOException when it cannot be read or is larger than {@code maxBytes}
     */
    public static byte[] bytes(Path file, long maxBytes) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        long size = Files.size(file);
        if (size > maxBytes) {
            throw new IOException("%s has %d bytes, more than %d".formatted(file, size, maxBytes));
        }
        return Files.readAllBytes(file);
    }

    /** The lines of a whole file, each byte one character, so that none is refused. */
    public static List<String> lines(Path file, long maxBytes) throws IOException {
        return new String(bytes(file, maxBytes), StandardCharsets.ISO_8859_1).lines().toList();
    }
}
