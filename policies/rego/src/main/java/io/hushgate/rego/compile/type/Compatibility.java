package io.hushgate.rego.compile.type;

import io.hushgate.rego.type.RegoType;
import io.hushgate.rego.type.RegoType.AnyOf;
import io.hushgate.rego.type.RegoType.ArrayOf;
import io.hushgate.rego.type.RegoType.FunctionOf;
import io.hushgate.rego.type.RegoType.ObjectOf;
import io.hushgate.rego.type.RegoType.Property;
import io.hushgate.rego.type.RegoType.Scalar;
import io.hushgate.rego.type.RegoType.SetOf;
import io.hushgate.rego.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a value could be of two types at once. Symmetric; an unknown type fits nothing.
 */
final class Compatibility {
    private Compatibility() {}

    static boolean fits(@Nullable RegoType a, @Nullable RegoType b) {
        if (a == null || b == null) {
            return false;
        }
        if (a instanceof AnyOf any) {
            return fitsAny(any, b);
        }
        if (b instanceof AnyOf any) {
            return fitsAny(any, a);
        }
        return switch (a) {
            case Scalar scalar -> scalar == b;
            case ArrayOf array -> b instanceof ArrayOf other && fitArrays(array, other);
            case ObjectOf object -> b instanceof ObjectOf other && fitObjects(object, other);
            case SetOf(var member) -> b instanceof SetOf other && fits(member, other.member());
            case FunctionOf function ->
                    b instanceof FunctionOf other
                            && function.arity() == other.arity()
                            && fitAll(function.arguments(), other.arguments());
            case AnyOf any -> fitsAny(any, b);
        };
    }

    private static boolean fitsAny(AnyOf any, RegoType type) {
        if (type instanceof FunctionOf) {
            return false;
        }
        return any.isAnything()
                || Types.isAny(type)
                || any.of().stream().anyMatch(member -> fits(member, type));
    }

    private static boolean fitAll(List<RegoType> a, List<RegoType> b) {
        for (int i = 0; i < a.size(); i++) {
            if (!fits(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fitArrays(ArrayOf a, ArrayOf b) {
        int length = Math.max(a.fixed().size(), b.fixed().size());
        for (int i = 0; i < length; i++) {
            if (!fits(Types.element(a, i), Types.element(b, i))) {
                return false;
            }
        }
        return a.rest() == null || b.rest() == null || fits(a.rest(), b.rest());
    }

    private static boolean fitObjects(ObjectOf a, ObjectOf b) {
        Set<Value> compared = new HashSet<>();
        for (Property property : a.fixed()) {
            compared.add(property.key());
            if (!fitsUnder(property, b, a)) {
                return false;
            }
        }
        for (Property property : b.fixed()) {
            if (!compared.contains(property.key()) && !fitsUnder(property, a, b)) {
                return false;
            }
        }
        return a.rest() == null || b.rest() == null || fits(a.rest().value(), b.rest().value());
    }

    /** Whether an object that has a property could be one of the other type as well. */
    private static boolean fitsUnder(Property property, ObjectOf other, ObjectOf owner) {
        RegoType value = Types.select(other, property.key());
        return value == null ? !isClosed(owner, other) : fits(property.value(), value);
    }

    /** Whether neither object can have more keys than those that are known. */
    private static boolean isClosed(ObjectOf a, ObjectOf b) {
        return a.rest() == null && b.rest() == null;
    }
}
