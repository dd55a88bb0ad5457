package io.hushgate.rego.builtin;

import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A built-in function refuses its arguments. Carries no stack trace: without strict errors it only
 * means undefined, and policies provoke it by the thousand.
 */
public final class BuiltinError extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What kind of failure it is, by OPA's codes. */
    public enum Code {
        /** An operand has the wrong type. */
        TYPE("eval_type_error"),
        /** An operand has an unusable value. */
        BUILTIN("eval_builtin_error");

        private final String text;

        Code(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    private final Code code;
    private final @Nullable String function;
    private final boolean halts;

    private BuiltinError(Code code, @Nullable String function, String message, boolean halts) {
        super(message, null, false, false);
        this.code = code;
        this.function = function;
        this.halts = halts;
    }

    /** An operand's value is no good. */
    public static BuiltinError of(String message) {
        return new BuiltinError(Code.BUILTIN, null, message, false);
    }

    /** Something that ends the query even without strict errors, such as a refused permission. */
    public static BuiltinError halting(String message) {
        return new BuiltinError(Code.BUILTIN, null, message, true);
    }

    /** {@code operand 1 must be one of {set, array} but got number}. */
    public static BuiltinError type(int position, Value got, String... expected) {
        return operand(
                position, "must be %s but got %s".formatted(oneOf(expected), got.kind().text()));
    }

    /** {@code operand 1 must be array of strings but got array containing number}. */
    public static BuiltinError element(
            int position, Value collection, Value got, String... expected) {
        String kind = collection.kind().text();
        String what =
                expected.length == 1
                        ? expected[0] + "s"
                        : "(any of) {" + String.join(", ", expected) + "}";
        return operand(
                position,
                "must be %s of %s but got %s containing %s"
                        .formatted(kind, what, kind, got.kind().text()));
    }

    /** {@code operand 1 must be one of {2, 8}}: the type is right and the value is not. */
    public static BuiltinError choice(int position, String... expected) {
        return operand(position, "must be " + oneOf(expected));
    }

    /** {@code operand 1 ...}. */
    public static BuiltinError operand(int position, String complaint) {
        return new BuiltinError(
                Code.TYPE, null, "operand %d %s".formatted(position, complaint), false);
    }

    /** The operands do not go together; the message stands as it is. */
    public static BuiltinError operands(String complaint) {
        return new BuiltinError(Code.TYPE, null, complaint, false);
    }

    private static String oneOf(String[] expected) {
        return expected.length == 1 ? expected[0] : "one of {" + String.join(", ", expected) + "}";
    }

    /** This error with the name of the function in front, unless it has one. */
    BuiltinError in(String name) {
        return function != null
                ? this
                : new BuiltinError(code, name, name + ": " + getMessage(), halts);
    }

    public Code code() {
        return code;
    }

    /** True when the query must end even without strict errors. */
    public boolean halts() {
        return halts;
    }

    /** The message, with the name of the function in front once it is known. */
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "" : message;
    }
}
