package io.hushgate.rego.type;

import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A set of values that a term may take. {@code toString()} is OPA's notation, as it stands in error
 * messages, and {@link TypeText} reads it back.
 */
public sealed interface RegoType {
    /** Any value. */
    RegoType ANY = new AnyOf(List.of());

    /** The types without parts. */
    enum Scalar implements RegoType {
        NULL,
        BOOLEAN,
        NUMBER,
        STRING;

        @Override
        public String toString() {
            return switch (this) {
                case NULL -> "null";
                case BOOLEAN -> "boolean";
                case NUMBER -> "number";
                case STRING -> "string";
            };
        }
    }

    /** One of several types; of none in particular, that is any value, when the list is empty. */
    record AnyOf(List<RegoType> of) implements RegoType {
        public AnyOf {
            of = List.copyOf(of);
        }

        public boolean isAnything() {
            return of.isEmpty();
        }

        @Override
        public String toString() {
            return of.isEmpty() ? "any" : "any<" + list(of) + ">";
        }
    }

    /**
     * An array.
     *
     * @param fixed types of the first elements, which must be there
     * @param rest type of all further elements; null when there are none
     */
    record ArrayOf(List<RegoType> fixed, @Nullable RegoType rest) implements RegoType {
        public ArrayOf {
            fixed = List.copyOf(fixed);
        }

        @Override
        public String toString() {
            return "array"
                    + (fixed.isEmpty() ? "" : "<" + list(fixed) + ">")
                    + (rest == null ? "" : "[" + rest + "]");
        }
    }

    /** A set whose members are of one type. */
    record SetOf(RegoType member) implements RegoType {
        @Override
        public String toString() {
            return "set[" + member + "]";
        }
    }

    /**
     * An object.
     *
     * @param fixed keys that must be there
     * @param rest types of all further entries; null when there are none
     */
    record ObjectOf(List<Property> fixed, @Nullable Entries rest) implements RegoType {
        public ObjectOf {
            fixed = List.copyOf(fixed);
        }

        @Override
        public String toString() {
            return "object"
                    + (fixed.isEmpty() ? "" : "<" + list(fixed) + ">")
                    + (rest == null ? "" : "[" + rest + "]");
        }
    }

    /** A key that is known, and the type of its value. */
    record Property(Value key, RegoType value) {
        @Override
        public String toString() {
            return (key instanceof RegoString text ? text.value() : key) + ": " + value;
        }
    }

    /** The types of keys and values whose keys are not known. */
    record Entries(RegoType key, RegoType value) {
        @Override
        public String toString() {
            return key + ": " + value;
        }
    }

    /**
     * A function.
     *
     * @param result null when it yields nothing and is called for its effect only ({@code print})
     * @param variadic type of any further arguments; null when there are none
     */
    record FunctionOf(
            List<RegoType> arguments, @Nullable RegoType result, @Nullable RegoType variadic)
            implements RegoType {
        public FunctionOf {
            arguments = List.copyOf(arguments);
        }

        public int arity() {
            return arguments.size();
        }

        public boolean isVoid() {
            return result == null;
        }

        @Override
        public String toString() {
            String more =
                    variadic == null ? "" : (arguments.isEmpty() ? "" : ", ") + variadic + "...";
            return "(" + list(arguments) + more + ") => " + (result == null ? "???" : result);
        }
    }

    private static String list(List<?> parts) {
        return parts.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
