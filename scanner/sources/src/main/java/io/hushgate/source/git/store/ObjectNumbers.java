package io.hushgate.source.git.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * Gives every object of a repository a small number, so that graphs of millions of them fit into
 * arrays of {@code int}: objects in packs have the number of the first index that lists them, loose
 * ones come after. Safe for use by many threads; a lookup costs a search in each pack's index.
 */
public final class ObjectNumbers {
    private final List<PackFile> packs;
    private final int[] firstOf;
    private final List<ObjectId> loose;

    private ObjectNumbers(List<PackFile> packs, int[] firstOf, List<ObjectId> loose) {
        this.packs = packs;
        this.firstOf = firstOf;
        this.loose = loose;
    }

    /** Numbers the objects that are there now. */
    public static ObjectNumbers of(ObjectStore store) throws IOException {
        List<PackFile> packs = store.packs();
        int[] firstOf = new int[packs.size() + 1];
        for (int i = 0; i < packs.size(); i++) {
            firstOf[i + 1] = Math.addExact(firstOf[i], packs.get(i).index().count());
        }
        TreeSet<ObjectId> loose = new TreeSet<>();
        for (LooseObjects directory : store.loose()) {
            loose.addAll(directory.sorted());
        }
        return new ObjectNumbers(packs, firstOf, new ArrayList<>(loose));
    }

    /** One more than the largest number. */
    public int count() {
        return firstOf[packs.size()] + loose.size();
    }

    /** The number of the object whose id starts at {@code from}; -1 when it is not there. */
    public int of(byte[] id, int from, ObjectFormat format) {
        for (int i = 0; i < firstOf.length - 1; i++) {
            int number = packs.get(i).index().find(id, from);
            if (number >= 0) {
                return firstOf[i] + number;
            }
        }
        if (loose.isEmpty()) {
            return -1;
        }
        int at = Collections.binarySearch(loose, ObjectId.at(id, from, format));
        return at < 0 ? -1 : firstOf[packs.size()] + at;
    }

    /** The number of an object; -1 when it is not there. */
    public int of(ObjectId id) {
        return of(id.raw(), 0, id.format());
    }

    /** The object of a number. */
    public ObjectId id(int number) {
        int pack = 0;
        while (pack < packs.size() && firstOf[pack + 1] <= number) {
            pack++;
        }
        return pack == packs.size()
                ? loose.get(number - firstOf[pack])
                : packs.get(pack).index().id(number - firstOf[pack]);
    }
}
