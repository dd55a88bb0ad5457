package io.hushgate.run;

import io.hushgate.core.Blast;
import io.hushgate.core.Finding;
import io.hushgate.core.Location;
import io.hushgate.core.Severity;
import io.hushgate.core.grade.Holder;
import io.hushgate.estate.Estate;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.KubernetesFact.ServiceAccount;
import io.hushgate.estate.fact.PlatformFact.CloudResource;
import io.hushgate.estate.fact.PlatformFact.EncryptedFile;
import io.hushgate.estate.fact.PlatformFact.PublicKey;
import io.hushgate.estate.fact.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a key opens that says itself whose it is: files that are encrypted to it, or the account of
 * a cloud, with the configuration that names them. No graph is needed for either.
 *
 * @param holder as users know it
 * @param targets what is open, sorted by place
 * @param counted what the targets are
 * @param raises whether that something is open raises the severity by itself; a word for production
 *     among the targets always does
 * @param revocation what to do, in this order
 */
record HolderReach(
        String holder,
        List<Blast.Reached> targets,
        Counted counted,
        boolean raises,
        List<String> revocation) {

    /** As what targets are counted. */
    enum Counted {
        FILES,
        ACCOUNTS,
        SYSTEMS
    }

    /** The last digits of a fingerprint that SOPS takes for all of it. */
    private static final int SHORTEST_FINGERPRINT = 16;

    /** The files that are encrypted to a recipient. */
    static HolderReach files(
            String recipient, Estate estate, Function<Provenance, Location> places) {
        List<Blast.Reached> opened =
                estate.facts().stream()
                        .filter(EncryptedFile.class::isInstance)
                        .map(EncryptedFile.class::cast)
                        .filter(file ->
                                file.recipients().stream().anyMatch(one -> is(recipient, one)))
                        .map(file ->
                                new Blast.Reached(
                                        "content of " + file.at().file(),
                                        "which %s encrypted to it".formatted(file.tool()),
                                        List.of(places.apply(file.at()))))
                        .toList();
        return new HolderReach(
                recipient,
                opened,
                Counted.FILES,
                true,
                List.of(
                        "Make a new key and keep it out of the repository.",
                        "Encrypt the files again to the new key alone: sops updatekeys, then sops rotate.",
                        "Rotate every value that the files hold: the history keeps them readable for the old key.",
                        "Only then take the key out of the files: removing it revokes nothing."));
    }

    private static boolean is(String recipient, String named) {
        if (recipient.equals(named)) {
            return true;
        }
        String digits = named.startsWith(Holder.PGP) ? named.substring(Holder.PGP.length()) : "";
        return digits.length() >= SHORTEST_FINGERPRINT
                && recipient.startsWith(Holder.PGP)
                && recipient.endsWith(digits);
    }

    /** What trusts the public half of a private key, and what shows it. */
    static HolderReach key(String half, Estate estate, Function<Provenance, Location> places) {
        List<Blast.Reached> opened = new ArrayList<>();
        boolean certified = false;
        for (Fact fact : estate.facts()) {
            if (fact instanceof PublicKey key && key.fingerprint().equals(half)) {
                boolean certificate = key.kind().equals("certificate");
                certified |= certificate;
                opened.add(
                        new Blast.Reached(
                                certificate
                                        ? "certificate of " + key.name()
                                        : "login that %s permits".formatted(key.at().file()),
                                "which has its public half",
                                List.of(places.apply(key.at()))));
            }
        }
        return new HolderReach(
                "whoever has the key " + half.substring(0, Math.min(16, half.length())),
                opened,
                Counted.SYSTEMS,
                true,
                List.of(
                        certified
                                ? "Revoke the certificate where it was issued, and issue another one to a new key."
                                : "Remove the public half from authorized_keys and deploy keys, and put a new one there.",
                        "Read the logs of what trusts it: logins by its fingerprint, connections by its certificate.",
                        "Keep the new key out of the repository, or let Vault's ssh or pki engine issue short-lived ones.",
                        "Only then take the key out of the files: removing it revokes nothing."));
    }

    /**
     * An account of AWS, where configuration of the same run names it.
     *
     * @param whole whether the secret half of the key was found beside it; the id alone opens
     *     nothing
     */
    static HolderReach account(
            String number, boolean whole, Estate estate, Function<Provenance, Location> places) {
        List<Location> evidence = new ArrayList<>();
        for (Fact fact : estate.facts()) {
            if (texts(fact).anyMatch(text -> text.contains(":" + number + ":"))) {
                evidence.add(places.apply(fact.at()));
            }
        }
        List<Blast.Reached> reached =
                evidence.isEmpty()
                        ? List.of()
                        : List.of(
                                new Blast.Reached(
                                        "account %s of AWS".formatted(number),
                                        "whose number the key has, and which roles and resources are of",
                                        evidence.stream().distinct().limit(Blast.MOST).toList()));
        return new HolderReach(
                "a user of account " + number + " of AWS",
                reached,
                Counted.ACCOUNTS,
                whole,
                List.of(
                        "Deactivate the key: aws iam update-access-key --status Inactive.",
                        "Read CloudTrail for what was done with it, in every region.",
                        "End sessions that it made: attach AWSRevokeOlderSessions to the roles that it assumed.",
                        "Delete the key, and give what used it a role instead.",
                        "Only then take the value out of the files: removing it revokes nothing."));
    }

    private static Stream<String> texts(Fact fact) {
        if (fact instanceof ServiceAccount account) {
            return account.annotations().values().stream();
        }
        return fact instanceof CloudResource resource
                ? Stream.concat(
                        resource.settings().values().stream(), resource.statements().stream())
                : Stream.empty();
    }

    /** The finding with this; as it was where nothing is open. */
    Finding opened(Finding finding) {
        if (targets.isEmpty()) {
            return finding;
        }
        boolean production = targets.stream().anyMatch(HolderReach::isProduction);
        Severity least = finding.severity();
        Severity deserved =
                !raises && counted == Counted.ACCOUNTS
                        ? least
                        : production ? Severity.CRITICAL : raises ? Severity.HIGH : least;
        return finding.opening(
                deserved.atLeast(least) ? deserved : least,
                new Blast(
                        holder,
                        0,
                        0,
                        count(Counted.FILES),
                        Math.min(1, count(Counted.ACCOUNTS)),
                        count(Counted.SYSTEMS),
                        false,
                        finding.severity(),
                        targets.stream().limit(Blast.MOST).toList(),
                        revocation));
    }

    private int count(Counted as) {
        return counted == as
                ? (int) targets.stream().map(Blast.Reached::target).distinct().count()
                : 0;
    }

    private static boolean isProduction(Blast.Reached one) {
        return BlastRadii.PRODUCTION.matcher(one.target()).find()
                || one.evidence().stream()
                        .anyMatch(place ->
                                BlastRadii.PRODUCTION.matcher(place.address().text()).find());
    }
}
