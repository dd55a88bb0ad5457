package io.hushgate.report.html;

import io.hushgate.core.Address;
import io.hushgate.core.Blast;
import io.hushgate.core.Finding;
import io.hushgate.core.Grade;
import io.hushgate.core.Location;
import io.hushgate.core.Suppression;
import io.hushgate.core.Violation;
import io.hushgate.report.AddressParts;
import io.hushgate.report.Check;
import io.hushgate.report.Proof;
import io.hushgate.report.history.Audit;
import io.hushgate.report.history.Life;
import io.hushgate.report.history.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All lines of the page's list, worst and surest first.
 *
 * @param checks what is said once about each rule and policy that fired, by id
 */
record Items(List<Item> all, Map<String, Check> checks) {
    private static final Comparator<Item> ORDER =
            Comparator.comparing(Item::severity)
                    .thenComparing(Item::confidence)
                    .reversed()
                    .thenComparing(item -> item.subject().kind())
                    .thenComparing(item -> item.subject().check())
                    .thenComparing(Item::target)
                    .thenComparing(item -> item.places().getFirst().file())
                    .thenComparingInt(item -> item.places().getFirst().line())
                    .thenComparing(item -> item.subject().identity());

    /** Digits of a digest that tell it from others of a repository. */
    private static final int SHORT = 10;

    Items {
        all = all.stream().sorted(ORDER).toList();
    }

    static Items of(Audit audit) {
        Map<String, Life> lives = new HashMap<>();
        audit.history()
                .lives()
                .forEach(life -> lives.put(key(life.target(), life.subject()), life));
        List<Item> items = new ArrayList<>();
        Map<String, Check> checks = new HashMap<>();
        for (Audit.Target target : audit.targets()) {
            target.report().checks().forEach(check -> checks.putIfAbsent(check.id(), check));
            for (Finding finding : target.report().findings()) {
                Life life = lives.get(key(target.name(), Subject.of(finding)));
                items.add(
                        item(
                                target.name(),
                                finding,
                                checks.get(finding.rule().text()),
                                Optional.ofNullable(life)));
            }
            for (Violation violation : target.report().violations()) {
                Life life = lives.get(key(target.name(), Subject.of(violation)));
                items.add(item(target.name(), violation, Optional.ofNullable(life)));
            }
        }
        return new Items(items, Map.copyOf(checks));
    }

    private static String key(String target, Subject subject) {
        return target + "\n" + subject.check() + "\n" + subject.identity();
    }

    /** Those that nobody accepted. */
    List<Item> open() {
        return all.stream().filter(Item::isOpen).toList();
    }

    private static Item item(
            String target,
            Finding finding,
            @org.jspecify.annotations.Nullable Check check,
            Optional<Life> life) {
        return new Item(
                Subject.of(finding),
                target,
                finding.title(),
                finding.severity(),
                finding.confidence(),
                finding.redacted(),
                evidence(finding),
                finding.blast().map(Items::opens).orElse(List.of()),
                state(finding),
                finding.occurrences().stream().map(place -> place(place, "")).toList(),
                Steps.of(finding),
                check == null ? List.of() : check.references(),
                Timeline.of(finding, life),
                finding.suppression(),
                life,
                earliest(finding, life));
    }

    private static Item item(String target, Violation violation, Optional<Life> life) {
        return new Item(
                Subject.of(violation),
                target,
                violation.title(),
                violation.severity(),
                violation.confidence(),
                violation.message(),
                List.of(),
                List.of(),
                "",
                Stream.concat(
                                Stream.of(place(violation.location(), "")),
                                violation.related().stream()
                                        .map(other -> place(other.location(), other.message())))
                        .toList(),
                Steps.of(violation),
                violation.references(),
                Timeline.of(violation.suppression().isPresent(), life),
                violation.suppression(),
                life,
                life.map(Items::began));
    }

    private static List<String> evidence(Finding finding) {
        String grade = finding.grade() == Grade.WEAK ? "Weak" : finding.grade().label();
        return List.of(
                grade.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                        + grade.substring(1).replace('-', ' ')
                        + ": "
                        + Proof.words(finding.grade())
                        + ".");
    }

    private static List<String> opens(Blast blast) {
        return Stream.concat(
                        Stream.of("%s, as %s".formatted(blast.summary(), blast.holder())),
                        blast.reached().stream()
                                .map(reached -> reached.target() + ": " + reached.way()))
                .toList();
    }

    private static String state(Finding finding) {
        return switch (finding.state()) {
            case HEAD -> "in the files";
            case HISTORY_ONLY -> "in the history only";
            case HIDDEN_LAYER -> "in a hidden layer";
            case LOG -> "in a log";
        };
    }

    /** The file first, for it tells people more than forty digits of a commit. */
    private static Item.Place place(Location location, String note) {
        Address address = location.address();
        String from =
                Stream.of(
                                commitOf(address),
                                AddressParts.layer(address)
                                        .map(digest -> "layer " + shortened(digest)),
                                stepOf(address),
                                Optional.of(note).filter(text -> !text.isEmpty()))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", "));
        return new Item.Place(
                address.file(),
                location.region().startLine(),
                location.region().startColumn(),
                from);
    }

    private static Optional<String> commitOf(Address address) {
        return address instanceof Address.CommitMessage
                ? Optional.empty()
                : AddressParts.commit(address).map(commit -> "commit " + shortened(commit));
    }

    private static Optional<String> stepOf(Address address) {
        return address instanceof Address.LogStep step && !step.place().isEmpty()
                ? Optional.of(step.place())
                : Optional.empty();
    }

    /** Ten digits, behind the name of their algorithm if it has one. */
    private static String shortened(String digest) {
        int digits = digest.indexOf(':') + 1 + SHORT;
        return digest.substring(0, Math.min(digits, digest.length()));
    }

    private static Instant began(Life life) {
        return life.introduced().orElse(life.firstSeen());
    }

    private static Optional<Instant> earliest(Finding finding, Optional<Life> life) {
        return Stream.concat(
                        finding.attribution().map(history -> history.first().time()).stream(),
                        life.map(Items::began).stream())
                .min(Comparator.naturalOrder());
    }

    /** What is to be said about an acceptance. */
    static String words(Suppression given) {
        return given.owner()
                + ": "
                + given.reason()
                + given.ticket().map(ticket -> " (" + ticket + ")").orElse("")
                + given.expires().map(day -> ", until " + day).orElse("");
    }
}
