package io.hushgate.cli.policy;

import io.hushgate.rego.value.RegoNumber;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** How long the parts of a command took, under opa's names. */
final class Metrics {
    private final Map<String, Long> nanos = new TreeMap<>();

    /** Does some work and adds its time to a timer. */
    <T> T time(String timer, Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            nanos.merge("timer_" + timer + "_ns", System.nanoTime() - start, Long::sum);
        }
    }

    OrderedJson.Fields toJson() {
        OrderedJson.Fields json = OrderedJson.object();
        for (Map.Entry<String, Long> timer : nanos.entrySet()) {
            json = json.with(timer.getKey(), RegoNumber.of(timer.getValue()));
        }
        return json;
    }

    String toTable() {
        TextTable table = new TextTable(List.of("METRIC", "VALUE"));
        nanos.forEach((name, time) -> table.row(List.of(name, Long.toString(time))));
        return table.toString();
    }
}
