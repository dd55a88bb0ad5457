package io.hushgate.rego.compile.unit;

import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.RegoError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The errors found so far, up to a limit that keeps hostile modules from filling memory with them.
 */
public final class Problems {
    private record Key(String message, String file, int row, int column) {
        Key(RegoError error) {
            this(
                    error.message(),
                    error.location().file(),
                    error.location().row(),
                    error.location().column());
        }
    }

    private final List<RegoError> found = new ArrayList<>();
    private final Set<Key> known = new HashSet<>();
    private final int limit;

    public Problems(int limit) {
        this.limit = limit;
    }

    /**
     * Adds an error, unless the same is known from the same place: rewriting can repeat what was
     * written once.
     */
    public void add(RegoError error) {
        if (!known.add(new Key(error))) {
            return;
        }
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
