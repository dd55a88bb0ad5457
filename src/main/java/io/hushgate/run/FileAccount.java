package io.hushgate.run;

import io.hushgate.core.Coverage;
import io.hushgate.estate.EstateReader;
import io.hushgate.estate.fact.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of a file: how many facts were read from it, or why there are none.
 *
 * @param reason one sentence without a full stop; empty where there are facts
 */
public record FileAccount(String address, int facts, String reason) {
    private static final String SILENT = "it says nothing of secrets or rights";
    private static final String OTHER =
            "it has none of the words and keys of configuration that is read";
    private static final String UNKNOWN = "its name is of no format of configuration";

    /**
     * Accounts for each file, in the order given.
     *
     * @param configurations files that a reader took for its own
     */
    static List<FileAccount> of(
            Collection<String> addresses,
            List<Fact> facts,
            Coverage coverage,
            Set<String> configurations) {
        Map<String, Integer> counts = new HashMap<>();
        facts.forEach(fact -> counts.merge(fact.at().file(), 1, Integer::sum));
        Map<String, String> problems = new HashMap<>();
        coverage.skipped().forEach(skip -> problems.put(skip.address(), skip.detail()));
        List<FileAccount> accounts = new ArrayList<>();
        for (String address : addresses) {
            int count = counts.getOrDefault(address, 0);
            String reason =
                    count > 0
                            ? ""
                            : problems.getOrDefault(
                                    address,
                                    configurations.contains(address)
                                            ? SILENT
                                            : EstateReader.knows(address) ? OTHER : UNKNOWN);
            accounts.add(new FileAccount(address, count, reason));
        }
        return accounts;
    }
}
