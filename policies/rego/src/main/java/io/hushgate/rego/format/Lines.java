package io.hushgate.rego.format;

import io.hushgate.rego.ast.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Groups neighbours by the line they begin on. */
final class Lines {
    private Lines() {}

    /** The first group holds the first item, whatever line that is on. */
    static <T> List<List<T>> group(List<T> items, Function<T, Location> place, int startRow) {
        List<List<T>> lines = new ArrayList<>();
        List<T> line = new ArrayList<>();
        int row = startRow;
        for (T item : items) {
            int itemRow = place.apply(item).row();
            if (itemRow > row && !line.isEmpty()) {
                lines.add(line);
                line = new ArrayList<>();
            }
            row = itemRow;
            line.add(item);
        }
        lines.add(line);
        return lines;
    }
}
