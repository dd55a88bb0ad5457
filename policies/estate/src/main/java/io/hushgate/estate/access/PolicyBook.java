package io.hushgate.estate.access;

import io.hushgate.estate.fact.Provenance;
import io.hushgate.estate.fact.VaultFact.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The policies by name. A repository of several installations has several policies of one name; of
 * these the ones that lie nearest to who names them are meant.
 */
final class PolicyBook {
    private final Map<String, List<Policy>> byName = new HashMap<>();

    PolicyBook(Collection<Policy> policies) {
        policies.forEach(policy ->
                byName.computeIfAbsent(policy.name(), _ -> new ArrayList<>()).add(policy));
    }

    /** The policies of that name that share most of their path with {@code by}. */
    List<Policy> named(String name, Provenance by) {
        List<Policy> all = byName.getOrDefault(name, List.of());
        if (all.size() < 2) {
            return all;
        }
        int most = all.stream().mapToInt(one -> shared(one.at().file(), by.file())).max().orElse(0);
        return all.stream().filter(one -> shared(one.at().file(), by.file()) == most).toList();
    }

    /** Folders from the root that two files have in common; the file itself counts as one more. */
    static int shared(String one, String other) {
        if (one.equals(other)) {
            return Integer.MAX_VALUE;
        }
        String[] first = one.split("/", -1);
        String[] second = other.split("/", -1);
        int shared = 0;
        while (shared < first.length - 1
                && shared < second.length - 1
                && first[shared].equals(second[shared])) {
            shared++;
        }
        return shared;
    }
}
