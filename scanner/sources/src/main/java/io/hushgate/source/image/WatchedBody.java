package io.hushgate.source.image;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * The body of an answer, which is closed when it keeps its reader waiting for too long: the JDK's
 * client waits for the head of an answer only as long as it is told to, and for the body for ever.
 */
final class WatchedBody extends FilterInputStream {
    private final String host;
    private final long mostNanos;
    private final boolean wholeAtOnce;
    private final Thread watch;
    private volatile long since = System.nanoTime();
    private volatile boolean waiting;
    private volatile boolean late;

    private WatchedBody(InputStream body, String host, Duration most, boolean wholeAtOnce) {
        super(body);
        this.host = host;
        this.mostNanos = most.toNanos();
        this.wholeAtOnce = wholeAtOnce;
        this.watch = Thread.ofVirtual().unstarted(this::watch);
    }

    /** A body of which all has to be there in time. */
    static InputStream ofDocument(InputStream body, String host, Patience patience) {
        return new WatchedBody(body, host, patience.answer(), true).watched();
    }

    /** A body of any length, of which something has to come in time. */
    static InputStream ofBlob(InputStream body, String host, Patience patience) {
        return new WatchedBody(body, host, patience.silence(), false).watched();
    }

    private WatchedBody watched() {
        watch.start();
        return this;
    }

    private void watch() {
        try {
            while (true) {
                long left = mostNanos - (System.nanoTime() - since);
                if (left <= 0 && waiting) {
                    late = true;
                    in.close();
                    return;
                }
                Thread.sleep(Duration.ofNanos(left <= 0 ? mostNanos : left));
            }
        } catch (InterruptedException e) {
            // it was read to its end
        } catch (IOException e) {
            // whoever waits is told that it is late
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        since = wholeAtOnce ? since : System.nanoTime();
        waiting = true;
        try {
            int got = in.read(into, offset, length);
            if (late) {
                throw tooLate();
            }
            return got;
        } catch (IOException e) {
            throw late ? tooLate() : e;
        } finally {
            waiting = false;
        }
    }

    private RegistryProblem tooLate() {
        return new RegistryProblem(
                "%s answers and then gives nothing for %d seconds"
                        .formatted(host, Duration.ofNanos(mostNanos).toSeconds()));
    }

    @Override
    public void close() throws IOException {
        watch.interrupt();
        super.close();
    }
}
