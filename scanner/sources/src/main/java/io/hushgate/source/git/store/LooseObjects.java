package io.hushgate.source.git.store;

import io.hushgate.core.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The objects that lie one a file, {@code objects/ab/cdef...}: a zlib stream of {@code kind size},
 * a zero byte and the content.
 */
final class LooseObjects {
    /** "commit", a space, twenty digits and the zero byte fit twice. */
    private static final int HEADER_BYTES = 64;

    private final Path directory;
    private final ObjectFormat format;

    LooseObjects(Path directory, ObjectFormat format) {
        this.directory = directory;
        this.format = format;
    }

    /** Where an object lies if it is loose. */
    Path file(ObjectId id) {
        String hex = id.toString();
        return directory.resolve(hex.substring(0, 2)).resolve(hex.substring(2));
    }

    boolean contains(ObjectId id) {
        return Files.isRegularFile(file(id));
    }

    /** Reads an object; null when it is not loose. */
    @Nullable StoredObject read(ObjectId id, ZlibReader zlib, int maxBytes) throws IOException {
        byte[] compressed;
        try {
            Path file = file(id);
            if (!Files.isRegularFile(file)) {
                return null;
            }
            long fileBytes = Files.size(file);
            if (fileBytes > maxBytes) {
                throw ObjectProblem.tooLarge("object " + id, fileBytes, maxBytes);
            }
            compressed = Files.readAllBytes(file);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return null;
        }
        try {
            zlib.start(compressed);
            byte[] start = new byte[HEADER_BYTES];
            int started = zlib.fill(start, 0, HEADER_BYTES);
            int zero = zeroIn(start, started);
            ObjectKind kind = kind(start, zero);
            long size = size(start, zero);
            if (size > maxBytes) {
                throw ObjectProblem.tooLarge("object " + id, size, maxBytes);
            }
            byte[] content = new byte[(int) size];
            int have = started - zero - 1;
            if (have > size) {
                throw new DataFormatException("it is longer than its header says");
            }
            System.arraycopy(start, zero + 1, content, 0, have);
            if (have + zlib.fill(content, have, content.length - have) != content.length) {
                throw new DataFormatException("it is shorter than its header says");
            }
            zlib.expectEnd();
            return new StoredObject(kind, content);
        } catch (DataFormatException e) {
            throw ObjectProblem.corrupt("object " + id, "its file is damaged: " + e.getMessage());
        }
    }

    /**
     * Hands over a blob that is too large for memory, piece by piece.
     *
     * @param problem why it could not be read whole
     * @return false when the problem is another one, or the object no blob
     */
    boolean visitLarge(ObjectId id, ObjectVisitor visitor, ObjectProblem problem)
            throws IOException {
        if (problem.skip().reason() != Reason.LIMIT_SIZE) {
            return false;
        }
        try (InputStream content = new InflaterInputStream(Files.newInputStream(file(id)))) {
            StringBuilder word = new StringBuilder();
            int b = content.read();
            for (int i = 0; i < HEADER_BYTES && b > 0; i++) {
                word.append((char) b);
                b = content.read();
            }
            if (b != 0 || !word.toString().startsWith("blob ")) {
                return false;
            }
            visitor.visitLarge(id, content);
            return true;
        }
    }

    private static int zeroIn(byte[] start, int length) throws DataFormatException {
        for (int i = 0; i < length; i++) {
            if (start[i] == 0) {
                return i;
            }
        }
        throw new DataFormatException("it has no header");
    }

    private static ObjectKind kind(byte[] start, int zero) throws DataFormatException {
        String header = new String(start, 0, zero, StandardCharsets.ISO_8859_1);
        int space = header.indexOf(' ');
        ObjectKind kind = space < 0 ? null : ObjectKind.ofWord(header.substring(0, space));
        if (kind == null) {
            throw new DataFormatException("it is of no kind that exists");
        }
        return kind;
    }

    private static long size(byte[] start, int zero) throws DataFormatException {
        String header = new String(start, 0, zero, StandardCharsets.ISO_8859_1);
        String digits = header.substring(header.indexOf(' ') + 1);
        boolean valid = !digits.isEmpty() && digits.length() <= 18;
        if (!valid || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new DataFormatException("its size is no number");
        }
        return Long.parseLong(digits);
    }

    /** Every loose object in order of ids. */
    List<ObjectId> sorted() throws IOException {
        List<ObjectId> all = new ArrayList<>();
        for (int first = 0; first < 256; first++) {
            addIn("%02x".formatted(first), all);
        }
        all.sort(null);
        return all;
    }

    /** Adds the objects whose ids start with these digits, at least two. */
    void addWithPrefix(String digits, Set<ObjectId> into) {
        List<ObjectId> found = new ArrayList<>();
        try {
            addIn(digits.substring(0, 2), found);
        } catch (IOException e) {
            return; // what cannot be listed cannot be named either
        }
        found.stream().filter(id -> id.toString().startsWith(digits)).forEach(into::add);
    }

    /** Adds the objects of one directory; files with other names are left alone, as git does. */
    private void addIn(String prefix, List<ObjectId> into) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory.resolve(prefix))) {
            for (Path file : files) {
                String rest = file.getFileName().toString();
                if (rest.length() == 2 * format.bytes() - 2) {
                    ObjectId.parse(prefix + rest).ifPresent(into::add);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }
}
