package io.hushgate.source.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream on a thread of its own, a few pieces ahead of whoever takes them: one processor
 * unpacks while another matches. A stream that gives nothing for too long fails instead of waiting
 * for ever.
 *
 * <p>The thread is never interrupted, because that would close a file that others read; it ends at
 * the next piece after {@link #close}, and closes the stream then.
 */
final class ReadAhead extends InputStream {
    private static final int PIECES = 4;
    private static final int PIECE_BYTES = 256 * 1024;
    private static final byte[] STOP = {};

    private final InputStream in;
    private final Duration patience;
    private final BlockingQueue<Piece> full = new ArrayBlockingQueue<>(PIECES + 1);
    private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(PIECES + 1);
    private Piece piece = new Piece(STOP, 0, null);
    private int at;
    private boolean ended;

    /** Bytes; with a length of -1 the end, and why, if it is not the stream's own. */
    @SuppressWarnings("ArrayRecordComponent") // handed from one thread to one other
    private record Piece(byte[] bytes, int length, @Nullable IOException failure) {}

    /**
     * Begins to read.
     *
     * @param in read and closed by the other thread
     * @param patience how long is waited for one piece
     */
    ReadAhead(InputStream in, Duration patience) {
        this.in = in;
        this.patience = patience;
        for (int i = 0; i < PIECES; i++) {
            free.add(new byte[PIECE_BYTES]);
        }
        Thread.ofPlatform().daemon().name("unpack").start(this::run);
    }

    private void run() {
        IOException failure = null;
        try (in) {
            byte[] bytes = free.take();
            while (bytes.length > 0 && failure == null) {
                int length = 0;
                int got = 0;
                try {
                    while (length < bytes.length && got >= 0) {
                        got = in.read(bytes, length, bytes.length - length);
                        length += Math.max(0, got);
                    }
                } catch (IOException e) {
                    failure = e; // what came before it counts
                }
                if (length > 0) {
                    full.add(new Piece(bytes, length, null));
                }
                bytes = got < 0 || failure != null ? STOP : free.take();
            }
        } catch (IOException e) {
            failure = e;
        } catch (RuntimeException | Error e) {
            failure = new IOException("the reading failed", e);
        } catch (InterruptedException e) {
            failure = new InterruptedIOException();
        }
        full.add(new Piece(STOP, -1, failure));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == piece.length && !ended) {
            next();
        }
        if (ended) {
            IOException failure = piece.failure;
            if (failure != null) {
                throw failure;
            }
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece.bytes, at, into, offset, count);
        at += count;
        return count;
    }

    private void next() throws IOException {
        if (piece.length > 0) {
            free.add(piece.bytes);
        }
        try {
            Piece next = full.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                in.close();
                String what = "nothing came for %d seconds".formatted(patience.toSeconds());
                next = new Piece(STOP, -1, new IOException(what));
            }
            piece = next;
            at = 0;
            ended = next.length < 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public void close() {
        free.offer(STOP);
    }
}
