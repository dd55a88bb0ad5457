package io.hushgate.run;

import io.hushgate.core.Address;
import io.hushgate.core.Blast;
import io.hushgate.core.Finding;
import io.hushgate.core.Fingerprint;
import io.hushgate.core.Location;
import io.hushgate.core.Region;
import io.hushgate.core.Severity;
import io.hushgate.core.grade.Holder;
import io.hushgate.estate.Estate;
import io.hushgate.estate.access.AccessEdge;
import io.hushgate.estate.access.AccessGraph;
import io.hushgate.estate.access.AccessNode;
import io.hushgate.estate.access.AccessNode.Kind;
import io.hushgate.estate.access.Evidence;
import io.hushgate.estate.access.Reach;
import io.hushgate.estate.access.Reaches;
import io.hushgate.estate.acl.Dialect;
import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.DeliveryFact.ChartValue;
import io.hushgate.estate.fact.KubernetesFact.Workload;
import io.hushgate.estate.fact.PlatformFact.Login;
import io.hushgate.estate.fact.Provenance;
import io.hushgate.estate.fact.VaultFact.Role;
import io.hushgate.estate.fact.VaultFact.TokenGrant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Follows leaked credentials into the access graph of the same run: tokens of service accounts by
 * their own claims, Vault tokens and secret ids by what the same file makes or configures. What is
 * reached raises the severity and never lowers it.
 */
final class BlastRadii {
    private static final String ACCOUNT = "system:serviceaccount:";
    static final Pattern PRODUCTION =
            Pattern.compile("(?i)(^|[^a-z0-9])(prod|production|prd|live)([^a-z0-9]|$)");

    private static final Comparator<Reach> WORST_FIRST =
            Comparator.comparingInt((Reach reach) -> rank(reach.target()))
                    .thenComparingInt(reach -> reach.steps().size())
                    .thenComparing(Comparator.naturalOrder());

    private static final Pattern DELEGATE = Pattern.compile("(^|/)harness/delegate[:@-]?");

    private static final String UNSEAL_KEY = "vault-unseal-key";

    private final Estate estate;
    private final Function<Fingerprint, Optional<String>> holders;
    private final Function<String, Address> addresses;
    private final List<Finding> findings;
    private final LoginReach logins;
    private @Nullable AccessGraph graph;

    private BlastRadii(
            List<Finding> findings,
            Estate estate,
            Function<Fingerprint, Optional<String>> holders,
            Function<String, Address> addresses) {
        this.findings = findings;
        this.estate = estate;
        this.holders = holders;
        this.addresses = addresses;
        this.logins = new LoginReach(estate, this::location);
    }

    /**
     * The findings with what they open.
     *
     * @param holders whom or what a value speaks for, where it says so itself
     * @param addresses of the files that facts name
     */
    static List<Finding> of(
            List<Finding> findings,
            Estate estate,
            Function<Fingerprint, Optional<String>> holders,
            Function<String, Address> addresses) {
        BlastRadii radii = new BlastRadii(findings, estate, holders, addresses);
        return findings.stream().map(radii::opened).toList();
    }

    private Finding opened(Finding finding) {
        String holder = holders.apply(finding.fingerprint()).orElse("");
        String rule = finding.rule().text();
        if (holder.startsWith(ACCOUNT)) {
            return account(finding, holder.substring(ACCOUNT.length()));
        }
        if (holder.startsWith(Holder.AWS)) {
            String number = holder.substring(Holder.AWS.length());
            return HolderReach.account(number, hasSecretHalf(finding), estate, this::location)
                    .opened(finding);
        }
        if (holder.startsWith("age1") || holder.startsWith(Holder.PGP)) {
            return HolderReach.files(holder, estate, this::location).opened(finding);
        }
        if (holder.startsWith(Holder.KEY)) {
            String half = holder.substring(Holder.KEY.length());
            HolderReach trusted = HolderReach.key(half, estate, this::location);
            if (!trusted.targets().isEmpty()) {
                return trusted.opened(finding);
            }
        }
        if (rule.equals(UNSEAL_KEY)) {
            return VaultRoot.unsealed(finding, partsOfTheKey(finding));
        }
        if (rule.equals("vault-approle-secret-id")) {
            return held(finding, appRoles(finding), "the AppRole's secret id");
        }
        if (rule.startsWith("vault-") && rule.endsWith("-token")) {
            if (partsOfTheKey(finding) > 0) {
                return VaultRoot.token(finding);
            }
            return held(finding, tokens(finding), "the token");
        }
        if (isDelegateToken(finding)) {
            return delegated(finding);
        }
        List<Login> in = logins.of(finding);
        return in.isEmpty() ? finding : loggedIn(finding, in.getFirst());
    }

    /** What a login opens: of a cluster the rights of its subject, where the estate has them. */
    private Finding loggedIn(Finding finding, Login login) {
        HolderReach opened = logins.opened(login);
        List<Reach> reaches = login.kind().equals("cluster") ? rights(login) : List.of();
        return reaches.isEmpty()
                ? opened.opened(finding)
                : with(finding, opened.holder(), reaches, opened.revocation().subList(0, 2));
    }

    private List<Reach> rights(Login login) {
        List<Reach> reaches =
                new ArrayList<>(from(new AccessNode(Kind.USER, "", login.principal())));
        for (String group : login.groups()) {
            reaches.addAll(from(new AccessNode(Kind.GROUP, "", group)));
        }
        return reaches;
    }

    /** Tells whether the value stands at the setting of a chart that registers delegates. */
    private boolean isDelegateToken(Finding finding) {
        return estate.facts().stream()
                .filter(ChartValue.class::isInstance)
                .map(ChartValue.class::cast)
                .filter(value -> value.key().endsWith("delegateToken"))
                .anyMatch(value ->
                        finding.occurrences().stream()
                                .anyMatch(place ->
                                        place.address().text().equals(value.at().file())
                                                && place.region().startLine()
                                                        == value.at().line()));
    }

    /** Whoever has the token registers a delegate, which is handed what the others are handed. */
    private Finding delegated(Finding finding) {
        return with(
                finding,
                "a Harness delegate",
                delegates().stream().flatMap(node -> from(node).stream()).toList(),
                List.of(
                        "Revoke the token in Harness under Delegates, Tokens, and end delegates that nobody knows.",
                        "Rotate the secrets of pipelines that ran since it leaked: delegates are handed them."));
    }

    /** The accounts that Harness delegates of the estate run as. */
    private List<AccessNode> delegates() {
        return estate.facts().stream()
                .filter(Workload.class::isInstance)
                .map(Workload.class::cast)
                .filter(workload ->
                        workload.containers().stream()
                                .anyMatch(one -> DELEGATE.matcher(one.image()).find()))
                .map(workload ->
                        new AccessNode(
                                Kind.ACCOUNT, workload.namespace(), workload.serviceAccount()))
                .distinct()
                .toList();
    }

    /** Tells whether a secret access key of AWS lies in a file of the finding. */
    private boolean hasSecretHalf(Finding finding) {
        Set<String> files = files(finding);
        return findings.stream()
                .filter(other -> other.rule().text().equals("aws-secret-access-key"))
                .anyMatch(other -> files(other).stream().anyMatch(files::contains));
    }

    private AccessGraph graph() {
        AccessGraph built = graph;
        if (built == null) {
            built = AccessGraph.of(estate.facts(), Dialect.VAULT);
            graph = built;
        }
        return built;
    }

    private Finding account(Finding finding, String name) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            return finding;
        }
        String namespace = name.substring(0, colon);
        String account = name.substring(colon + 1);
        List<Reach> reaches = from(new AccessNode(Kind.ACCOUNT, namespace, account));
        if (reaches.isEmpty()) {
            reaches = from(new AccessNode(Kind.ACCOUNT, "", account));
        }
        List<String> first =
                List.of(
                        "Delete the Secret or pod that the token is bound to, or make service account %s/%s anew: either ends the token."
                                .formatted(namespace, account),
                        "Revoke what was got by it: vault token revoke -mode=path auth/%s"
                                .formatted(mounts(reaches)));
        return with(finding, "service account " + namespace + "/" + account, reaches, first);
    }

    private static String mounts(List<Reach> reaches) {
        return reaches.stream()
                .flatMap(reach -> reach.steps().stream())
                .filter(step -> step.to().kind() == Kind.VAULT_ROLE)
                .map(step -> step.to().name().split("/", 2)[0] + "/login")
                .distinct()
                .findFirst()
                .orElse("kubernetes/login");
    }

    private List<Reach> from(AccessNode subject) {
        return Reaches.from(graph(), subject, Confidence.MEDIUM);
    }

    /** Tokens that scripts of the same file make. */
    private List<AccessNode> tokens(Finding finding) {
        Set<String> files = files(finding);
        return estate.facts().stream()
                .filter(TokenGrant.class::isInstance)
                .filter(fact -> files.contains(fact.at().file()))
                .map(fact ->
                        new AccessNode(
                                Kind.TOKEN,
                                "",
                                "made at " + fact.at().file() + ":" + fact.at().line()))
                .toList();
    }

    private List<AccessNode> appRoles(Finding finding) {
        Set<String> files = files(finding);
        return estate.facts().stream()
                .filter(Role.class::isInstance)
                .map(Role.class::cast)
                .filter(role -> role.kind().equals("approle") && files.contains(role.at().file()))
                .map(role ->
                        new AccessNode(Kind.VAULT_ROLE, "", role.authMount() + "/" + role.name()))
                .toList();
    }

    private static Set<String> files(Finding finding) {
        return finding.occurrences().stream()
                .map(place -> place.address().text())
                .collect(Collectors.toSet());
    }

    private Finding held(Finding finding, List<AccessNode> holders, String what) {
        List<Reach> reaches = holders.stream().flatMap(node -> from(node).stream()).toList();
        String holder = holders.isEmpty() ? "" : holders.getFirst().toString();
        return with(
                finding,
                holder,
                reaches,
                List.of(
                        "Revoke %s, and with it what it has made: vault token revoke, or vault write auth/approle/role/NAME/secret-id/destroy."
                                .formatted(what)));
    }

    /** How many parts of the unseal key lie in the files of the finding. */
    private long partsOfTheKey(Finding finding) {
        Set<String> files = files(finding);
        return findings.stream()
                .filter(other -> other.rule().text().equals(UNSEAL_KEY))
                .filter(other -> files(other).stream().anyMatch(files::contains))
                .count();
    }

    private Finding with(
            Finding finding, String holder, List<Reach> reaches, List<String> revokeFirst) {
        if (reaches.isEmpty()) {
            return finding;
        }
        boolean everything =
                reaches.stream().anyMatch(reach -> reach.target().kind() == Kind.VAULT_ROOT);
        List<Reach> worst = reaches.stream().sorted(WORST_FIRST).toList();
        boolean production =
                worst.stream().anyMatch(r -> PRODUCTION.matcher(r.target().title()).find());
        Severity deserved = everything || production ? Severity.CRITICAL : Severity.HIGH;
        Severity raised = deserved.atLeast(finding.severity()) ? deserved : finding.severity();
        List<String> steps = new ArrayList<>(revokeFirst);
        rotations(worst).ifPresent(steps::add);
        steps.add("Read the audit logs of Vault and of the cluster for what was done with it.");
        steps.add("Only then take the value out of the files: removing it revokes nothing.");
        return finding.opening(
                raised,
                new Blast(
                        holder,
                        count(worst, Kind.PATH),
                        count(worst, Kind.SECRET) + count(worst, Kind.SECRETS),
                        0,
                        0,
                        0,
                        everything,
                        finding.severity(),
                        worst.stream().limit(Blast.MOST).map(this::reached).toList(),
                        steps));
    }

    private static int rank(AccessNode target) {
        boolean production = PRODUCTION.matcher(target.title()).find();
        return target.kind() == Kind.VAULT_ROOT ? 0 : production ? 1 : 2;
    }

    private static int count(List<Reach> reaches, Kind kind) {
        return (int)
                reaches.stream()
                        .map(Reach::target)
                        .filter(target -> target.kind() == kind)
                        .distinct()
                        .count();
    }

    private static Optional<String> rotations(List<Reach> reaches) {
        Set<String> targets = new LinkedHashSet<>();
        for (Reach reach : reaches) {
            if (reach.capabilities().contains("read")) {
                targets.add(reach.target().toString());
            }
        }
        String more = targets.size() > 5 ? " and " + (targets.size() - 5) + " more" : "";
        return targets.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Rotate what it could read: %s%s."
                                .formatted(
                                        targets.stream().limit(5).collect(Collectors.joining(", ")),
                                        more));
    }

    private Blast.Reached reached(Reach reach) {
        String target =
                reach.target().kind() == Kind.VAULT_ROOT
                        ? reach.target().toString()
                        : "%s on %s"
                                .formatted(String.join(", ", reach.capabilities()), reach.target());
        List<Location> evidence = new ArrayList<>();
        StringBuilder way = new StringBuilder();
        for (AccessEdge step : reach.steps()) {
            way.append(way.isEmpty() ? "" : ", ").append(step.way().words());
            way.append(' ').append(step.to());
            step.evidence().stream()
                    .findFirst()
                    .map(Evidence::at)
                    .map(this::location)
                    .filter(place -> !evidence.contains(place))
                    .ifPresent(evidence::add);
        }
        return new Blast.Reached(target, way.toString(), evidence);
    }

    private Location location(Provenance at) {
        return new Location(addresses.apply(at.file()), Region.at(at.line(), at.column()));
    }
}
