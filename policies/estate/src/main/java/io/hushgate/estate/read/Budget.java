package io.hushgate.estate.read;

/**
 * How many values may be followed: references to lists of references would multiply without end.
 * What is over the budget stays as it is written.
 */
public final class Budget {
    private int left;

    /**
     * @param values 0 or more
     */
    public Budget(int values) {
        this.left = values;
    }

    /** Takes one value; tells whether there was one left. */
    public boolean take() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }
}
