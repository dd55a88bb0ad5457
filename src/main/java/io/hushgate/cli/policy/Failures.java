package io.hushgate.cli.policy;

import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.backend.DecisionProblem;
import io.hushgate.rego.load.LoadProblem;
import io.hushgate.rego.value.JsonProblem;
import io.hushgate.rego.value.RegoNumber;
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
        } catch (LoadProblem | JsonProblem | DecisionProblem e) {
            err.println("hushgate: " + e.getMessage());
        }
        err.flush();
        return exitCode;
    }

    /** The same, but tells it as JSON, where a program expects its answer. */
    static int guardedAsJson(PrintWriter out, int exitCode, IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (RegoException e) {
            out.println(json(e.errors()));
        } catch (LoadProblem | JsonProblem | DecisionProblem e) {
            OrderedJson error =
                    OrderedJson.object().with("message", String.valueOf(e.getMessage()));
            out.println(document(List.of(error)));
        }
        out.flush();
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

    /**
     * {@code {"errors": [{"message", "code", "location": {"file", "row", "col"}, "details"}]}}; of
     * errors in the text the details are its line and where in it.
     */
    static String json(List<RegoError> errors) {
        return document(errors.stream().map(Failures::error).toList());
    }

    private static String document(List<? extends OrderedJson> errors) {
        return OrderedJson.object().with("errors", OrderedJson.array(errors)).write();
    }

    private static OrderedJson error(RegoError error) {
        OrderedJson.Fields json =
                OrderedJson.object()
                        .with("message", error.message())
                        .with("code", error.code().id());
        Location location = error.location();
        if (!location.isKnown()) {
            return json;
        }
        json =
                json.with(
                        "location",
                        OrderedJson.object()
                                .with("file", location.file())
                                .with("row", RegoNumber.of(location.row()))
                                .with("col", RegoNumber.of(location.column())));
        return error.code() == ErrorCode.PARSE
                ? json.with(
                        "details",
                        OrderedJson.object()
                                .with("line", line(location))
                                .with("idx", RegoNumber.of(Math.max(0, location.column() - 1))))
                : json;
    }

    private static String line(Location location) {
        List<String> lines = location.source().text().lines().toList();
        return location.row() <= lines.size() ? lines.get(location.row() - 1) : "";
    }
}
