package io.hushgate.rego.eval.body;

import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;

/** Results that contradict each other. Always fatal. */
public enum Conflict {
    COMPLETE_RULE("complete rules must not produce multiple outputs"),
    FUNCTION("functions must not produce multiple outputs for same inputs"),
    OBJECT_KEYS("object keys must be unique");

    private final String message;

    Conflict(String message) {
        this.message = message;
    }

    public RegoException at(Location location) {
        return new RegoException(new RegoError(ErrorCode.EVAL_CONFLICT, message, location));
    }
}
