package io.hushgate.rules.gitleaks;

import io.hushgate.rules.gitleaks.Decoding.Range;
import io.hushgate.rules.gitleaks.Decoding.Segment;
import io.hushgate.rules.gitleaks.GitleaksRule.Required;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Runs the rules of a configuration over fragments, as gitleaks does. Immutable. */
final class Detector {
    private static final String ALLOW = "gitleaks:allow";
    private static final String GENERIC = "generic";
    private static final int MEGABYTE = 1_000_000;

    private final GitleaksConfig config;
    private final Map<String, GitleaksRule> byId = new HashMap<>();
    private final Words words;
    private final GitleaksScan.Options options;

    Detector(GitleaksConfig config, GitleaksScan.Options options) {
        this.config = config;
        this.options = options;
        this.words = new Words(config.rules());
        config.rules().forEach(rule -> byId.put(rule.id(), rule));
    }

    /** One look at one text of a fragment, which may be a decoded one. */
    private record Look(
            Fragment fragment,
            GoText original,
            Lines lines,
            String text,
            List<Segment> segments,
            Words.Places places) {
        boolean isDecoded() {
            return !segments.isEmpty();
        }
    }

    List<Hit> detect(Fragment fragment) {
        boolean allowed = config.allowlists().stream().anyMatch(list -> list.allowsAllOf(fragment));
        if (allowed) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        byte[] bytes = fragment.bytes();
        GoText original = GoText.of(bytes, 0, bytes.length);
        Lines lines = new Lines(bytes);
        Decoding.Pass pass = new Decoding.Pass(original.chars(), List.of());
        for (int depth = 0; depth == 0 || !pass.segments().isEmpty(); ) {
            Look look =
                    new Look(
                            fragment,
                            original,
                            lines,
                            pass.text(),
                            pass.segments(),
                            words.in(pass.text()));
            for (GitleaksRule rule : config.rules()) {
                if (!rule.helper() && look.places.wake(rule)) {
                    hits.addAll(withRequired(rule, look));
                }
            }
            depth++;
            if (depth > options.maxDecodeDepth()) {
                break;
            }
            pass = Decoding.decode(pass.text(), pass.segments());
        }
        return hits;
    }

    /** Leaves out what a rule with a better name found in the same line. */
    static List<Hit> withoutGeneric(List<Hit> hits) {
        return hits.stream()
                .filter(hit ->
                        !isGeneric(hit) || hits.stream().noneMatch(other -> isBetter(other, hit)))
                .toList();
    }

    private static boolean isGeneric(Hit hit) {
        return hit.rule().toLowerCase(Locale.ROOT).contains(GENERIC);
    }

    private static boolean isBetter(Hit other, Hit generic) {
        return other.place().startLine() == generic.place().startLine()
                && !isGeneric(other)
                && other.secret().contains(generic.secret());
    }

    private List<Hit> withRequired(GitleaksRule rule, Look look) {
        List<Hit> hits = hits(rule, look);
        if (hits.isEmpty() || rule.required().isEmpty()) {
            return hits;
        }
        List<List<Hit>> partners = new ArrayList<>();
        for (Required required : rule.required()) {
            GitleaksRule partner = byId.get(required.rule());
            partners.add(partner == null ? List.of() : hits(partner, look));
        }
        return hits.stream().filter(hit -> isComplete(hit, rule.required(), partners)).toList();
    }

    private static boolean isComplete(Hit hit, List<Required> required, List<List<Hit>> partners) {
        for (int i = 0; i < required.size(); i++) {
            Required wanted = required.get(i);
            if (partners.get(i).stream().noneMatch(partner -> isNear(hit, partner, wanted))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNear(Hit hit, Hit partner, Required wanted) {
        Lines.Place a = hit.place();
        Lines.Place b = partner.place();
        return isWithin(a.startLine() - b.startLine(), wanted.withinLines())
                && isWithin(a.startColumn() - b.startColumn(), wanted.withinColumns());
    }

    private static boolean isWithin(int distance, OptionalInt most) {
        return most.isEmpty() || Math.abs(distance) <= most.getAsInt();
    }

    private List<Hit> hits(GitleaksRule rule, Look look) {
        Fragment fragment = look.fragment;
        if (rule.allowlists().stream().anyMatch(list -> list.allowsAllOf(fragment))) {
            return List.of();
        }
        if (rule.path().isPresent() && !rule.path().get().occursIn(fragment.path())) {
            return List.of();
        }
        if (rule.regex().isEmpty()) {
            return look.isDecoded() ? List.of() : List.of(ofPath(rule, fragment));
        }
        int megabytes = look.text.length() / MEGABYTE;
        if (options.maxTargetMegabytes() > 0 && megabytes > options.maxTargetMegabytes()) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        GoRegex regex = rule.regex().get();
        int[] starts = look.places.starts(regex.literals());
        for (GoRegex.Match match : regex.matches(look.text, starts)) {
            Hit hit = hit(rule, regex, look, match);
            if (hit != null) {
                hits.add(hit);
            }
        }
        return hits;
    }

    private static Hit ofPath(GitleaksRule rule, Fragment fragment) {
        return new Hit(
                rule.id(),
                rule.description(),
                -1,
                -1,
                new Lines.Place(-fragment.startLine(), -fragment.startLine(), 0, 0, 0, 0),
                "",
                "file detected: " + fragment.path(),
                "",
                0,
                rule.tags());
    }

    private @org.jspecify.annotations.Nullable Hit hit(
            GitleaksRule rule, GoRegex regex, Look look, GoRegex.Match found) {
        String match = trimFeeds(look.text.substring(found.start(), found.end()));
        int start = found.start();
        // The line feeds that were trimmed are taken off the end, also those of the start.
        int end = found.start() + match.length();
        List<String> tags = rule.tags();
        String line = "";
        if (look.isDecoded()) {
            List<Segment> segments =
                    look.segments.stream()
                            .filter(segment ->
                                    segment.decoded()
                                            .overlaps(new Range(found.start(), found.end())))
                            .toList();
            if (segments.isEmpty()) {
                return null; // an earlier pass has seen it
            }
            Range range = Decoding.original(segments, new Range(found.start(), found.end()));
            start = range.start();
            end = range.end();
            tags = new ArrayList<>(rule.tags());
            tags.addAll(Decoding.tags(segments));
            line = Decoding.line(segments, look.text);
        }
        int limit = look.original.chars().length();
        int from = look.original.byteAt(Math.clamp(start, 0, limit));
        int to = look.original.byteAt(Math.clamp(end, 0, limit));
        Lines.Place place = look.lines.place(from, to);
        String written = look.lines.text(place);
        if (!options.ignoresAllowComments() && written.contains(ALLOW)) {
            return null;
        }
        String secret = secret(rule, regex, match);
        double entropy = entropy(secret);
        if (rule.entropy() != 0 && entropy <= rule.entropy()) {
            return null;
        }
        String target = line.isEmpty() ? written : line;
        if (isAllowed(config.allowlists(), look.fragment, secret, match, target)
                || isAllowed(rule.allowlists(), look.fragment, secret, match, target)) {
            return null;
        }
        return new Hit(
                rule.id(),
                rule.description(),
                from,
                to,
                place,
                written,
                match,
                secret,
                (float) entropy,
                tags);
    }

    private static boolean isAllowed(
            List<Allowlist> lists, Fragment fragment, String secret, String match, String line) {
        return lists.stream().anyMatch(list -> list.allows(fragment, secret, match, line));
    }

    private static String trimFeeds(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) == '\n') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(start, end);
    }

    /** The group that the rule names, or the first that is not empty, or all. */
    private static String secret(GitleaksRule rule, GoRegex regex, String match) {
        if (regex.groups() == 0) {
            return match;
        }
        List<String> groups = regex.groupsIn(match);
        if (groups.isEmpty()) {
            return match;
        }
        if (rule.secretGroup() > 0) {
            return groups.get(rule.secretGroup() - 1);
        }
        return groups.stream().filter(group -> !group.isEmpty()).findFirst().orElse(match);
    }

    /** Shannon's entropy in bits a byte, of characters (Shannon 1948). */
    static double entropy(String text) {
        Map<Integer, Integer> counts = new HashMap<>();
        text.codePoints().forEach(c -> counts.merge(c, 1, Integer::sum));
        double length = text.getBytes(StandardCharsets.UTF_8).length;
        double entropy = 0;
        for (int count : counts.values()) {
            double share = count / length;
            entropy -= share * (Math.log(share) / Math.log(2));
        }
        return entropy;
    }
}
