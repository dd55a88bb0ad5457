package io.hushgate.rego.type;

import io.hushgate.rego.type.RegoType.AnyOf;
import io.hushgate.rego.type.RegoType.ArrayOf;
import io.hushgate.rego.type.RegoType.Entries;
import io.hushgate.rego.type.RegoType.FunctionOf;
import io.hushgate.rego.type.RegoType.ObjectOf;
import io.hushgate.rego.type.RegoType.Property;
import io.hushgate.rego.type.RegoType.Scalar;
import io.hushgate.rego.type.RegoType.SetOf;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types as JSON, in the form that OPA's capabilities files hold. */
public final class TypeJson {
    /** Nobody writes deeper types; capabilities files come from users. */
    private static final int MAX_DEPTH = 64;

    private TypeJson() {}

    public static RegoObject write(RegoType type) {
        return switch (type) {
            case Scalar scalar -> named(scalar.toString()).build();
            case AnyOf(var of) -> {
                RegoObject.Builder json = named("any");
                if (!of.isEmpty()) {
                    json.put("of", writeAll(of));
                }
                yield json.build();
            }
            case ArrayOf(var fixed, var rest) -> {
                RegoObject.Builder json = named("array");
                if (!fixed.isEmpty()) {
                    json.put("static", writeAll(fixed));
                }
                if (rest != null) {
                    json.put("dynamic", write(rest));
                }
                yield json.build();
            }
            case SetOf(var member) -> named("set").put("of", write(member)).build();
            case ObjectOf object -> writeObject(object);
            case FunctionOf(var arguments, var result, var variadic) -> {
                RegoObject.Builder json = named("function");
                if (!arguments.isEmpty()) {
                    json.put("args", writeAll(arguments));
                }
                if (result != null) {
                    json.put("result", write(result));
                }
                if (variadic != null) {
                    json.put("variadic", write(variadic));
                }
                yield json.build();
            }
        };
    }

    private static RegoObject writeObject(ObjectOf object) {
        RegoObject.Builder json = named("object");
        if (!object.fixed().isEmpty()) {
            RegoArray.Builder properties = RegoArray.builder();
            for (Property property : object.fixed()) {
                properties.add(entry(property.key(), write(property.value())));
            }
            json.put("static", properties.build());
        }
        Entries rest = object.rest();
        if (rest != null) {
            json.put("dynamic", entry(write(rest.key()), write(rest.value())));
        }
        return json.build();
    }

    private static RegoObject entry(Value key, Value value) {
        return RegoObject.builder().put("key", key).put("value", value).build();
    }

    private static RegoObject.Builder named(String type) {
        return RegoObject.builder().put("type", RegoString.of(type));
    }

    private static RegoArray writeAll(List<RegoType> types) {
        return RegoArray.of(types.stream().map(TypeJson::write).toList());
    }

    /**
     * Reads a type.
     *
     * @throws IllegalArgumentException if the JSON is not one
     */
    public static RegoType read(@Nullable Value json) {
        return read(json, 0);
    }

    /**
     * Reads the type of a function.
     *
     * @throws IllegalArgumentException if the JSON is not one
     */
    public static FunctionOf readFunction(@Nullable Value json) {
        if (read(json, 0) instanceof FunctionOf function) {
            return function;
        }
        throw new IllegalArgumentException(
                "a type of a function is expected, with \"type\": \"function\"");
    }

    private static RegoType read(@Nullable Value json, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException(
                    "a type nests more than " + MAX_DEPTH + " levels deep");
        }
        if (!(json instanceof RegoObject object && object.get("type") instanceof RegoString type)) {
            throw new IllegalArgumentException("a type must be an object with a string \"type\"");
        }
        return switch (type.value()) {
            case "null" -> Scalar.NULL;
            case "boolean" -> Scalar.BOOLEAN;
            case "number" -> Scalar.NUMBER;
            case "string" -> Scalar.STRING;
            case "any" -> new AnyOf(readAll(object.get("of"), depth));
            case "array" ->
                    new ArrayOf(
                            readAll(object.get("static"), depth),
                            readOptional(object.get("dynamic"), depth));
            case "set" -> {
                RegoType member = readOptional(object.get("of"), depth);
                yield new SetOf(member == null ? RegoType.ANY : member);
            }
            case "object" -> readObject(object, depth);
            case "function" ->
                    new FunctionOf(
                            readAll(object.get("args"), depth),
                            readOptional(object.get("result"), depth),
                            readOptional(object.get("variadic"), depth));
            default -> throw new IllegalArgumentException("'" + type.value() + "' is no type");
        };
    }

    private static ObjectOf readObject(RegoObject json, int depth) {
        List<Property> fixed = new ArrayList<>();
        if (json.get("static") instanceof RegoArray properties) {
            for (Value property : properties) {
                Value key = property.get(KEY);
                if (key == null) {
                    throw new IllegalArgumentException("a static property must have a \"key\"");
                }
                fixed.add(new Property(key, read(property.get(VALUE), depth + 1)));
            }
        }
        Value rest = json.get("dynamic");
        return new ObjectOf(
                fixed,
                rest == null
                        ? null
                        : new Entries(
                                read(rest.get(KEY), depth + 1), read(rest.get(VALUE), depth + 1)));
    }

    private static final RegoString KEY = RegoString.of("key");
    private static final RegoString VALUE = RegoString.of("value");

    private static @Nullable RegoType readOptional(@Nullable Value json, int depth) {
        return json == null ? null : read(json, depth + 1);
    }

    private static List<RegoType> readAll(@Nullable Value json, int depth) {
        List<RegoType> types = new ArrayList<>();
        if (json instanceof RegoArray array) {
            for (Value element : array) {
                types.add(read(element, depth + 1));
            }
        }
        return types;
    }
}
