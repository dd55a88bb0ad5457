package io.hushgate.cli.policy;

import io.hushgate.cli.policy.conftest.Conftest;
import java.io.PrintWriter;

/** Tells what tests of files did, as {@code conftest --trace} does on standard error. */
final class ConftestTrace {
    private ConftestTrace() {}

    static Conftest.Listener on(PrintWriter err) {
        return (file, namespace, trace) -> {
            err.println("file: %s | query: data.%s".formatted(file, namespace));
            trace.steps().forEach(step -> err.println("TRAC   " + step));
            err.flush();
        };
    }
}
