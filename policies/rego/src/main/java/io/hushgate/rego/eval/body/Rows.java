package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Collector;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Collects the ways in which a query holds, one row of values for each. */
public final class Rows extends Collector {
    private final List<Value[]> rows = new ArrayList<>();

    void add(Value[] row) {
        rows.add(row);
    }

    public List<Value[]> rows() {
        return rows;
    }
}
