package io.hushgate.rego.eval.lower;

import io.hushgate.rego.eval.Check;
import io.hushgate.rego.eval.Link;
import io.hushgate.rego.eval.Step;
import io.hushgate.rego.eval.body.Checks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A body under construction: checks and scans in order, then one step that ends it. */
final class Chain {
    private final List<Check> pending = new ArrayList<>();
    private @Nullable Step first;
    private @Nullable Link last;

    void add(Check check) {
        pending.add(check);
    }

    void add(Link link) {
        if (!pending.isEmpty()) {
            Checks checks = new Checks(pending);
            pending.clear();
            join(checks);
            last = checks;
        }
        join(link);
        last = link;
    }

    /** The whole body. Nothing can be added any more. */
    Step end(Step end) {
        if (!pending.isEmpty()) {
            Checks checks = new Checks(pending);
            pending.clear();
            join(checks);
            last = checks;
        }
        join(end);
        return first == null ? end : first;
    }

    /** The checks of a chain that has nothing but checks. */
    List<Check> checks() {
        if (first != null) {
            throw new IllegalStateException("the chain has scans");
        }
        return List.copyOf(pending);
    }

    private void join(Step step) {
        if (last != null) {
            last.follow(step);
        }
        if (first == null) {
            first = step;
        }
    }
}
