package io.hushgate.estate;

import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.VaultFact.Naming;
import io.hushgate.estate.fact.VaultFact.Policy;
import io.hushgate.estate.fact.VaultFact.PolicyAlias;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives policies that lie in files of their own the names under which scripts and Terraform write
 * them.
 */
final class PolicyNames {
    private PolicyNames() {}

    static List<Fact> resolve(List<Fact> facts) {
        Map<String, List<PolicyAlias>> byFileName = new HashMap<>();
        Map<String, List<Fact>> byFile = new HashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof PolicyAlias || fact instanceof Policy) {
                byFile.computeIfAbsent(fact.at().file(), _ -> new ArrayList<>()).add(fact);
            }
            if (fact instanceof PolicyAlias alias) {
                byFileName
                        .computeIfAbsent(fileName(alias.file()), _ -> new ArrayList<>())
                        .add(alias);
            }
        }
        List<Fact> resolved = new ArrayList<>(facts.size());
        for (Fact fact : facts) {
            List<String> names =
                    fact instanceof Policy policy ? names(policy, byFileName, byFile) : List.of();
            if (fact instanceof Policy policy && !names.isEmpty()) {
                for (String name : names) {
                    resolved.add(
                            new Policy(
                                    name,
                                    Naming.ALIAS,
                                    policy.format(),
                                    policy.rules(),
                                    policy.at()));
                }
            } else {
                resolved.add(fact);
            }
        }
        return resolved;
    }

    /** The names given to a policy's file, those that fit more of its path before others. */
    private static List<String> names(
            Policy policy,
            Map<String, List<PolicyAlias>> byFileName,
            Map<String, List<Fact>> byFile) {
        if (policy.naming() != Naming.FILE) {
            return List.of();
        }
        String file = policy.at().file();
        List<String> beside = beside(policy, byFile.getOrDefault(file, List.of()));
        if (!beside.isEmpty()) {
            return beside;
        }
        List<PolicyAlias> candidates = byFileName.getOrDefault(fileName(file), List.of());
        int best = 0;
        List<String> names = new ArrayList<>();
        for (PolicyAlias alias : candidates) {
            int fit = commonTail(file, alias.file()) * 1_000 + commonHead(file, alias.at().file());
            if (fit > best) {
                best = fit;
                names.clear();
            }
            if (fit == best && !names.contains(alias.name())) {
                names.add(alias.name());
            }
        }
        return names.stream().sorted().toList();
    }

    /**
     * In a document that shows a policy and then the command that writes it: the name in the first
     * command after the policy, if no other policy comes between.
     */
    private static List<String> beside(Policy policy, List<Fact> sameFile) {
        int line = policy.at().line();
        int nextPolicy = Integer.MAX_VALUE;
        Optional<PolicyAlias> first = Optional.empty();
        for (Fact fact : sameFile) {
            boolean after = fact.at().line() > line;
            if (after && fact instanceof Policy) {
                nextPolicy = Math.min(nextPolicy, fact.at().line());
            } else if (after
                    && fact instanceof PolicyAlias alias
                    && first.map(known -> known.at().line() > alias.at().line()).orElse(true)) {
                first = Optional.of(alias);
            }
        }
        return first.isPresent() && first.get().at().line() < nextPolicy
                ? List.of(first.get().name())
                : List.of();
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** How many parts at the end of two paths are the same. */
    private static int commonTail(String one, String other) {
        String[] a = one.split("/", -1);
        String[] b = other.split("/", -1);
        int same = 0;
        while (same < a.length
                && same < b.length
                && a[a.length - 1 - same].equals(b[b.length - 1 - same])) {
            same++;
        }
        return same;
    }

    /** How many folders two files share from the root. */
    private static int commonHead(String one, String other) {
        String[] a = one.split("/", -1);
        String[] b = other.split("/", -1);
        int same = 0;
        while (same < a.length - 1 && same < b.length - 1 && a[same].equals(b[same])) {
            same++;
        }
        return same;
    }
}
