package io.hushgate.estate.usage;

import io.hushgate.estate.access.VaultGrants;
import io.hushgate.estate.acl.Acl;
import io.hushgate.estate.acl.Capability;
import io.hushgate.estate.acl.Decision;
import io.hushgate.estate.acl.Grant;
import io.hushgate.estate.acl.Operation;
import io.hushgate.estate.acl.PathPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One role's grants held against its needs.
 *
 * <p>A grant is used if it is the pattern that decides a need, as the server would; that it merely
 * matches is not enough.
 *
 * @param needs sorted by path
 * @param missing needs that are refused
 * @param unused grants, or capabilities of them, that decide no need
 * @param excess patterns that open more than the few paths that are used
 */
public record GrantReview(
        VaultGrants grants,
        List<Need> needs,
        List<Missing> missing,
        List<Unused> unused,
        List<Excess> excess) {
    /** From so many used paths on a pattern is not called too wide. */
    private static final int FEW = 8;

    private static final Set<Capability> LOOKED_AT =
            EnumSet.of(
                    Capability.CREATE,
                    Capability.READ,
                    Capability.UPDATE,
                    Capability.PATCH,
                    Capability.DELETE,
                    Capability.LIST);

    /** A need that is refused, and why. */
    public record Missing(Need need, String reason) {}

    /** Capabilities that decide no need; all of the grant, if none does. */
    public record Unused(Grant grant, Set<Capability> capabilities, boolean whole) {}

    /**
     * A pattern that opens more than is used.
     *
     * @param used the paths that are
     * @param opened further paths that are known to hold something
     */
    public record Excess(Grant grant, List<String> used, List<String> opened) {}

    public GrantReview {
        needs = List.copyOf(needs);
        missing = List.copyOf(missing);
        unused = List.copyOf(unused);
        excess = List.copyOf(excess);
    }

    /** Tells whether the audit log of a server is among the evidence. */
    public boolean isAudited() {
        return needs.stream().anyMatch(need -> need.via().equals("audit"));
    }

    static GrantReview of(
            VaultGrants grants, Collection<Need> needs, Collection<String> inventory) {
        Acl acl = grants.acl();
        List<Missing> missing = new ArrayList<>();
        Map<PathPattern, Set<Capability>> used = new HashMap<>();
        Map<PathPattern, Set<String>> paths = new HashMap<>();
        for (Need need : needs) {
            if (!need.isEvaluated()) {
                continue;
            }
            if (!grants.isRoot() && !need.isMetBy(acl)) {
                missing.add(new Missing(need, reason(need, acl)));
            }
            acl.decide(need.operation(), need.path())
                    .by()
                    .ifPresent(grant -> {
                        used.computeIfAbsent(grant.pattern(), _ -> EnumSet.noneOf(Capability.class))
                                .addAll(need.capabilities());
                        paths.computeIfAbsent(grant.pattern(), _ -> new TreeSet<>())
                                .add(need.path());
                    });
        }
        List<Unused> unused = new ArrayList<>();
        List<Excess> excess = new ArrayList<>();
        for (Grant grant : grants.effective()) {
            Set<Capability> seen = used.getOrDefault(grant.pattern(), Set.of());
            unused(grant, seen).ifPresent(unused::add);
            excess(grant, paths.getOrDefault(grant.pattern(), Set.of()), acl, inventory)
                    .ifPresent(excess::add);
        }
        return new GrantReview(grants, List.copyOf(needs), missing, unused, excess);
    }

    private static Optional<Unused> unused(Grant grant, Set<Capability> used) {
        Set<Capability> rest = EnumSet.noneOf(Capability.class);
        rest.addAll(grant.capabilities());
        rest.retainAll(LOOKED_AT);
        boolean whole = rest.stream().noneMatch(used::contains);
        rest.removeAll(used);
        return rest.isEmpty() ? Optional.empty() : Optional.of(new Unused(grant, rest, whole));
    }

    private static Optional<Excess> excess(
            Grant grant, Set<String> used, Acl acl, Collection<String> inventory) {
        boolean open =
                grant.pattern().prefix() || grant.pattern().kind() == PathPattern.Kind.SEGMENTS;
        if (!open || used.isEmpty() || used.size() >= FEW) {
            return Optional.empty();
        }
        List<String> opened =
                inventory.stream()
                        .filter(path -> !used.contains(path))
                        .filter(path ->
                                acl.decide(Operation.READ, path)
                                        .by()
                                        .filter(one -> one.pattern().equals(grant.pattern()))
                                        .isPresent())
                        .toList();
        return Optional.of(new Excess(grant, List.copyOf(used), opened));
    }

    /** Why a request is refused, in the words of somebody who wants to mend it. */
    private static String reason(Need need, Acl acl) {
        Decision decision = acl.decide(need.operation(), need.path());
        if (decision.by().isPresent()) {
            Grant grant = decision.by().get();
            return grant.capabilities().contains(Capability.DENY)
                    ? "%s denies it".formatted(grant.pattern())
                    : grant.capabilities().isEmpty()
                            ? "%s decides it and grants nothing".formatted(grant.pattern())
                            : "%s decides it and lacks %s".formatted(grant.pattern(), need.words());
        }
        Optional<String> other = otherVersion(need);
        if (other.isPresent() && acl.decide(need.operation(), other.get()).allowed()) {
            return "%s is granted instead: the policy is for the other version of KV"
                    .formatted(other.get());
        }
        return acl.grants().stream()
                .map(Grant::pattern)
                .filter(pattern -> shared(pattern.text(), need.path()) > 0)
                .max(
                        java.util.Comparator.comparingInt(
                                (PathPattern pattern) -> shared(pattern.text(), need.path())))
                .map(near -> "no rule; nearest is " + near)
                .orElse("no rule");
    }

    /** The same secret where KV is of the other version. */
    private static Optional<String> otherVersion(Need need) {
        int slash = need.path().indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String mount = need.path().substring(0, slash);
        String rest = need.path().substring(slash + 1);
        return Optional.of(
                rest.startsWith("data/")
                        ? mount + "/" + rest.substring(5)
                        : mount + "/data/" + rest);
    }

    private static int shared(String one, String other) {
        int i = 0;
        while (i < one.length() && i < other.length() && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        return one.lastIndexOf('/', i) >= 0 ? i : 0;
    }
}
