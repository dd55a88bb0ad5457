package io.hushgate.core.context;

import io.hushgate.core.Grade;
import io.hushgate.core.bytes.Signs;
import io.hushgate.core.bytes.Slice;
import io.hushgate.core.context.FileKind.Content;
import io.hushgate.core.grade.StandIns;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether the value of an assignment with a telling name is a credential: a logistic
 * regression over {@link Feature}s. Loads its data when first asked. One per thread.
 */
public final class GenericJudge {
    private static final int MIN_VALUE = 4;
    private static final int MAX_VALUE = 256;
    private static final int MAX_VERSION = 24;
    private static final int MAX_DATE_JOINTS = 2;
    private static final int GROUP = 4;
    private static final int MAX_ESCAPES = 48;
    private static final Signs RANGE = Signs.of("^~<>=v");

    /** Judgements that are remembered; a power of two. */
    private static final int REMEMBERED = 1024;

    private final long[] hashes = new long[REMEMBERED];
    private final List<Optional<Grade>> grades =
            new ArrayList<>(Collections.nCopies(REMEMBERED, Optional.empty()));
    private final IdentifierWords names = new IdentifierWords();
    private final WordSense language = new WordSense();
    private @Nullable Weights weights;

    /**
     * Judges the last assignment of a reader. What was judged before, in the same kind of file, is
     * remembered: histories and logs repeat themselves.
     *
     * @param text the bytes that it was read from
     * @return how the value is graded; empty when it is neither a credential nor recognisably
     *     something that stands for one
     */
    public Optional<Grade> judge(byte[] text, AssignmentReader assignment, FileKind file) {
        Slice value = Slice.of(text, assignment.valueStart(), assignment.valueEnd());
        if (isOutOfQuestion(assignment, value, file)) {
            return Optional.empty();
        }
        long hash = assignment.hash(31L * file.hashCode());
        int slot = (int) (hash >>> 32) & (REMEMBERED - 1);
        if (hashes[slot] != hash) {
            grades.set(slot, weigh(text, assignment, value, file));
            hashes[slot] = hash;
        }
        return grades.get(slot);
    }

    private Optional<Grade> weigh(
            byte[] text, AssignmentReader assignment, Slice value, FileKind file) {
        Optional<Grade> known = withoutWeighing(text, assignment, value);
        if (known.isPresent()) {
            return known;
        }
        Weights weighed = weights();
        NameSense sense = NameSense.of(nameWords(text, assignment));
        double score =
                weighed.score(Feature.of(assignment, sense, value, file, language.language()));
        if (score >= weighed.threshold() && sense.head() != NameSense.Head.NONE) {
            return Optional.of(Grade.CONTEXTUAL);
        }
        return score >= weighed.needed(sense) ? Optional.of(Grade.WEAK) : Optional.empty();
    }

    /**
     * How an assignment is weighed.
     *
     * @param value the probability that it is a credential
     * @param needed the least value of one that is reported
     * @param parts what each feature adds, strongest first
     */
    public record Score(double value, double needed, Map<String, Double> parts) {}

    /**
     * Weighs the last assignment of a reader as {@link #judge} does; empty when that needs none.
     */
    public Optional<Score> explain(byte[] text, AssignmentReader assignment, FileKind file) {
        Slice value = Slice.of(text, assignment.valueStart(), assignment.valueEnd());
        if (isOutOfQuestion(assignment, value, file)
                || withoutWeighing(text, assignment, value).isPresent()) {
            return Optional.empty();
        }
        Weights weighed = weights();
        Map<Feature, Double> features = features(text, assignment, value, file);
        Map<String, Double> parts = new LinkedHashMap<>();
        features.entrySet().stream()
                .map(e -> Map.entry(e.getKey(), weighed.part(e.getKey(), e.getValue())))
                .filter(e -> e.getValue() != 0)
                .sorted(
                        Map.Entry.comparingByValue(
                                Comparator.comparingDouble((Double part) -> -Math.abs(part))))
                .forEach(e ->
                        parts.put(
                                e.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                e.getValue()));
        NameSense sense = NameSense.of(nameWords(text, assignment));
        return Optional.of(new Score(weighed.score(features), weighed.needed(sense), parts));
    }

    /** What is weighed of an assignment. */
    Map<Feature, Double> features(
            byte[] text, AssignmentReader assignment, Slice value, FileKind file) {
        NameSense sense = NameSense.of(nameWords(text, assignment));
        return Feature.of(assignment, sense, value, file, language.language());
    }

    /** What a value is by its own look or by what its name says outright, if either is plain. */
    Optional<Grade> withoutWeighing(byte[] text, AssignmentReader assignment, Slice value) {
        Optional<Grade> standIn = StandIns.ofValue(value);
        return standIn.isPresent()
                ? standIn
                : NameSense.saysOutright(nameWords(text, assignment), value);
    }

    /**
     * Tells whether the name of the last assignment promises something else than a credential, as
     * {@code HEROKU_APP_ID} does, and the keywords that brought it up do not: {@code secret_id}.
     */
    public boolean namesElse(byte[] text, AssignmentReader assignment, List<String> keywords) {
        List<String> name = nameWords(text, assignment);
        return NameSense.of(name).isElse()
                && keywords.stream().noneMatch(keyword -> keyword.endsWith(name.getLast()));
    }

    private List<String> nameWords(byte[] text, AssignmentReader assignment) {
        int length = assignment.nameEnd() - assignment.nameStart();
        return names.split(
                new String(text, assignment.nameStart(), length, StandardCharsets.UTF_8));
    }

    /** What needs no weighing, cheapest first. */
    static boolean isOutOfQuestion(AssignmentReader assignment, Slice value, FileKind file) {
        int length = value.length();
        if (length < MIN_VALUE || length > MAX_VALUE) {
            return true;
        }
        boolean expression =
                !assignment.isQuoted() && file.content() == Content.CODE && !assignment.isText();
        if (expression || (file.content() == Content.CODE && assignment.isInPlainTable())) {
            return true;
        }
        Shape shape = Shape.of(value);
        return (shape.foreign() > 0 && !isMixed(value, shape))
                || (shape.blanks() > 3 && !isGrouped(value))
                || shape.commas() > 1
                || isEscapes(value)
                || isVersion(value, assignment.isQuoted())
                || endsInVersion(value);
    }

    /** The rest of a Maven coordinate: {@code google-auth:1.76.3}. */
    private static boolean endsInVersion(Slice value) {
        int colon = value.length() - 1;
        int dots = 0;
        while (colon > 0 && value.at(colon) != ':') {
            int b = value.at(colon);
            if (b != '.' && (b < '0' || b > '9')) {
                return false;
            }
            dots += b == '.' ? 1 : 0;
            colon--;
        }
        return colon > 0 && dots > 0;
    }

    /** Tells whether a few letters of another alphabet stand among digits and signs. */
    private static boolean isMixed(Slice value, Shape shape) {
        return shape.foreign() * 5 <= value.length()
                && shape.digits() > 0
                && shape.blanks() == 0
                && shape.punctuation() > 0;
    }

    /**
     * A few bytes, each written as an escape: {@code \xC1\xD3}, or by code point. So short they are
     * marks of a protocol.
     */
    private static boolean isEscapes(Slice value) {
        int at = 0;
        while (at < value.length()) {
            if (value.regionIs(at, "\\x")) {
                at += "\\x00".length();
            } else if (value.regionIs(at, "\\u")) {
                at += "\\u0000".length();
            } else {
                return false;
            }
        }
        return value.length() <= MAX_ESCAPES;
    }

    /** Groups of four letters and digits, as seeds and passwords for applications are shown. */
    private static boolean isGrouped(Slice value) {
        for (int i = 0; i < value.length(); i++) {
            if ((value.at(i) == ' ') != (i % (GROUP + 1) == GROUP)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Numbers with signs between them: a version, a date, a place in a file. In quotes, where
     * somebody's password may be a date, with a sign of a range before it or more parts than a date
     * has: {@code ^1.2.3}, {@code 10.0.0.1}.
     */
    private static boolean isVersion(Slice value, boolean quoted) {
        int first = value.startsWith("npm:") ? "npm:".length() : 0;
        while (first < value.length() && RANGE.has(value.at(first))) {
            first++;
        }
        int joints = 0;
        for (int i = first; i < value.length(); i++) {
            int b = value.at(i);
            boolean joint = b == '.' || b == '-' || b == ':';
            if (!joint && (b < '0' || b > '9')) {
                return false;
            }
            joints += joint ? 1 : 0;
        }
        return joints > 0
                && value.length() < MAX_VERSION
                && (first > 0 || !quoted || joints > MAX_DATE_JOINTS);
    }

    private Weights weights() {
        Weights known = weights;
        if (known == null) {
            known = Weights.load();
            weights = known;
        }
        return known;
    }

    /** The weights of {@code weights.txt}. */
    private record Weights(Map<Feature, Double> of, double threshold, double weakThreshold) {
        static Weights load() {
            Map<Feature, Double> of = new EnumMap<>(Feature.class);
            double threshold = 0.5;
            double weakThreshold = 0.5;
            for (String line : Resources.lines("weights.txt")) {
                int blank = line.indexOf(' ');
                double number = Double.parseDouble(line.substring(blank + 1).strip());
                String name = line.substring(0, blank);
                if (name.equals("THRESHOLD")) {
                    threshold = number;
                } else if (name.equals("WEAK_THRESHOLD")) {
                    weakThreshold = number;
                } else {
                    of.put(Feature.valueOf(name), number);
                }
            }
            return new Weights(of, threshold, weakThreshold);
        }

        /** The least score to be reported: more when the name promises nothing. */
        double needed(NameSense name) {
            return name.head() == NameSense.Head.NONE ? threshold : weakThreshold;
        }

        double part(Feature feature, double value) {
            return of.getOrDefault(feature, 0.0) * value;
        }

        /** The probability that the value is a credential, going by the labelled cases. */
        double score(Map<Feature, Double> features) {
            double sum = 0;
            for (Map.Entry<Feature, Double> entry : features.entrySet()) {
                sum += part(entry.getKey(), entry.getValue());
            }
            return 1 / (1 + Math.exp(-sum));
        }
    }
}
