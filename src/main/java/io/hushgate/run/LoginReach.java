package io.hushgate.run;

import io.hushgate.core.Blast;
import io.hushgate.core.Finding;
import io.hushgate.core.Location;
import io.hushgate.estate.Estate;
import io.hushgate.estate.fact.BuildFact.ComposeService;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.KubernetesFact.Container;
import io.hushgate.estate.fact.KubernetesFact.Workload;
import io.hushgate.estate.fact.PlatformFact.CloudResource;
import io.hushgate.estate.fact.PlatformFact.Login;
import io.hushgate.estate.fact.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a credential opens that stands where something logs in: the server, registry, database,
 * repository or project, with whatever else of the estate names it. A login of a cluster whose
 * subject has rights there is {@link BlastRadii}'s.
 */
final class LoginReach {
    private final Estate estate;
    private final Function<Provenance, Location> places;

    LoginReach(Estate estate, Function<Provenance, Location> places) {
        this.estate = estate;
        this.places = places;
    }

    /** The logins that the finding stands in, in the order of the facts. */
    List<Login> of(Finding finding) {
        return estate.facts().stream()
                .filter(Login.class::isInstance)
                .map(Login.class::cast)
                .filter(login ->
                        finding.occurrences().stream().anyMatch(place -> isIn(login, place)))
                .toList();
    }

    private static boolean isIn(Login login, Location place) {
        return place.address().text().equals(login.at().file())
                && place.region().endLine() >= login.at().line()
                && place.region().startLine() <= login.lastLine();
    }

    /** What is open by a login, and what to do about it. */
    HolderReach opened(Login login) {
        List<Location> evidence = new ArrayList<>(List.of(places.apply(login.at())));
        users(login).map(Fact::at).map(places).distinct().forEach(evidence::add);
        int others = evidence.size() - 1;
        String way =
                others == 0
                        ? "where it stands"
                        : "which %d other %s here %s"
                                .formatted(others, others == 1 ? "place" : "places", uses(login));
        Blast.Reached target =
                new Blast.Reached(
                        "%s %s".formatted(words(login), login.target()),
                        way,
                        evidence.stream().limit(Blast.MOST).toList());
        return new HolderReach(
                holder(login),
                List.of(target),
                HolderReach.Counted.SYSTEMS,
                others > 0,
                revocation(login));
    }

    private static String holder(Login login) {
        return login.principal().isEmpty()
                ? "whoever logs in at " + login.target()
                : "%s at %s".formatted(login.principal(), login.target());
    }

    private static String words(Login login) {
        return switch (login.kind()) {
            case "cluster" -> "cluster";
            case "registry" -> "registry";
            case "database" -> "database";
            case "git" -> "repository";
            default -> "project";
        };
    }

    private static String uses(Login login) {
        return switch (login.kind()) {
            case "registry" -> "pull from";
            case "cloud" -> "give rights";
            default -> "name";
        };
    }

    /** What else of the estate has to do with the target. */
    private Stream<Fact> users(Login login) {
        return estate.facts().stream()
                .filter(fact -> !fact.at().file().equals(login.at().file()))
                .filter(fact -> concerns(login, fact));
    }

    private static boolean concerns(Login login, Fact fact) {
        return switch (login.kind()) {
            case "registry" -> images(fact).anyMatch(image -> isFrom(login.target(), image));
            case "cloud" ->
                    fact instanceof CloudResource resource
                            && Stream.concat(
                                            resource.settings().values().stream(),
                                            resource.statements().stream())
                                    .anyMatch(text -> text.contains(login.principal()));
            default ->
                    fact instanceof Login other
                            && other.kind().equals(login.kind())
                            && host(other).equals(host(login));
        };
    }

    private static String host(Login login) {
        return login.kind().equals("git") ? login.target() : login.target().split("/", 2)[0];
    }

    private static Stream<String> images(Fact fact) {
        if (fact instanceof Workload workload) {
            return workload.containers().stream().map(Container::image);
        }
        return fact instanceof ComposeService service ? Stream.of(service.image()) : Stream.empty();
    }

    /** Images without a registry in their name are of Docker's own. */
    private static boolean isFrom(String registry, String image) {
        String host = registry.split("/", 2)[0];
        boolean named = image.startsWith(host + "/");
        return named || (host.equals("index.docker.io") && !image.isEmpty() && !hasRegistry(image));
    }

    private static boolean hasRegistry(String image) {
        int slash = image.indexOf('/');
        String first = slash < 0 ? "" : image.substring(0, slash);
        return first.contains(".") || first.contains(":") || first.equals("localhost");
    }

    private static List<String> revocation(Login login) {
        List<String> first =
                switch (login.kind()) {
                    case "cluster" ->
                            List.of(
                                    "Remove the bindings of %s: a client certificate cannot be revoked."
                                            .formatted(
                                                    Optional.of(login.principal())
                                                            .filter(name -> !name.isEmpty())
                                                            .orElse("the user")),
                                    "Issue a new credential, short-lived or by a login program, and bind that.",
                                    "Read the cluster's audit log for what was done with it.");
                    case "registry" ->
                            List.of(
                                    "Revoke the token or change the password at %s."
                                            .formatted(login.target()),
                                    "Read the registry's log for what was pushed, and compare digests.",
                                    "Give pulls a robot of their own that can only read.");
                    case "database" ->
                            List.of(
                                    "Change the password of %s at %s; where several use it, make a second user first."
                                            .formatted(user(login), login.target()),
                                    "End its sessions, and read the database's log for what it did.",
                                    "Let Vault's database engine make short-lived users in its place.");
                    case "git" ->
                            List.of(
                                    "Revoke the token where it was issued.",
                                    "Look through the repository's log of pushes, deploy keys and webhooks.",
                                    "Use a deploy key or a short-lived token of the pipeline in its place.");
                    default ->
                            List.of(
                                    "Disable the key, then delete it: gcloud iam service-accounts keys disable KEY --iam-account=%s."
                                            .formatted(login.principal()),
                                    "Read the project's audit logs for what was done with it.",
                                    "Take away what roles it has and does not need, and use workload identity.");
                };
        List<String> steps = new ArrayList<>(first);
        steps.add("Only then take the value out of the files: removing it revokes nothing.");
        return steps;
    }

    private static String user(Login login) {
        return login.principal().isEmpty() ? "the user" : login.principal();
    }
}
