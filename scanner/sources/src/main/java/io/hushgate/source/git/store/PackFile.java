package io.hushgate.source.git.store;

import io.hushgate.core.Skip;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A pack, mapped: entries one after the other, each a header and a zlib stream. Safe for use by
 * many threads.
 *
 * <p>Mapped in windows that start every gibibyte and are almost two long, so that an entry lies
 * whole in the window of its first byte unless its compressed form alone has more than one
 * gibibyte.
 *
 * <p>The hash at its end is not worked out: that would take as long as reading all objects. Checked
 * instead are the hash of the index, that the pack ends with the hash which the index was made for,
 * and the size and the zlib checksum of every entry that is read.
 */
final class PackFile {
    private static final int WINDOW_SHIFT = 30;
    private static final long WINDOW_MASK = (1L << WINDOW_SHIFT) - 1;
    private static final int SIGNATURE = 0x5041434b;
    private static final int HEADER_BYTES = 12;

    private final String name;
    private final ObjectFormat format;
    private final PackIndex index;
    private final ByteBuffer[] windows;
    private final long end;
    private volatile SoftReference<@Nullable DeltaForest> forest = new SoftReference<>(null);

    private PackFile(
            String name, ObjectFormat format, PackIndex index, ByteBuffer[] windows, long size)
            throws ObjectProblem {
        this.name = name;
        this.format = format;
        this.index = index;
        this.windows = windows;
        this.end = size - format.bytes();
        if (end < HEADER_BYTES || windows[0].getInt(0) != SIGNATURE) {
            throw ObjectProblem.corrupt(name, "it does not start as a pack does");
        }
        int version = windows[0].getInt(4);
        if (version != 2 && version != 3) {
            throw ObjectProblem.corrupt(
                    name, "its version is %d, and 2 and 3 exist".formatted(version));
        }
    }

    /** Opens a pack and the index beside it. */
    static PackFile open(Path pack, Path index, ObjectFormat format) throws IOException {
        String name = pack.getFileName().toString();
        PackIndex opened = PackIndex.open(index, format);
        try (FileChannel channel = FileChannel.open(pack, StandardOpenOption.READ)) {
            long size = channel.size();
            ByteBuffer[] windows =
                    new ByteBuffer[Math.max(1, (int) ((size - 1) >>> WINDOW_SHIFT) + 1)];
            for (int i = 0; i < windows.length; i++) {
                long from = (long) i << WINDOW_SHIFT;
                long length = Math.min(Integer.MAX_VALUE, size - from);
                windows[i] = channel.map(FileChannel.MapMode.READ_ONLY, from, length);
            }
            return new PackFile(name, format, opened, windows, size);
        }
    }

    String name() {
        return name;
    }

    ObjectFormat format() {
        return format;
    }

    PackIndex index() {
        return index;
    }

    /**
     * Which entry is built on which; kept while memory suffices, since a history is scanned up to
     * three times. One with problems is made anew each time, and names them each time.
     */
    DeltaForest forest(Consumer<Skip> problems) throws ObjectProblem {
        DeltaForest known = forest.get();
        if (known == null) {
            AtomicBoolean sound = new AtomicBoolean(index.isSound());
            if (!sound.get()) {
                problems.accept(index.damagedAsAWhole().skip());
            }
            known =
                    DeltaForest.of(
                            this,
                            problem -> {
                                sound.set(false);
                                problems.accept(problem);
                            });
            forest = new SoftReference<>(sound.get() ? known : null);
        }
        return known;
    }

    /** Offset after the last entry. */
    long end() {
        return end;
    }

    /** Tells whether this is the whole pack that its index was made for: a cut-off pack is not. */
    boolean isWhole() {
        byte[] hash = new byte[format.bytes()];
        windows[(int) (end >>> WINDOW_SHIFT)].get((int) (end & WINDOW_MASK), hash);
        return index.isMadeFor(hash);
    }

    /** One byte, from 0 to 255. */
    int at(long offset) throws ObjectProblem {
        if (offset < 0 || offset >= end) {
            throw damaged(offset, "it ends there");
        }
        return windows[(int) (offset >>> WINDOW_SHIFT)].get((int) (offset & WINDOW_MASK)) & 0xff;
    }

    /** The bytes from an offset on, as many as lie in one window. */
    ByteBuffer from(long offset) throws ObjectProblem {
        if (offset < 0 || offset >= end) {
            throw damaged(offset, "it ends there");
        }
        int number = (int) (offset >>> WINDOW_SHIFT);
        int inWindow = (int) (offset & WINDOW_MASK);
        ByteBuffer window = windows[number];
        return window.slice(inWindow, window.limit() - inWindow);
    }

    ObjectProblem damaged(long offset, String what) {
        return ObjectProblem.corrupt("%s at offset %d".formatted(name, offset), what);
    }
}
