package io.hushgate.rego.value;

/** Makes UTF-16 well-formed. */
final class WellFormed {
    private WellFormed() {}

    /** The text with U+FFFD in place of each surrogate that has no partner. */
    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
