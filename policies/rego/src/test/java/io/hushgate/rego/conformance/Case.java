package io.hushgate.rego.conformance;

import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One conformance case: modules, data, input and a query, and what it must answer.
 *
 * @param id unique: folder, file, position in the file, note
 * @param input as JSON, or null
 * @param inputTerm the input as a Rego term, which takes the place of {@code input}
 * @param wantRows the expected bindings, or null when an error is expected
 */
record Case(
        String id,
        String category,
        String query,
        List<String> modules,
        Value data,
        @Nullable Value input,
        @Nullable String inputTerm,
        @Nullable RegoArray wantRows,
        @Nullable String wantErrorCode,
        @Nullable String wantError,
        boolean sortBindings,
        boolean strictErrors,
        boolean ignoreGenerated,
        Map<String, String> environment) {

    static Case of(String id, String category, RegoObject json) {
        List<String> modules = new ArrayList<>();
        if (json.get("modules") instanceof RegoArray array) {
            array.forEach(module -> modules.add(((RegoString) module).value()));
        }
        Map<String, String> environment = new HashMap<>();
        if (json.get("env") instanceof RegoObject variables) {
            variables.forEach((name, value) ->
                    environment.put(((RegoString) name).value(), ((RegoString) value).value()));
        }
        Value data = json.get("data");
        return new Case(
                id,
                category,
                ((RegoString) json.get("query")).value(),
                modules,
                data == null ? RegoObject.EMPTY : data,
                json.get("input"),
                text(json, "input_term"),
                json.get("want_result") instanceof RegoArray rows ? rows : null,
                text(json, "want_error_code"),
                text(json, "want_error"),
                RegoBoolean.TRUE.equals(json.get("sort_bindings")),
                RegoBoolean.TRUE.equals(json.get("strict_error")),
                RegoBoolean.TRUE.equals(json.get("ignore_generated_vars")),
                environment);
    }

    private static @Nullable String text(RegoObject json, String key) {
        return json.get(key) instanceof RegoString text ? text.value() : null;
    }

    boolean wantsError() {
        return wantErrorCode != null || wantError != null;
    }
}
