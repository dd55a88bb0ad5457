package io.hushgate.source.file;

import io.hushgate.source.RegularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ignore files that hold in a directory: its own before its parent's, the last line of a file
 * before its first. Immutable.
 */
final class IgnoreRules {
    private static final long MAX_BYTES = 8 << 20;

    private final @Nullable IgnoreRules outer;
    private final List<IgnorePattern> lastFirst;
    private final int prefix;

    private IgnoreRules(@Nullable IgnoreRules outer, List<IgnorePattern> lastFirst, int prefix) {
        this.outer = outer;
        this.lastFirst = lastFirst;
        this.prefix = prefix;
    }

    /** Nothing is ignored. */
    static IgnoreRules none() {
        return new IgnoreRules(null, List.of(), 0);
    }

    /**
     * Adds an ignore file, if there is one.
     *
     * @param prefix length of the path from the root of the work tree to its directory, slash
     *     included
     * @throws IOException when there is one and it cannot be read
     */
    IgnoreRules with(Path file, int prefix) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return this; // git does not follow a link here either
        }
        List<IgnorePattern> patterns = new ArrayList<>();
        byte[] bytes = RegularFile.bytes(file, MAX_BYTES);
        int start = hasByteOrderMark(bytes) ? 3 : 0;
        while (start < bytes.length) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            IgnorePattern.parse(java.util.Arrays.copyOfRange(bytes, start, end))
                    .ifPresent(patterns::add);
            start = end + 1;
        }
        return patterns.isEmpty() ? this : new IgnoreRules(this, patterns.reversed(), prefix);
    }

    private static boolean hasByteOrderMark(byte[] bytes) {
        return bytes.length >= 3
                && bytes[0] == (byte) 0xef
                && bytes[1] == (byte) 0xbb
                && bytes[2] == (byte) 0xbf;
    }

    /** Tells whether a path is ignored, provided that no directory above it is. */
    boolean ignores(byte[] path, boolean directory) {
        int name = path.length;
        while (name > 0 && path[name - 1] != '/') {
            name--;
        }
        for (IgnoreRules rules = this; rules != null; rules = rules.outer) {
            for (IgnorePattern pattern : rules.lastFirst) {
                if (pattern.matches(path, rules.prefix, name, directory)) {
                    return !pattern.isNegated();
                }
            }
        }
        return false;
    }
}
