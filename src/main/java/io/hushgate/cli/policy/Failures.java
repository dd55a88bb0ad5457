package io.hushgate.cli.policy;

import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.load.LoadProblem;
import io.hushgate.rego.value.JsonProblem;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.IntSupplier;

/** Tells what is wrong with policies or data in opa's words and shapes. */
final class Failures {
    private Failures() {}

    /** Runs the work; on a problem of the user's, tells it as text and gives the exit code. */
    static int guarded(PrintWriter err, int exitCode, IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (RegoException e) {
            err.println(text(e.errors()));
        } catch (LoadProblem | JsonProblem e) {
            err.println("hushgate: " + e.getMessage());
        }
        err.flush();
        return exitCode;
    }

    /** {@code 1 error occurred: FILE:ROW: CODE: MESSAGE}, or a line each. */
    static String text(List<RegoError> errors) {
        if (errors.size() == 1) {
            return "1 error occurred: " + errors.getFirst();
        }
        StringBuilder text = new StringBuilder();
        text.append(errors.size()).append(" errors occurred:");
        errors.forEach(error -> text.append('\n').append(error));
        return text.toString();
    }

    /** {@code {"errors": [{"message", "code", "location": {"file", "row", "col"}}]}}. */
    static String json(List<RegoError> errors) {
        List<Value> rendered =
                errors.stream()
                        .<Value>map(error ->
                                RegoObject.builder()
                                        .put("message", RegoString.of(error.message()))
                                        .put("code", RegoString.of(error.code().id()))
                                        .put("location", location(error))
                                        .build())
                        .toList();
        RegoObject document = RegoObject.builder().put("errors", RegoArray.of(rendered)).build();
        return JsonWriter.PRETTY.write(document);
    }

    private static Value location(RegoError error) {
        return RegoObject.builder()
                .put("file", RegoString.of(error.location().file()))
                .put("row", RegoNumber.of(error.location().row()))
                .put("col", RegoNumber.of(error.location().column()))
                .build();
    }
}
