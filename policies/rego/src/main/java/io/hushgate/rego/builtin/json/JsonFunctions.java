package io.hushgate.rego.builtin.json;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.value.JsonProblem;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.List;

/** JSON as text. */
public final class JsonFunctions {
    /** {@code < > &} are escaped, as by Go's encoder. */
    private static final JsonWriter WRITER = new JsonWriter(false, "", "", true);

    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of("json.marshal", "(any) => string", (_, a) -> marshal(WRITER, a[0])),
                    Builtin.of(
                            "json.marshal_with_options",
                            "(any, object<indent: string, prefix: string, pretty: boolean>[string: any]) => string",
                            (_, a) -> marshalWith(a)),
                    Builtin.of("json.unmarshal", "(string) => any", JsonFunctions::unmarshal),
                    Builtin.of("json.is_valid", "(string) => boolean", JsonFunctions::isValid));

    private JsonFunctions() {}

    /** How a key that is no string reads in JSON. */
    public static String keyText(Value key) {
        return key instanceof RegoString string ? string.value() : write(JsonWriter.COMPACT, key);
    }

    private static String write(JsonWriter writer, Value value) {
        try {
            return writer.write(value);
        } catch (IllegalArgumentException e) {
            throw BuiltinError.of(String.valueOf(e.getMessage()));
        }
    }

    private static RegoString marshal(JsonWriter writer, Value value) {
        return RegoString.of(write(writer, value));
    }

    private static Value marshalWith(Value[] a) {
        String indent = "\t";
        String prefix = "";
        Boolean pretty = null;
        boolean styled = false;
        RegoObject options = Operands.object(a, 1);
        for (int i = 0; i < options.size(); i++) {
            if (!(options.keyAt(i) instanceof RegoString key)) {
                throw BuiltinError.operand(
                        2,
                        "failed to stringify key %s at index %d: operand %d must be string but got %s"
                                .formatted(options.keyAt(i), i, i, options.keyAt(i).kind().text()));
            }
            Value value = options.valueAt(i);
            switch (key.value()) {
                case "prefix" -> {
                    prefix = text(key, value, i);
                    styled = true;
                }
                case "indent" -> {
                    indent = text(key, value, i);
                    styled = true;
                }
                case "pretty" -> {
                    if (!(value instanceof RegoBoolean bool)) {
                        throw BuiltinError.operand(2, "key pretty failed cast to bool");
                    }
                    pretty = bool.value();
                }
                default -> throw BuiltinError.operand(2, "object contained unknown key " + key);
            }
        }
        if (pretty == null ? !styled : !pretty) {
            return marshal(WRITER, a[0]);
        }
        return RegoString.of(prefix + write(new JsonWriter(true, prefix, indent, true), a[0]));
    }

    private static String text(RegoString key, Value value, int index) {
        if (value instanceof RegoString string) {
            return string.value();
        }
        throw BuiltinError.operand(
                2,
                "key %s failed cast to string: operand %d must be string but got %s"
                        .formatted(key, index, value.kind().text()));
    }

    private static Value unmarshal(BuiltinContext context, Value[] a) {
        String text = Operands.string(a, 0);
        context.step(text.length() / 8);
        try {
            return JsonReader.standard().read(text);
        } catch (JsonProblem e) {
            throw BuiltinError.of(String.valueOf(e.getMessage()));
        }
    }

    private static RegoBoolean isValid(BuiltinContext context, Value[] a) {
        if (!(a[0] instanceof RegoString text)) {
            return RegoBoolean.FALSE;
        }
        context.step(text.value().length() / 8);
        try {
            JsonReader.standard().read(text.value());
            return RegoBoolean.TRUE;
        } catch (JsonProblem e) {
            return RegoBoolean.FALSE;
        }
    }
}
