package io.hushgate.source.archive;

import io.hushgate.core.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that arrive in order and are needed in another: in memory while they are few, else in a
 * temporary file that only its owner may read and that is gone with the process, however it ends.
 */
final class Spool implements Closeable {
    private static final int IN_MEMORY = 16 << 20;

    /** Disks of build machines are small. */
    private static final long ON_DISK = 2L << 30;

    private final SeekableByteChannel channel;
    private final @Nullable Path file;

    private Spool(SeekableByteChannel channel, @Nullable Path file) {
        this.channel = channel;
        this.file = file;
    }

    /**
     * Takes everything.
     *
     * @throws LimitProblem when it is more than a temporary file may hold
     */
    static Spool of(InputStream in) throws IOException {
        byte[] head = in.readNBytes(IN_MEMORY);
        if (head.length < IN_MEMORY) {
            return new Spool(new SeekableInMemoryByteChannel(head), null);
        }
        Path file = Files.createTempFile("hushgate", ".spool");
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
        Spool spool = new Spool(channel, file);
        try {
            spool.write(channel, head, head.length);
            byte[] piece = new byte[1 << 16];
            long total = head.length;
            for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
                total += got;
                if (total > ON_DISK) {
                    throw new LimitProblem(
                            Reason.LIMIT_SIZE,
                            "a 7z of more than %d bytes inside of something else; unpack it and scan the directory"
                                    .formatted(ON_DISK));
                }
                spool.write(channel, piece, got);
            }
            channel.position(0);
            return spool;
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    private void write(FileChannel to, byte[] bytes, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            to.write(buffer);
        }
    }

    SeekableByteChannel channel() {
        return channel;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
