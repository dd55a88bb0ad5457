package io.hushgate.rego.builtin.json;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.value.JsonProblem;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNull;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.List;

/** {@code json.match_schema} and {@code json.verify_schema}. */
public final class Schemas {
    private static final String DOCUMENT = "any<string, object[any: any]>";

    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of(
                            "json.match_schema",
                            "("
                                    + DOCUMENT
                                    + ", "
                                    + DOCUMENT
                                    + ") => array<boolean, array[object<desc: string, error: string, field: string, type: string>]>",
                            Schemas::match),
                    Builtin.of(
                            "json.verify_schema",
                            "(" + DOCUMENT + ") => array<boolean, any<null, string>>",
                            (_, a) -> verify(a)));

    private Schemas() {}

    /** An object as it is, or the JSON in a string. */
    private static Value document(Value value, int position) {
        return switch (value) {
            case RegoObject object -> object;
            case RegoString text -> {
                try {
                    yield JsonReader.standard().read(text.value());
                } catch (JsonProblem e) {
                    throw BuiltinError.of(String.valueOf(e.getMessage()));
                }
            }
            default -> throw BuiltinError.type(position, value, "string", "object");
        };
    }

    private static RegoArray verify(Value[] a) {
        try {
            SchemaSyntax.check(document(a[0], 1));
            return RegoArray.of(RegoBoolean.TRUE, RegoNull.NULL);
        } catch (BuiltinError e) {
            return RegoArray.of(RegoBoolean.FALSE, RegoString.of("jsonschema: " + e.getMessage()));
        }
    }

    private static RegoArray match(BuiltinContext context, Value[] a) {
        Value document = document(a[0], 1);
        Value schema = document(a[1], 2);
        SchemaSyntax.check(schema);
        List<SchemaComplaint> complaints = new SchemaValidator(context, schema).validate(document);
        return RegoArray.of(
                RegoBoolean.of(complaints.isEmpty()),
                RegoArray.of(complaints.stream().map(SchemaComplaint::toValue).toList()));
    }
}
