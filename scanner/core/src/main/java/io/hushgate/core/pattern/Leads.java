package io.hushgate.core.pattern;

import io.hushgate.core.pattern.Node.After;
import io.hushgate.core.pattern.Node.Before;
import io.hushgate.core.pattern.Node.Bytes;
import io.hushgate.core.pattern.Node.Choice;
import io.hushgate.core.pattern.Node.Repeat;
import io.hushgate.core.pattern.Node.SecretGroup;
import io.hushgate.core.pattern.Node.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Proves that every match of a pattern contains a keyword, and tells how far from its start. Works
 * on stretches of the pattern that stand for few enough texts to list them all: {@code gh[ops]_}
 * stands for three.
 */
final class Leads {
    private static final int MAX_TEXTS = 512;
    private static final int MAX_SET = 32;
    private static final Set<String> EMPTY_TEXT = Set.of("");

    private final List<String> keywords;

    private Leads(List<String> keywords) {
        this.keywords = keywords;
    }

    /** The lead of each keyword that is needed; empty when some match holds none. */
    static Optional<Map<String, Lead>> of(Node node, List<String> keywords) {
        return new Leads(keywords).cover(node);
    }

    private Optional<Map<String, Lead>> cover(Node node) {
        Optional<Set<String>> texts = texts(node);
        if (texts.isPresent()) {
            return coverTexts(texts.get());
        }
        return switch (node) {
            case Bytes _, Before _, After _ -> Optional.empty();
            case SecretGroup(var body) -> cover(body);
            case Repeat(var body, var least, _) -> least > 0 ? cover(body) : Optional.empty();
            case Choice(var branches) -> {
                Map<String, Lead> all = new HashMap<>();
                for (Node branch : branches) {
                    Optional<Map<String, Lead>> some = cover(branch);
                    if (some.isEmpty()) {
                        yield Optional.empty();
                    }
                    some.get().forEach((k, lead) -> all.merge(k, lead, Lead::or));
                }
                yield Optional.of(all);
            }
            case Sequence(var parts) -> coverSequence(parts);
        };
    }

    /** The best of every stretch of neighbours: the one with the shortest lead. */
    private Optional<Map<String, Lead>> coverSequence(List<Node> parts) {
        List<Node> flat = flatten(parts);
        List<Map<String, Lead>> found = new ArrayList<>();
        long least = 0;
        long most = 0;
        for (int i = 0; i < flat.size() && most <= Pattern.MAX_LEAD; i++) {
            Node part = flat.get(i);
            Optional<Map<String, Lead>> here = stretch(flat, i).or(() -> cover(part));
            if (here.isPresent()) {
                Map<String, Lead> shifted = new HashMap<>();
                for (var entry : here.get().entrySet()) {
                    Lead lead = entry.getValue();
                    shifted.put(
                            entry.getKey(),
                            new Lead((int) least + lead.least(), (int) most + lead.most()));
                }
                found.add(shifted);
            }
            least += part.minLength();
            most += part.maxLength();
        }
        return found.stream().min(Comparator.comparingInt(Leads::longest));
    }

    private static int longest(Map<String, Lead> leads) {
        return leads.values().stream().mapToInt(Lead::most).max().orElse(0);
    }

    /** The texts of {@code parts} from {@code i} on, as long as they can be listed. */
    private Optional<Map<String, Lead>> stretch(List<Node> parts, int i) {
        Set<String> texts = EMPTY_TEXT;
        for (Node part : parts.subList(i, parts.size())) {
            Optional<Set<String>> next = texts(part);
            if (next.isEmpty() || (long) next.get().size() * texts.size() > MAX_TEXTS) {
                break;
            }
            texts = product(texts, next.get());
        }
        return coverTexts(texts);
    }

    private Optional<Map<String, Lead>> coverTexts(Set<String> texts) {
        Map<String, Lead> leads = new HashMap<>();
        for (String text : texts) {
            String first = null;
            for (String keyword : keywords) {
                int at = text.indexOf(keyword);
                if (at >= 0 && (first == null || at < text.indexOf(first))) {
                    first = keyword;
                }
            }
            if (first == null) {
                return Optional.empty();
            }
            int at = text.indexOf(first);
            leads.merge(first, new Lead(at, at), Lead::or);
        }
        return Optional.of(leads);
    }

    /** Every text of the node, letters in lower case; empty when there are too many. */
    private static Optional<Set<String>> texts(Node node) {
        return switch (node) {
            case Before _, After _ -> Optional.of(EMPTY_TEXT);
            case SecretGroup(var body) -> texts(body);
            case Bytes(var set) -> {
                Set<String> texts = new LinkedHashSet<>();
                for (int b = 0; b < 256 && set.size() <= MAX_SET; b++) {
                    if (set.has(b)) {
                        char c = (char) (b >= 'A' && b <= 'Z' ? b + 32 : b);
                        texts.add(String.valueOf(c));
                    }
                }
                yield Optional.of(texts).filter(t -> !t.isEmpty());
            }
            case Sequence(var parts) -> {
                Optional<Set<String>> all = Optional.of(EMPTY_TEXT);
                for (Node part : parts) {
                    all = all.flatMap(a -> texts(part).flatMap(b -> small(a, b)));
                }
                yield all;
            }
            case Choice(var branches) -> {
                Set<String> all = new LinkedHashSet<>();
                for (Node branch : branches) {
                    Optional<Set<String>> some = texts(branch);
                    if (some.isEmpty() || all.size() + some.get().size() > MAX_TEXTS) {
                        yield Optional.empty();
                    }
                    all.addAll(some.get());
                }
                yield Optional.of(all);
            }
            case Repeat(var body, var least, var most) -> {
                if (most > 8) {
                    yield Optional.empty();
                }
                Optional<Set<String>> one = texts(body);
                Set<String> all = new LinkedHashSet<>();
                Optional<Set<String>> power = Optional.of(EMPTY_TEXT);
                for (int i = 0; i <= most && power.isPresent(); i++) {
                    if (i >= least) {
                        all.addAll(power.get());
                    }
                    power = power.flatMap(a -> one.flatMap(b -> small(a, b)));
                    if (power.isEmpty() && i < most) {
                        yield Optional.empty();
                    }
                }
                yield Optional.of(all).filter(t -> t.size() <= MAX_TEXTS);
            }
        };
    }

    private static Optional<Set<String>> small(Set<String> a, Set<String> b) {
        return (long) a.size() * b.size() <= MAX_TEXTS
                ? Optional.of(product(a, b))
                : Optional.empty();
    }

    private static Set<String> product(Set<String> heads, Set<String> tails) {
        Set<String> all = new LinkedHashSet<>();
        for (String head : heads) {
            for (String tail : tails) {
                all.add(head + tail);
            }
        }
        return all;
    }

    private static List<Node> flatten(List<Node> parts) {
        List<Node> flat = new ArrayList<>();
        for (Node part : parts) {
            switch (part) {
                case Sequence(var inner) -> flat.addAll(flatten(inner));
                case SecretGroup(var body) -> flat.addAll(flatten(List.of(body)));
                case Bytes _, Choice _, Repeat _, Before _, After _ -> flat.add(part);
            }
        }
        return flat;
    }
}
