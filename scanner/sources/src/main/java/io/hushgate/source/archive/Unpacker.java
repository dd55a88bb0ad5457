package io.hushgate.source.archive;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Reason;
import io.hushgate.source.AddedRanges;
import io.hushgate.source.ArtifactConsumer;
import io.hushgate.source.CoverageLog;
import io.hushgate.source.Prefixed;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One worker's share of the unpacking. Keeps one buffer for each depth: what fits into it is handed
 * on in memory, the rest streams through.
 *
 * <p>A container is opened and its own bytes are not handed on, so that nothing is found twice;
 * unless it turns out at its first entry not to be what it seemed.
 */
final class Unpacker implements ArtifactConsumer {
    private static final int OUTERMOST_BUFFER = 1 << 20;
    private static final int INNER_BUFFER = 1 << 18;
    private static final byte[] NOT_YET = {};

    private final ArtifactConsumer inner;
    private final Unpacking settings;
    private final CoverageLog log;
    private final List<byte[]> buffers = new ArrayList<>();

    Unpacker(ArtifactConsumer inner, Unpacking settings) {
        this.inner = inner;
        this.settings = settings;
        this.log = settings.log();
    }

    /**
     * A place in the nesting.
     *
     * @param depth how many containers are open
     * @param budget that of the outermost; null while none is open
     */
    private record Level(int depth, @Nullable Budget budget) {}

    @Override
    public void accept(Artifact artifact, AddedRanges added) throws IOException {
        if (settings.leavesOut().test(artifact.address())) {
            return;
        }
        try {
            take(artifact, artifact.address(), added, new Level(0, null));
        } catch (LimitProblem limit) {
            note(artifact.address(), limit);
        } catch (Packed.SourceFailure broken) {
            throw broken.failure();
        }
    }

    /**
     * Takes an artifact at any depth.
     *
     * @param ofTar the address that the entries of a tar get: a tar that is all of a compressed
     *     file counts as that file
     * @return whether the artifact itself was handed on, and not what lies in it
     */
    private boolean take(Artifact artifact, Address ofTar, AddedRanges added, Level level)
            throws IOException {
        if (artifact instanceof Artifact.Streamed streamed) {
            return takeStream(streamed, ofTar, added, level);
        }
        Artifact.InMemory whole = (Artifact.InMemory) artifact;
        Signature signature = Signature.of(whole.bytes(), whole.from(), whole.to());
        if (signature == Signature.NONE) {
            inner.accept(whole, added);
            return true;
        }
        return container(signature, whole, new InMemoryReading(whole), ofTar, added, level);
    }

    private boolean takeStream(
            Artifact.Streamed streamed, Address ofTar, AddedRanges added, Level level)
            throws IOException {
        byte[] buffer = buffer(level.depth());
        int length = 0;
        boolean ended = false;
        while (length < buffer.length && !ended) {
            int got = streamed.read(buffer, length, buffer.length - length);
            ended = got < 0;
            length += Math.max(0, got);
        }
        if (ended) {
            Artifact whole = new Artifact.InMemory(streamed.address(), buffer, 0, length);
            return take(whole, ofTar, added, level);
        }
        Signature signature = Signature.of(buffer, 0, length);
        Artifact.Streamed all = new Prefixed(buffer, length, streamed);
        if (signature == Signature.NONE) {
            inner.accept(all, added);
            return true;
        }
        return container(signature, all, all, ofTar, added, level);
    }

    private byte[] buffer(int depth) {
        while (buffers.size() <= depth) {
            buffers.add(NOT_YET);
        }
        if (buffers.get(depth).length == 0) {
            buffers.set(depth, new byte[depth == 0 ? OUTERMOST_BUFFER : INNER_BUFFER]);
        }
        return buffers.get(depth);
    }

    private boolean container(
            Signature signature,
            Artifact itself,
            Artifact.Streamed reading,
            Address ofTar,
            AddedRanges added,
            Level level)
            throws IOException {
        Address address = signature == Signature.TAR ? ofTar : itself.address();
        if (isClosed(signature, address, itself.address(), level)) {
            inner.accept(itself, added);
            return true;
        }
        Budget budget =
                level.budget() == null
                        ? new Budget(settings.limits(), settings.deadline())
                        : level.budget();
        Level below = new Level(level.depth() + 1, budget);
        boolean opened = unpack(signature, reading, address, below, level.budget() == null);
        if (!opened && itself instanceof Artifact.InMemory whole) {
            inner.accept(whole, added);
            return true;
        }
        return false;
    }

    /** Tells whether a container is not opened, and says why where nobody asked for that. */
    private boolean isClosed(Signature signature, Address address, Address own, Level level) {
        if (!settings.opens().test(address)) {
            return true;
        }
        if (signature == Signature.RAR) {
            log.skip(address, Reason.UNSUPPORTED, "RAR is not read; unpack it and scan that");
            return true;
        }
        // A tar that is all of a compressed file is one archive with it, not one more.
        boolean tooDeep =
                level.depth() >= settings.limits().maxDecodeDepth() && address.equals(own);
        if (tooDeep) {
            log.skip(
                    address,
                    Reason.LIMIT_DEPTH,
                    "nested deeper than %d archives; unpack it and scan that"
                            .formatted(settings.limits().maxDecodeDepth()));
        }
        return tooDeep;
    }

    /** Hands on the entries; false when there turned out to be none to be had. */
    private boolean unpack(
            Signature signature,
            Artifact.Streamed reading,
            Address address,
            Level level,
            boolean outermost)
            throws IOException {
        Budget budget = java.util.Objects.requireNonNull(level.budget());
        boolean any = false;
        try (Entries entries =
                Containers.open(
                        signature, new Packed(reading, budget, outermost), address, budget)) {
            while (entries.next()) {
                budget.entry();
                any |= entry(signature, entries, address, level);
            }
            return true;
        } catch (LimitProblem limit) {
            note(address, limit);
            throw limit;
        } catch (Packed.SourceFailure broken) {
            throw broken;
        } catch (Encrypted e) {
            log.skip(address, Reason.ENCRYPTED, "it needs a password; unpack it by hand");
            return true;
        } catch (Unsupported e) {
            log.skip(
                    address,
                    Reason.UNSUPPORTED,
                    "what follows an entry that is not read was not found; unpack it by hand");
            return true;
        } catch (IOException e) {
            log.skip(address, Reason.CORRUPT, broken(e));
            return any;
        }
    }

    /** Hands on one entry; false when its bytes are damaged from the first on. */
    private boolean entry(Signature signature, Entries entries, Address outer, Level level)
            throws IOException {
        Address address = new Address.Inside(outer, entries.name());
        switch (entries.kind()) {
            case NO_CONTENT -> {}
            case LINK_OUTSIDE ->
                    log.skip(address, Reason.LINK_OUTSIDE, "a link out of the archive");
            case ENCRYPTED ->
                    log.skip(address, Reason.ENCRYPTED, "it needs a password; unpack it by hand");
            case UNSUPPORTED ->
                    log.skip(
                            address,
                            Reason.UNSUPPORTED,
                            "packed by a method that is not read; unpack it by hand");
            case TOO_LARGE ->
                    log.skip(
                            address,
                            Reason.LIMIT_SIZE,
                            "it is too large to be read as a whole; its bytes were looked at");
            case FILE, AS_IT_IS -> {
                return settings.leavesOut().test(address)
                        || file(signature, entries, address, outer, level);
            }
        }
        return true;
    }

    private boolean file(
            Signature signature, Entries entries, Address address, Address outer, Level level)
            throws IOException {
        Budget budget = java.util.Objects.requireNonNull(level.budget());
        Entry entry =
                new Entry(
                        address,
                        Containers.isUncounted(signature)
                                ? new Unpacked(entries.content(), Integer.MAX_VALUE, budget)
                                : entries.content());
        Address ofTar = Compression.is(signature) ? outer : address;
        try {
            boolean itself = true;
            if (entries.kind() == Entries.Kind.AS_IT_IS) {
                inner.accept(entry, AddedRanges.EVERYTHING);
            } else {
                itself = take(entry, ofTar, AddedRanges.EVERYTHING, level);
            }
            entry.check();
            if (itself) {
                log.looked(1, entry.bytesRead());
            }
            return true;
        } catch (LimitProblem limit) {
            note(address, limit);
            throw limit;
        } catch (Packed.SourceFailure | Encrypted e) {
            throw e;
        } catch (IOException e) {
            log.skip(Compression.is(signature) ? outer : address, Reason.CORRUPT, broken(e));
            return entry.bytesRead() > 0;
        }
    }

    private void note(Address address, LimitProblem limit) {
        if (limit.isNews()) {
            log.skip(address, limit.reason(), String.valueOf(limit.getMessage()));
        }
    }

    /** Never what the bytes are: a message of a decoder may quote them. */
    private static String broken(IOException e) {
        return e instanceof EOFException
                ? "it ends too early; what came before was looked at; fetch or make it again"
                : "it is damaged; what came before was looked at; fetch or make it again";
    }
}
