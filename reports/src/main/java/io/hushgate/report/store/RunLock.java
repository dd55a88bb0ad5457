package io.hushgate.report.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time write to a store. The operating system or the server lets go of it
 * when the process ends, however it ends, so no lock is ever left over.
 */
final class RunLock implements AutoCloseable {
    private static final String SERVER_LOCK =
            "select pg_try_advisory_lock(1213551432, hashtext(current_database() || '/' || current_schema()))";

    private final @Nullable FileChannel channel;

    private RunLock(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /** Locks a file beside the store's; it stays there, for removing it would let two in. */
    static RunLock ofFile(Path store) {
        Path file = store.resolveSibling(store.getFileName() + ".lock");
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                String holder = Files.readString(file, UTF_8).strip();
                channel.close();
                throw taken(store.toString(), holder.isEmpty() ? "" : " (" + holder + ")");
            }
            channel.truncate(0);
            String process = "process " + ProcessHandle.current().pid() + "\n";
            channel.write(ByteBuffer.wrap(process.getBytes(UTF_8)));
            return new RunLock(channel);
        } catch (IOException e) {
            throw new StoreProblem(
                    store
                            + ": the store cannot be written; check that its directory exists and is writable",
                    e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Locks by the session, which ends with the connection. */
    static RunLock ofServer(Sql sql) {
        if (!sql.holds(SERVER_LOCK)) {
            throw taken(sql.place(), "");
        }
        return new RunLock(null);
    }

    private static StoreProblem taken(String place, String holder) {
        return new StoreProblem(
                "%s: another audit is writing to this store%s; wait until it ends, or name another --store"
                        .formatted(place, holder));
    }

    @Override
    public void close() {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreProblem("the lock of the store cannot be let go", e);
        }
    }
}
