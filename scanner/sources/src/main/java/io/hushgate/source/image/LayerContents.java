package io.hushgate.source.image;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a layer puts where and what it takes away, by path. Of a path only a hash of 64 bits is
 * kept: a layer has hundreds of thousands, and is asked about a few.
 *
 * <p>Whiteouts as in the OCI Image Specification, "Image Layer Filesystem Changeset".
 */
final class LayerContents {
    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";
    private static final int DIRECTORY = 1 << 12;

    private long[] paths = new long[256];
    private int[] modes = new int[256];
    private int count;
    private boolean sorted;
    private final Set<String> deleted = new HashSet<>();
    private final Set<String> emptied = new HashSet<>();
    private final List<HardLink> links = new ArrayList<>();

    /** A second name of a file. */
    record HardLink(String name, String target) {}

    /**
     * Notes an entry; false for one that only says what is deleted.
     *
     * @param path without a slash at its start
     */
    boolean add(String path, int mode, boolean directory) {
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        if (name.startsWith(WHITEOUT)) {
            String parent = path.substring(0, Math.max(0, slash));
            if (name.equals(OPAQUE)) {
                emptied.add(parent);
            } else if (!name.startsWith(WHITEOUT, WHITEOUT.length())) {
                deleted.add(path.substring(0, slash + 1) + name.substring(WHITEOUT.length()));
            }
            return false;
        }
        if (count == paths.length) {
            paths = Arrays.copyOf(paths, 2 * count);
            modes = Arrays.copyOf(modes, 2 * count);
        }
        paths[count] = hash(trimmed(path));
        modes[count++] = mode | (directory ? DIRECTORY : 0);
        return true;
    }

    void link(String name, String target) {
        links.add(new HardLink(name, target));
    }

    List<HardLink> links() {
        return links;
    }

    /** Writes everything, for {@link #read}. */
    void write(DataOutputStream out) throws IOException {
        out.writeInt(count);
        for (int i = 0; i < count; i++) {
            out.writeLong(paths[i]);
            out.writeShort(modes[i]);
        }
        LayerRecord.writeTexts(deleted, out);
        LayerRecord.writeTexts(emptied, out);
        out.writeInt(links.size());
        for (HardLink link : links) {
            LayerRecord.writeText(link.name(), out);
            LayerRecord.writeText(link.target(), out);
        }
    }

    /** Reads what {@link #write} wrote. */
    static LayerContents read(DataInputStream in) throws IOException {
        LayerContents contents = new LayerContents();
        contents.count = in.readInt();
        if (contents.count < 0 || contents.count > in.available() / (Long.BYTES + Short.BYTES)) {
            throw new EOFException("more paths than there are bytes");
        }
        contents.paths = new long[Math.max(1, contents.count)];
        contents.modes = new int[Math.max(1, contents.count)];
        for (int i = 0; i < contents.count; i++) {
            contents.paths[i] = in.readLong();
            contents.modes[i] = in.readShort();
        }
        contents.deleted.addAll(LayerRecord.readTexts(in));
        contents.emptied.addAll(LayerRecord.readTexts(in));
        for (int left = in.readInt(); left > 0; left--) {
            contents.link(LayerRecord.readText(in), LayerRecord.readText(in));
        }
        return contents;
    }

    /** The permission bits of a path; 0 where the layer does not have it. */
    int mode(String path) {
        int at = find(path);
        return at < 0 ? 0 : modes[at] & (DIRECTORY - 1);
    }

    /** Tells whether a file of a lower layer is not seen any more because of this one. */
    boolean hides(String path) {
        if (deleted.contains(path) || find(path) >= 0) {
            return true;
        }
        for (int slash = path.lastIndexOf('/');
                slash >= 0;
                slash = path.lastIndexOf('/', slash - 1)) {
            String above = path.substring(0, slash);
            int at = find(above);
            boolean replaced = at >= 0 && (modes[at] & DIRECTORY) == 0;
            if (replaced || deleted.contains(above) || emptied.contains(above)) {
                return true;
            }
        }
        return emptied.contains("");
    }

    /** Where a path stands among the sorted; of several entries the last one counts. */
    private int find(String path) {
        if (!sorted) {
            sort();
        }
        int at = Arrays.binarySearch(paths, 0, count, hash(path));
        while (at >= 0 && at + 1 < count && paths[at + 1] == paths[at]) {
            at++;
        }
        return at;
    }

    private void sort() {
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(paths[a], paths[b]));
        long[] sortedPaths = new long[count];
        int[] sortedModes = new int[count];
        for (int i = 0; i < count; i++) {
            sortedPaths[i] = paths[order[i]];
            sortedModes[i] = modes[order[i]];
        }
        paths = sortedPaths;
        modes = sortedModes;
        sorted = true;
    }

    private static String trimmed(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** FNV-1a over UTF-16, then mixed as in SplitMix64. */
    private static long hash(String path) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < path.length(); i++) {
            hash = (hash ^ path.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
