package io.hushgate.rego.builtin;

/** Bounds on what one call may produce, whatever the budget says. */
public final class Sizes {
    /** Characters of one string: 64 Mi, a sixteenth of what a Java string can hold. */
    static final long MAX_TEXT = 1L << 26;

    /** Elements of one collection: 16 Mi. */
    static final long MAX_ELEMENTS = 1L << 24;

    private Sizes() {}

    /** Spends the budget for a text before it is produced. */
    public static void announceText(BuiltinContext context, long chars) {
        checkText(chars);
        context.step(chars / 16);
    }

    /** Fails for a text that grew too long. */
    public static void checkText(long chars) {
        if (chars > MAX_TEXT) {
            throw BuiltinError.of("the result has more than %d characters".formatted(MAX_TEXT));
        }
    }

    /** Spends the budget for a collection before it is produced. */
    public static void announceElements(BuiltinContext context, long elements) {
        if (elements > MAX_ELEMENTS) {
            throw BuiltinError.of("the result has more than %d elements".formatted(MAX_ELEMENTS));
        }
        context.step(elements);
    }
}
