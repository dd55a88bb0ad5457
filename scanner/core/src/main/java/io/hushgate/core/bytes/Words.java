package io.hushgate.core.bytes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Some ASCII words to look for in a slice, sorted by their first byte so that most places of the
 * slice are settled by one look. Immutable.
 */
public final class Words {
    private static final int ASCII = 128;
    private final String[][] byFirst = new String[ASCII][];
    private final boolean ignoresCase;

    private Words(List<String> words, boolean ignoresCase) {
        this.ignoresCase = ignoresCase;
        List<List<String>> lists = new ArrayList<>();
        for (int i = 0; i < ASCII; i++) {
            lists.add(new ArrayList<>());
        }
        for (String word : words) {
            lists.get(word.charAt(0)).add(word);
        }
        for (int i = 0; i < ASCII; i++) {
            byFirst[i] = lists.get(i).toArray(String[]::new);
        }
    }

    /** Words to be found as they are written. */
    public static Words exactly(String... words) {
        return new Words(List.of(words), false);
    }

    /** Words to be found without regard to case. */
    public static Words ignoringCase(String... words) {
        return new Words(
                List.of(words).stream().map(w -> w.toLowerCase(Locale.ROOT)).toList(), true);
    }

    /** Tells whether the slice starts with one. */
    public boolean isStartOf(Slice slice) {
        return !slice.isEmpty() && standsAt(slice, 0, false);
    }

    /** Tells whether the slice is one. */
    public boolean isAllOf(Slice slice) {
        return !slice.isEmpty() && standsAt(slice, 0, true);
    }

    /** Tells whether the slice holds one. */
    public boolean isPartOf(Slice slice) {
        for (int i = 0; i < slice.length(); i++) {
            if (standsAt(slice, i, false)) {
                return true;
            }
        }
        return false;
    }

    private boolean standsAt(Slice slice, int index, boolean whole) {
        int first = slice.at(index);
        if (ignoresCase) {
            first = Slice.lower(first);
        }
        if (first >= ASCII) {
            return false;
        }
        for (String word : byFirst[first]) {
            boolean stands =
                    ignoresCase
                            ? slice.regionIsIgnoringCase(index, word)
                            : slice.regionIs(index, word);
            if (stands && (!whole || word.length() == slice.length() - index)) {
                return true;
            }
        }
        return false;
    }
}
