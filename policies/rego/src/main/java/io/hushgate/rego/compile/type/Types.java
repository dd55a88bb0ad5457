package io.hushgate.rego.compile.type;

import io.hushgate.rego.type.RegoType;
import io.hushgate.rego.type.RegoType.AnyOf;
import io.hushgate.rego.type.RegoType.ArrayOf;
import io.hushgate.rego.type.RegoType.Entries;
import io.hushgate.rego.type.RegoType.FunctionOf;
import io.hushgate.rego.type.RegoType.ObjectOf;
import io.hushgate.rego.type.RegoType.Property;
import io.hushgate.rego.type.RegoType.Scalar;
import io.hushgate.rego.type.RegoType.SetOf;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNull;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calculates with types. An unknown type is {@code null} and has no part in a union.
 *
 * <p>Types that grow beyond a limit become {@link RegoType#ANY}: a few lines of Rego can name a
 * type whose tree is larger than any memory.
 */
final class Types {
    /**
     * Parts of a type; more than any document people describe, few enough to compare in an instant.
     */
    private static final int MAX_PARTS = 4_000;

    private static final int MAX_DEPTH = 64;

    /** Members of a union. */
    private static final int MAX_MEMBERS = 128;

    private static final Comparator<RegoType> ORDER =
            Comparator.<RegoType>comparingInt(Types::rank).thenComparing(RegoType::toString);

    private Types() {}

    /** Whatever is of one of the two types. Functions unite with functions only. */
    static @Nullable RegoType or(@Nullable RegoType a, @Nullable RegoType b) {
        if (a == null) {
            return b;
        }
        if (b == null || a.equals(b)) {
            return a;
        }
        if (a instanceof FunctionOf f && b instanceof FunctionOf g) {
            return orFunctions(f, g);
        }
        if (a instanceof FunctionOf || b instanceof FunctionOf) {
            return null;
        }
        if (isAny(a) || isAny(b)) {
            return RegoType.ANY;
        }
        TreeSet<RegoType> members = new TreeSet<>(ORDER);
        members.addAll(membersOf(a));
        members.addAll(membersOf(b));
        if (members.size() == 1) {
            return members.getFirst();
        }
        return members.size() > MAX_MEMBERS
                ? RegoType.ANY
                : bounded(new AnyOf(List.copyOf(members)));
    }

    private static @Nullable RegoType orFunctions(FunctionOf f, FunctionOf g) {
        if (f.arity() != g.arity()) {
            return null;
        }
        List<RegoType> arguments = new ArrayList<>();
        for (int i = 0; i < f.arity(); i++) {
            arguments.add(orAny(or(f.arguments().get(i), g.arguments().get(i))));
        }
        return new FunctionOf(arguments, or(f.result(), g.result()), null);
    }

    static RegoType orAny(@Nullable RegoType type) {
        return type == null ? RegoType.ANY : type;
    }

    static boolean isAny(@Nullable RegoType type) {
        return type instanceof AnyOf any && any.isAnything();
    }

    private static List<RegoType> membersOf(RegoType type) {
        return type instanceof AnyOf any ? any.of() : List.of(type);
    }

    /** The type of what can be looked up in a value of this type; null if nothing can. */
    static @Nullable RegoType keys(@Nullable RegoType type) {
        return switch (type) {
            case null -> null;
            case ArrayOf _ -> Scalar.NUMBER;
            case ObjectOf(var fixed, var rest) -> {
                RegoType keys = rest == null ? null : rest.key();
                for (Property property : fixed) {
                    keys = or(keys, of(property.key()));
                }
                yield keys;
            }
            case SetOf(var member) -> member;
            case AnyOf any when any.isAnything() -> RegoType.ANY;
            case AnyOf any -> any.of().stream().map(Types::keys).reduce(null, Types::or);
            case Scalar _, FunctionOf _ -> null;
        };
    }

    /** The type of what stands in a value of this type; null if nothing does. */
    static @Nullable RegoType values(@Nullable RegoType type) {
        return switch (type) {
            case null -> null;
            case ArrayOf(var fixed, var rest) ->
                    Stream.concat(fixed.stream(), Stream.ofNullable(rest)).reduce(null, Types::or);
            case ObjectOf(var fixed, var rest) ->
                    Stream.concat(
                                    fixed.stream().map(Property::value),
                                    Stream.ofNullable(rest).map(Entries::value))
                            .reduce(null, Types::or);
            case SetOf(var member) -> member;
            case AnyOf any when any.isAnything() -> RegoType.ANY;
            case AnyOf any -> any.of().stream().map(Types::values).reduce(null, Types::or);
            case Scalar _, FunctionOf _ -> null;
        };
    }

    /** The type under a constant key; null if there can be nothing. */
    static @Nullable RegoType select(@Nullable RegoType type, Value key) {
        return switch (type) {
            case null -> null;
            case ArrayOf array -> element(array, key);
            case ObjectOf object -> property(object, key);
            case SetOf(var member) -> member(member, of(key));
            case AnyOf any when any.isAnything() -> RegoType.ANY;
            case AnyOf any -> any.of().stream().map(t -> select(t, key)).reduce(null, Types::or);
            case Scalar _, FunctionOf _ -> null;
        };
    }

    static @Nullable RegoType element(ArrayOf array, int index) {
        return index < array.fixed().size() ? array.fixed().get(index) : array.rest();
    }

    private static @Nullable RegoType element(ArrayOf array, Value key) {
        if (!(key instanceof RegoNumber number)) {
            return null;
        }
        return number.isLong() && number.longValue() >= 0
                ? element(array, (int) Math.min(number.longValue(), Integer.MAX_VALUE))
                : null;
    }

    private static @Nullable RegoType property(ObjectOf object, Value key) {
        for (Property property : object.fixed()) {
            if (property.key().equals(key)) {
                return property.value();
            }
        }
        Entries rest = object.rest();
        return rest != null && contains(rest.key(), of(key)) ? rest.value() : null;
    }

    private static @Nullable RegoType member(RegoType member, RegoType key) {
        return member.equals(key)
                ? member
                : member instanceof AnyOf any && contains(any, key) ? key : null;
    }

    private static boolean contains(RegoType types, RegoType type) {
        return types.equals(type)
                || (types instanceof AnyOf any && (any.isAnything() || any.of().contains(type)));
    }

    /** An object whose known keys stand in their order. */
    static RegoType object(List<Property> fixed, @Nullable Entries rest) {
        List<Property> sorted = fixed.stream().sorted(Comparator.comparing(Property::key)).toList();
        return bounded(new ObjectOf(sorted, rest));
    }

    static RegoType array(List<RegoType> fixed, @Nullable RegoType rest) {
        return bounded(new ArrayOf(fixed, rest));
    }

    /** The type of a constant. */
    static RegoType of(Value value) {
        return switch (value) {
            case RegoNull _ -> Scalar.NULL;
            case RegoBoolean _ -> Scalar.BOOLEAN;
            case RegoNumber _ -> Scalar.NUMBER;
            case RegoString _ -> Scalar.STRING;
            case RegoArray _ -> new ArrayOf(List.of(), RegoType.ANY);
            case RegoSet _ -> new SetOf(RegoType.ANY);
            case RegoObject _ -> new ObjectOf(List.of(), new Entries(RegoType.ANY, RegoType.ANY));
        };
    }

    static RegoType bounded(RegoType type) {
        return parts(type, 0, MAX_PARTS) < 0 ? RegoType.ANY : type;
    }

    /**
     * What is left of {@code budget} after counting the parts of a type; negative if it is not
     * enough.
     */
    private static int parts(@Nullable RegoType type, int depth, int budget) {
        if (depth > MAX_DEPTH || budget <= 0) {
            return -1;
        }
        int left = budget - 1;
        return switch (type) {
            case null -> left;
            case Scalar _ -> left;
            case AnyOf(var of) -> parts(of, depth, left);
            case ArrayOf(var fixed, var rest) -> parts(rest, depth + 1, parts(fixed, depth, left));
            case SetOf(var member) -> parts(member, depth + 1, left);
            case ObjectOf(var fixed, var rest) -> {
                int rested =
                        rest == null ? left : parts(List.of(rest.key(), rest.value()), depth, left);
                yield parts(fixed.stream().map(Property::value).toList(), depth, rested);
            }
            case FunctionOf(var arguments, var result, _) ->
                    parts(result, depth + 1, parts(arguments, depth, left));
        };
    }

    private static int parts(List<RegoType> types, int depth, int budget) {
        int left = budget;
        for (RegoType type : types) {
            left = parts(type, depth + 1, left);
            if (left < 0) {
                return left;
            }
        }
        return left;
    }

    private static int rank(RegoType type) {
        return switch (type) {
            case Scalar scalar ->
                    switch (scalar) {
                        case NULL -> 0;
                        case BOOLEAN -> 1;
                        case NUMBER -> 2;
                        case STRING -> 3;
                    };
            case ArrayOf _ -> 4;
            case ObjectOf _ -> 5;
            case SetOf _ -> 6;
            case AnyOf _ -> 7;
            case FunctionOf _ -> 8;
        };
    }
}
