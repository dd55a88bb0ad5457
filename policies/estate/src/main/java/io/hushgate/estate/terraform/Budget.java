package io.hushgate.estate.terraform;

/**
 * How many values may be followed: references to lists of references would multiply without end.
 * What is over the budget stays as it is written.
 */
final class Budget {
    /** Of all modules of a run together; a big real one takes some ten thousand. */
    private static final int MAX_VALUES = 500_000;

    private int left = MAX_VALUES;

    /** Takes one value; tells whether there was one left. */
    boolean take() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }
}
