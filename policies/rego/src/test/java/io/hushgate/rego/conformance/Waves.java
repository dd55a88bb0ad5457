package io.hushgate.rego.conformance;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which wave of our work a folder of cases belongs to. */
record Waves(Map<String, String> waveOfCategory) {
    /** Of folders that no wave names. */
    static final String OTHER = "other";

    /** Of folders that are refused by decision. */
    static final String UNPLANNED = "unplanned";

    static Waves read() {
        Map<String, String> waves = new LinkedHashMap<>();
        for (String line : Resources.lines("waves.txt")) {
            int colon = line.indexOf(':');
            for (String category : line.substring(colon + 1).strip().split(" ")) {
                waves.put(category, line.substring(0, colon));
            }
        }
        return new Waves(waves);
    }

    String of(Case testCase) {
        return waveOfCategory.getOrDefault(testCase.category(), OTHER);
    }
}
