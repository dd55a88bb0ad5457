package io.hushgate.rules.gitleaks;

import io.hushgate.core.Address;
import io.hushgate.core.Confidence;
import io.hushgate.core.Grade;
import io.hushgate.core.Region;
import io.hushgate.core.RuleId;
import io.hushgate.core.Secret;
import io.hushgate.core.Severity;
import io.hushgate.core.Span;
import io.hushgate.core.match.Detection;
import io.hushgate.core.match.DetectionSink;
import io.hushgate.core.rule.Evidence;
import io.hushgate.core.rule.Form;
import io.hushgate.core.rule.Rule;
import io.hushgate.core.rule.Surroundings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Rules of other scanners in a scan of ours: those of {@code .gitleaks.toml}, {@code
 * trivy-secret.yaml} and TruffleHog's custom detectors, beside the shipped ones. Their allowlists
 * hold for their own rules. Immutable.
 */
public final class ForeignRules {
    /** No rules. */
    public static final ForeignRules NONE = new ForeignRules(List.of());

    /** Longer texts are looked at in pieces, cut behind a line, so that memory is bounded. */
    private static final int PIECE = 4 << 20;

    private static final String REMEDY =
            "Revoke it where it was issued, then remove it; the rule is of another scanner's file and names no place.";

    private final List<Detector> detectors = new ArrayList<>();
    private final Map<String, Rule> rules = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();

    private ForeignRules(List<GitleaksConfig> configs) {
        Set<String> taken = new HashSet<>();
        for (GitleaksConfig config : configs) {
            detectors.add(new Detector(config, GitleaksScan.Options.DEFAULT));
            warnings.addAll(config.warnings());
            for (GitleaksRule rule : config.rules()) {
                rules.putIfAbsent(rule.id(), rule(rule, taken));
            }
        }
    }

    /**
     * Reads files.
     *
     * @param files each of which {@link ForeignFile#isRules} holds for
     * @throws GitleaksProblem when one cannot be used
     */
    public static ForeignRules read(Collection<Path> files) {
        return new ForeignRules(files.stream().map(ForeignFile::rules).toList());
    }

    /** Tells whether there are none. */
    public boolean isEmpty() {
        return detectors.isEmpty();
    }

    /** The rules as ours, for reports. */
    public List<Rule> rules() {
        return rules.values().stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
    }

    /** What the files probably do not mean. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    private static Rule rule(GitleaksRule rule, Set<String> taken) {
        String name = rule.id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String id = name.replaceAll("^-|-$", "");
        String unique = id.isEmpty() ? "rule" : id;
        for (int i = 2; !taken.add(unique); i++) {
            unique = id + "-" + i;
        }
        String title = rule.description().isBlank() ? rule.id() : rule.description();
        String shown = rule.regex().or(rule::path).map(GoRegex::toString).orElse("");
        return new Rule(
                new RuleId(unique),
                title,
                severity(rule.tags()),
                new Form.Token(List.of("anything"), shown, false),
                Evidence.NONE,
                Surroundings.ANY,
                REMEDY,
                List.of());
    }

    private static Severity severity(List<String> tags) {
        return tags.stream()
                .map(tag -> tag.replaceFirst("^severity[:=]", ""))
                .flatMap(tag -> Severity.of(tag).stream())
                .findFirst()
                .orElse(Severity.HIGH);
    }

    /** Looks at a text, and tells what was found in the order of the bytes. */
    public void look(Address address, byte[] bytes, int from, int to, DetectionSink sink) {
        int start = from;
        int line = 1;
        while (start < to) {
            int end = cut(bytes, start, to);
            byte[] piece = Arrays.copyOfRange(bytes, start, end);
            Fragment fragment = Fragment.ofFile(address.path(), "", line, piece);
            for (Detector detector : detectors) {
                for (Hit hit : Detector.withoutGeneric(detector.detect(fragment))) {
                    sink.accept(detection(hit, address, fragment, start - from));
                }
            }
            for (byte b : piece) {
                line += b == '\n' ? 1 : 0;
            }
            start = end;
        }
    }

    private static int cut(byte[] bytes, int start, int to) {
        if (to - start <= PIECE) {
            return to;
        }
        int end = start + PIECE;
        while (end > start && bytes[end - 1] != '\n') {
            end--;
        }
        return end == start ? start + PIECE : end;
    }

    private Detection detection(Hit hit, Address address, Fragment fragment, int offset) {
        int from = Math.max(0, hit.from());
        int to = Math.max(from, hit.to());
        int inside = hit.match().indexOf(hit.secret());
        boolean plain = hit.tags().stream().noneMatch(tag -> tag.startsWith("decode-depth:"));
        if (plain && inside > 0 && hit.from() >= 0) {
            from += utf8(hit.match().substring(0, inside));
            to = Math.min(to, from + utf8(hit.secret()));
        }
        byte[] value =
                (hit.secret().isEmpty() ? hit.match() : hit.secret())
                        .getBytes(StandardCharsets.UTF_8);
        Rule rule = rules.getOrDefault(hit.rule(), rules.values().iterator().next());
        return new Detection(
                rule,
                address,
                new Span((long) offset + from, (long) offset + to),
                region(fragment, from, to),
                Secret.copyOf(value, 0, value.length),
                Grade.FORMAT,
                rule.severity(),
                Confidence.MEDIUM,
                "");
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Region region(Fragment fragment, int from, int to) {
        byte[] bytes = fragment.bytes();
        int[] start = position(bytes, 0, from, new int[] {fragment.startLine(), 1});
        int[] end = position(bytes, from, to, start);
        return new Region(start[0], start[1], end[0], end[1]);
    }

    /** Line and column at {@code to}, when those at {@code from} are known. */
    private static int[] position(byte[] bytes, int from, int to, int[] known) {
        int line = known[0];
        int lineStart = -1;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        int columns = GoText.of(bytes, lineStart < 0 ? from : lineStart, to).chars().length();
        return new int[] {line, (lineStart < 0 ? known[1] : 1) + columns};
    }
}
