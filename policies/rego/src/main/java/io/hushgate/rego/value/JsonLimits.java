package io.hushgate.rego.value;

/**
 * What a JSON text may cost.
 *
 * @param maxDepth levels of nesting
 * @param maxChars length of the whole text, in bytes or characters as it is given
 * @param maxNumberChars length of one number: the time to read one grows with the square of it
 */
public record JsonLimits(int maxDepth, long maxChars, int maxNumberChars) {
    /**
     * Depth 1,000: real documents stay below 100, and whoever walks a value recursively is safe. 1
     * GiB: more does not fit the arrays of one value. 1,000 digits: the longest RSA key in decimal
     * has 4,932, but no tool writes such.
     */
    public static final JsonLimits DEFAULT = new JsonLimits(1_000, 1L << 30, 1_000);
}
