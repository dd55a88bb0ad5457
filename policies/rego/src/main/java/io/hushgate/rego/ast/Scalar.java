package io.hushgate.rego.ast;

import java.math.BigDecimal;

/** A constant without parts. */
public sealed interface Scalar extends Term {
    /** {@code null}. */
    record Null(Location location) implements Scalar {
        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value, Location location) implements Scalar {
        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * A number of any size and precision.
     *
     * @param text in JSON's number syntax, as written; {@code 1} and {@code 1.0} are different
     *     nodes but equal values
     */
    record Num(String text, Location location) implements Scalar {
        public static Num of(long value) {
            return new Num(Long.toString(value), Location.NONE);
        }

        /** The exact value. */
        public BigDecimal value() {
            return new BigDecimal(text);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /** A string: {@code "..."} with its escapes resolved, or the text between backquotes. */
    record Text(String value, Location location) implements Scalar {
        public static Text of(String value) {
            return new Text(value, Location.NONE);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }
}
