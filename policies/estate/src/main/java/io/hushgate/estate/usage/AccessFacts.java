package io.hushgate.estate.usage;

import io.hushgate.estate.access.AccessEdge;
import io.hushgate.estate.access.AccessGraph;
import io.hushgate.estate.access.AccessNode;
import io.hushgate.estate.access.AccessNode.Kind;
import io.hushgate.estate.access.Evidence;
import io.hushgate.estate.access.Reach;
import io.hushgate.estate.access.Reaches;
import io.hushgate.estate.access.VaultGrants;
import io.hushgate.estate.access.Way;
import io.hushgate.estate.acl.Capability;
import io.hushgate.estate.acl.Dialect;
import io.hushgate.estate.acl.Stanza;
import io.hushgate.estate.fact.AccessFact.MissingGrant;
import io.hushgate.estate.fact.AccessFact.TheftStep;
import io.hushgate.estate.fact.AccessFact.TokenTheft;
import io.hushgate.estate.fact.AccessFact.UnusedGrant;
import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.Provenance;
import io.hushgate.estate.fact.VaultFact.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Works out what the facts of an estate say together, so that policies judge it like everything
 * else: see {@link io.hushgate.estate.fact.AccessFact}. Nothing where no Vault role is defined.
 */
public final class AccessFacts {
    private static final int MOST_PATHS = 20;
    private static final Set<Way> HARMLESS =
            Set.of(Way.RUNS, Way.RUNS_AS, Way.INCLUDES, Way.LOGS_IN);

    private final AccessGraph graph;
    private final List<Fact> derived = new ArrayList<>();

    private AccessFacts(AccessGraph graph) {
        this.graph = graph;
    }

    /** What follows from the facts, decided as HashiCorp Vault decides. */
    public static List<Fact> of(Collection<? extends Fact> facts) {
        if (facts.stream().noneMatch(Role.class::isInstance)) {
            return List.of();
        }
        List<Fact> all = List.copyOf(facts);
        AccessFacts access = new AccessFacts(AccessGraph.of(all, Dialect.VAULT));
        access.grants(all);
        access.thefts();
        return access.derived;
    }

    private void grants(List<Fact> facts) {
        Needs needs = new Needs(graph);
        needs.add(facts);
        List<GrantReview> reviews = new ArrayList<>();
        for (VaultGrants granted : graph.holders()) {
            if (granted.holder().role().isPresent()) {
                reviews.add(GrantReview.of(granted, needs.of(granted.holder()), List.of()));
            }
        }
        Map<Need, Integer> asked = new HashMap<>();
        Map<Need, Integer> refused = new HashMap<>();
        for (GrantReview review : reviews) {
            review.needs().forEach(need -> asked.merge(need, 1, Integer::sum));
            review.missing().forEach(missing -> refused.merge(missing.need(), 1, Integer::sum));
        }
        for (GrantReview review : reviews) {
            Role role = review.grants().holder().role().orElseThrow();
            for (GrantReview.Missing missing : review.missing()) {
                if (Objects.equals(asked.get(missing.need()), refused.get(missing.need()))) {
                    derived.add(missing(role, review.grants(), missing));
                }
            }
            for (GrantReview.Unused unused : review.unused()) {
                unused.grant().stanzas().stream()
                        .filter(stanza -> !stanza.rule().effective().isEmpty())
                        .forEach(stanza -> derived.add(unused(role, review, unused, stanza)));
            }
        }
    }

    private static MissingGrant missing(
            Role role, VaultGrants granted, GrantReview.Missing missing) {
        Need need = missing.need();
        return new MissingGrant(
                role.name(),
                role.authMount(),
                role.policies(),
                need.operation().name().toLowerCase(Locale.ROOT),
                need.path(),
                need.who(),
                need.via(),
                missing.reason(),
                List.copyOf(granted.undefined()),
                need.at().at());
    }

    private static UnusedGrant unused(
            Role role, GrantReview review, GrantReview.Unused unused, Stanza stanza) {
        return new UnusedGrant(
                role.name(),
                role.authMount(),
                stanza.policy(),
                stanza.rule().path(),
                unused.capabilities().stream().map(Capability::text).sorted().toList(),
                unused.whole(),
                review.needs().size(),
                stanza.at());
    }

    /** Administrators are left out: what they may do is said by their binding alone. */
    private void thefts() {
        for (AccessNode subject : graph.subjects()) {
            if (!Set.of(Kind.ACCOUNT, Kind.USER, Kind.GROUP).contains(subject.kind())) {
                continue;
            }
            Set<AccessNode> told = new HashSet<>();
            for (Reach login : Reaches.logins(graph, subject, Confidence.MEDIUM)) {
                if (isTheft(login) && told.add(login.target())) {
                    theft(subject, login).ifPresent(derived::add);
                }
            }
        }
    }

    /** That a pod runs now as this account and now as that, as two files say, is no theft. */
    private static boolean isTheft(Reach login) {
        return !login.isOwn()
                && login.steps().stream().noneMatch(step -> step.way() == Way.MAY_DO_ALL)
                && !login.steps().stream().allMatch(step -> HARMLESS.contains(step.way()));
    }

    private Optional<TokenTheft> theft(AccessNode subject, Reach login) {
        AccessEdge last = login.steps().getLast();
        VaultGrants granted = graph.grants(login.target(), last.from());
        List<String> paths =
                granted.effective().stream()
                        .map(grant -> grant.pattern().toString())
                        .limit(MOST_PATHS)
                        .toList();
        Optional<Role> role = granted.holder().role();
        Optional<Provenance> permitted =
                login.steps().stream()
                        .flatMap(step -> step.evidence().stream())
                        .map(Evidence::at)
                        .findFirst();
        if (paths.isEmpty() || role.isEmpty() || permitted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new TokenTheft(
                        subject.kind().name().toLowerCase(Locale.ROOT),
                        subject.namespace(),
                        subject.name(),
                        role.get().name(),
                        role.get().authMount(),
                        login.steps().stream().map(AccessFacts::step).toList(),
                        paths,
                        permitted.get().atMost(login.confidence())));
    }

    private static TheftStep step(AccessEdge step) {
        String detail = step.detail().isEmpty() ? "" : " by " + step.detail();
        String text = step.way().words() + " " + step.to() + detail;
        return step.evidence().stream()
                .map(Evidence::at)
                .findFirst()
                .map(at -> new TheftStep(step.way().id(), text, at.file(), at.line(), at.column()))
                .orElseGet(() -> new TheftStep(step.way().id(), text, "", 1, 1));
    }
}
