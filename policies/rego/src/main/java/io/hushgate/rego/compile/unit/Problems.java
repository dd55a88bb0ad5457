package io.hushgate.rego.compile.unit;

import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.RegoError;
import java.util.ArrayList;
import java.util.List;

/**
 * The errors found so far, up to a limit that keeps hostile modules from filling memory with them.
 */
public final class Problems {
    private final List<RegoError> found = new ArrayList<>();
    private final int limit;

    public Problems(int limit) {
        this.limit = limit;
    }

    public void add(RegoError error) {
        if (found.size() < limit) {
            found.add(error);
        } else if (found.size() == limit) {
            found.add(
                    new RegoError(
                            ErrorCode.COMPILE, "error limit reached", Location.NONE, List.of()));
        }
    }

    public void add(ErrorCode code, Location location, String message) {
        add(new RegoError(code, message, location));
    }

    public void compile(Location location, String message) {
        add(ErrorCode.COMPILE, location, message);
    }

    public void type(Location location, String message) {
        add(ErrorCode.TYPE, location, message);
    }

    public void addAll(List<RegoError> errors) {
        errors.forEach(this::add);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Whether further errors are not kept. */
    public boolean isFull() {
        return found.size() > limit;
    }

    public List<RegoError> list() {
        return List.copyOf(found);
    }
}
