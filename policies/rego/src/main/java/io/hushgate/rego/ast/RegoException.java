package io.hushgate.rego.ast;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A module that cannot be used, or an evaluation that failed: one or more errors, in the order of
 * their places.
 */
public final class RegoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<RegoError> errors;

    public RegoException(List<RegoError> errors) {
        super(text(errors));
        this.errors = List.copyOf(errors);
    }

    public RegoException(RegoError error) {
        this(List.of(error));
    }

    public List<RegoError> errors() {
        return errors;
    }

    private static String text(List<RegoError> errors) {
        String lines = errors.stream().map(RegoError::toString).collect(Collectors.joining("\n"));
        return errors.size() == 1 ? lines : errors.size() + " errors occurred:\n" + lines;
    }
}
