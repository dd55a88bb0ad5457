package io.hushgate.source.file;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * An open file. Small files are most of a tree and opening costs more than reading, so the read
 * that only says "end" is saved where the size is known.
 */
final class FileArtifact implements Artifact.Streamed {
    private static final Set<OpenOption> OPEN =
            Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Address address;
    private final FileChannel channel;
    private final long expected;
    private long done;
    private boolean ended;

    private FileArtifact(Address address, FileChannel channel, long expected) {
        this.address = address;
        this.channel = channel;
        this.expected = expected;
    }

    /**
     * Opens a file that was seen to be a regular one; a link in its place is refused.
     *
     * @param expected its size when it was seen
     */
    static FileArtifact open(Address address, Path path, long expected) throws IOException {
        return new FileArtifact(address, FileChannel.open(path, OPEN), expected);
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        int read = channel.read(ByteBuffer.wrap(into, offset, length));
        if (read < 0) {
            ended = true;
            return -1;
        }
        done += read;
        // A short read at the known size is the end. Files of the kernel say size 0 and go on.
        ended = read < length && expected > 0 && done >= expected;
        return read;
    }

    /** How many bytes were read so far. */
    long bytesRead() {
        return done;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
