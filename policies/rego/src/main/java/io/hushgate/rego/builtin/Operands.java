package io.hushgate.rego.builtin;

import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes arguments as what they should be, or fails in OPA's words. Positions count from 0 here and
 * from 1 in messages.
 */
public final class Operands {
    private Operands() {}

    public static String string(Value[] arguments, int i) {
        return stringValue(arguments, i).value();
    }

    public static RegoString stringValue(Value[] arguments, int i) {
        if (arguments[i] instanceof RegoString string) {
            return string;
        }
        throw BuiltinError.type(i + 1, arguments[i], "string");
    }

    public static RegoNumber number(Value[] arguments, int i) {
        if (arguments[i] instanceof RegoNumber number) {
            return number;
        }
        throw BuiltinError.type(i + 1, arguments[i], "number");
    }

    public static RegoSet set(Value[] arguments, int i) {
        if (arguments[i] instanceof RegoSet set) {
            return set;
        }
        throw BuiltinError.type(i + 1, arguments[i], "set");
    }

    public static RegoObject object(Value[] arguments, int i) {
        if (arguments[i] instanceof RegoObject object) {
            return object;
        }
        throw BuiltinError.type(i + 1, arguments[i], "object");
    }

    public static RegoArray array(Value[] arguments, int i) {
        if (arguments[i] instanceof RegoArray array) {
            return array;
        }
        throw BuiltinError.type(i + 1, arguments[i], "array");
    }

    /** An integer that fits 64 bits. */
    public static long integer(Value[] arguments, int i) {
        RegoNumber number = number(arguments, i);
        if (number.isLong()) {
            return number.longValue();
        }
        throw BuiltinError.operand(i + 1, "must be integer number but got floating-point number");
    }

    public static BigInteger bigInteger(Value[] arguments, int i) {
        if (!(arguments[i] instanceof RegoNumber number)) {
            throw BuiltinError.type(i + 1, arguments[i], "integer");
        }
        if (!number.isInteger()) {
            throw BuiltinError.operand(
                    i + 1, "must be integer number but got floating-point number");
        }
        return number.bigInteger();
    }

    /** The members of an array or set, in order. */
    public static Iterable<Value> members(Value[] arguments, int i) {
        return switch (arguments[i]) {
            case RegoArray array -> array;
            case RegoSet set -> set;
            default -> throw BuiltinError.type(i + 1, arguments[i], "array", "set");
        };
    }

    /** The members of an array or set, all of which are strings. */
    public static List<String> strings(Value[] arguments, int i) {
        List<String> strings = new ArrayList<>();
        for (Value member : members(arguments, i)) {
            if (!(member instanceof RegoString string)) {
                throw BuiltinError.element(i + 1, arguments[i], member, "string");
            }
            strings.add(string.value());
        }
        return strings;
    }
}
