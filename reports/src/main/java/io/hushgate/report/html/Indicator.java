package io.hushgate.report.html;

/**
 * A number that tells how well secrets are kept, and how it came to be.
 *
 * @param value as it is read; a dash where nothing was measured
 * @param explanation what it counts, or what is missing to measure it
 */
record Indicator(String name, String value, String explanation) {
    static final String UNKNOWN = "–";
}
