package io.hushgate.source.image;

import io.hushgate.core.Limits;
import io.hushgate.source.archive.Signature;
import io.hushgate.source.archive.TarReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * The files of a tar on disk, each at its place: layers are read side by side, and nothing is
 * unpacked. Links between the entries lead to entries only.
 */
final class TarBlobs implements Blobs {
    /** Old docker archives link layers that are equal; each link leads to a file. */
    private static final int MOST_LINKS = 8;

    private final FileChannel channel;
    private final Map<String, Piece> pieces = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private boolean damaged;

    /** Where an entry lies. */
    private record Piece(long start, long length) {}

    private TarBlobs(FileChannel channel) {
        this.channel = channel;
    }

    /** Tells by its first bytes whether a file is a tar. */
    static boolean isTar(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(Signature.SNIFFED);
            return Signature.of(head, 0, head.length) == Signature.TAR;
        } catch (IOException e) {
            return false;
        }
    }

    /** Tells whether the manifest of a docker archive has layers to speak of. */
    boolean hasLayers() {
        try {
            Json manifest = Json.read(document("manifest.json"));
            return !manifest.elements().isEmpty()
                    && manifest.elements().getFirst().get("Layers") instanceof Json.Elements;
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads the headers of a tar; what comes after damage is not there. */
    static TarBlobs open(Path file, Limits limits) throws IOException {
        TarBlobs blobs = new TarBlobs(FileChannel.open(file, StandardOpenOption.READ));
        try {
            blobs.readHeaders(limits.maxEntries());
        } catch (IOException e) {
            blobs.damaged = true;
        }
        return blobs;
    }

    /** Tells whether the tar is damaged or cut, so that entries may be missing. */
    boolean isDamaged() {
        return damaged;
    }

    private void readHeaders(int most) throws IOException {
        long length = channel.size();
        TarReader tar = new TarReader(new BufferedInputStream(stream(0, length), 4096));
        int entries = 0;
        while (tar.next() && entries++ < most) {
            if (tar.contentStart() + Math.max(0, tar.size()) > length && tar.isFile()) {
                damaged = true;
            }
            if (tar.isSymbolicLink() || tar.isHardLink()) {
                links.put(tar.name(), target(tar));
            } else if (tar.isFile()) {
                long start = tar.contentStart();
                pieces.put(tar.name(), new Piece(start, Math.min(tar.size(), length - start)));
                if (tar.size() > length - start) {
                    return;
                }
            }
        }
    }

    /** Where a link leads, from the top of the archive. */
    private static String target(TarReader tar) {
        String link = tar.link();
        if (tar.isHardLink() || link.startsWith("/")) {
            return link;
        }
        int slash = tar.name().lastIndexOf('/');
        Path below = Path.of(tar.name().substring(0, Math.max(0, slash))).resolve(link);
        return below.normalize().toString().replace('\\', '/');
    }

    @Override
    public InputStream open(Descriptor blob) throws IOException {
        return open(
                blob.path().isEmpty()
                        ? "blobs/" + blob.digest().algorithm() + "/" + blob.digest().hex()
                        : blob.path());
    }

    private InputStream open(String name) throws IOException {
        String at = name;
        for (int i = 0; i < MOST_LINKS; i++) {
            Piece piece = pieces.get(at);
            if (piece != null) {
                return stream(piece.start, piece.length);
            }
            String next = links.get(at);
            if (next == null) {
                break;
            }
            at = next;
        }
        throw new MissingBlob(name);
    }

    @Override
    public byte[] document(String name) throws IOException {
        try (InputStream in = open(name)) {
            return in.readNBytes(Json.MAX_BYTES);
        }
    }

    boolean has(String name) {
        return pieces.containsKey(name) || links.containsKey(name);
    }

    /** A piece of the file; any number of them are read at the same time. */
    private InputStream stream(long start, long length) {
        return new InputStream() {
            private long at = start;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int wanted) throws IOException {
                long left = start + length - at;
                if (left <= 0) {
                    return -1;
                }
                int most = (int) Math.min(wanted, left);
                int got = channel.read(ByteBuffer.wrap(into, offset, most), at);
                at += Math.max(0, got);
                return got;
            }

            @Override
            public long skip(long bytes) {
                long skipped = Math.clamp(bytes, 0, Math.max(0, start + length - at));
                at += skipped;
                return skipped;
            }
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
