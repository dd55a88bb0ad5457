package io.hushgate.core.context;

import io.hushgate.core.bytes.Slice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Learns {@code weights.txt} from the labelled cases: logistic regression by gradient descent,
 * judged by leaving out a fifth of the repositories in turn. Run by hand, with the file to write as
 * argument, when a feature or the cases have changed; a second argument lists what was left out and
 * judged wrongly at that threshold.
 */
final class WeightTraining {
    static final List<String> KEYWORDS =
            List.of(
                    "password",
                    "passwd",
                    "pwd",
                    "passphrase",
                    "pass",
                    "secret",
                    "token",
                    "apikey",
                    "api_key",
                    "api-key",
                    "accesskey",
                    "access_key",
                    "access-key",
                    "credential",
                    "private_key",
                    "privatekey",
                    "private-key",
                    "auth",
                    "_key",
                    "appkey",
                    "app_key",
                    "masterkey",
                    "encryptionkey",
                    "signingkey",
                    "sharedkey",
                    "accountkey");
    private static final int ROUNDS = 3000;
    private static final double RATE = 1.0;
    private static final double DECAY = 0.004;
    private static final double UNLABELLED_WEIGHT = 0.3;
    private static final int FOLDS = 5;

    /** Nine in ten of what scores higher are secrets, in repositories that were left out. */
    private static final double THRESHOLD = 0.70;

    /** Of what scores between this and the threshold, every second one is. */
    private static final double WEAK_THRESHOLD = 0.50;

    /**
     * How much a password counts that was made up in the place of a labelled one. The labels' own
     * are unreadable: each letter was exchanged for another, and nothing is left of the words that
     * people choose.
     */
    private static final double INVENTED_WEIGHT = 0.25;

    private static final int SEED = 20261122;
    private static final String SIGNS = "!@#$%&*?";

    /** One assignment; {@code line} is for reading the mistakes. */
    record Example(String group, double[] x, boolean isSecret, double weight, String line) {}

    private WeightTraining() {}

    public static void main(String[] arguments) throws IOException {
        List<Example> examples = examples();
        long secrets = examples.stream().filter(Example::isSecret).count();
        System.out.printf(Locale.ROOT, "%d assignments, %d secrets%n", examples.size(), secrets);
        double[] scores = new double[examples.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            List<Example> others = examples.stream().filter(e -> fold(e) != left).toList();
            double[] weights = learn(others);
            for (int i = 0; i < scores.length; i++) {
                if (fold(examples.get(i)) == fold) {
                    scores[i] = score(weights, examples.get(i).x);
                }
            }
        }
        for (double threshold = 0.3; threshold < 0.96; threshold += 0.05) {
            print("left out", examples, scores, threshold);
        }
        for (int fold = 0; fold < FOLDS; fold++) {
            int of = fold;
            List<Integer> in =
                    IntStream.range(0, scores.length)
                            .filter(i -> fold(examples.get(i)) == of)
                            .boxed()
                            .toList();
            print(
                    "fold " + fold,
                    in.stream().map(examples::get).toList(),
                    in.stream().mapToDouble(i -> scores[i]).toArray(),
                    THRESHOLD);
        }
        double[] all = learn(examples);
        double[] fitted = examples.stream().mapToDouble(e -> score(all, e.x)).toArray();
        print("learned", examples, fitted, WEAK_THRESHOLD);
        print("learned", examples, fitted, THRESHOLD);
        if (arguments.length > 1) {
            mistakes(examples, scores, Double.parseDouble(arguments[1]));
        }
        write(Path.of(arguments[0]), all);
    }

    private static void mistakes(List<Example> examples, double[] scores, double threshold) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> -scores[i]));
        for (int i : order) {
            Example e = examples.get(i);
            if (e.isSecret != scores[i] >= threshold) {
                System.out.printf(
                        Locale.ROOT,
                        "%s %.2f %.1f %s%n",
                        e.isSecret ? "missed" : "false",
                        scores[i],
                        e.weight,
                        e.line);
            }
        }
    }

    private static List<Example> examples() throws IOException {
        Map<String, LabelledCases.Label> labels = LabelledCases.labels();
        GenericJudge judge = new GenericJudge();
        AssignmentReader reader = new AssignmentReader();
        List<Example> examples = new ArrayList<>();
        Random random = new Random(SEED);
        List<String> words =
                Resources.lines("words.txt").stream().filter(w -> w.length() > 3).toList();
        for (LabelledCases.Case c : LabelledCases.cases()) {
            FileKind file = FileKind.of(c.path());
            byte[] bytes = c.text();
            String lower = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            Set<Integer> seen = new HashSet<>();
            for (String keyword : KEYWORDS) {
                for (int at = lower.indexOf(keyword);
                        at >= 0;
                        at = lower.indexOf(keyword, at + 1)) {
                    if (!reader.read(bytes, 0, bytes.length, at, at + keyword.length())
                            || !seen.add(reader.valueStart())) {
                        continue;
                    }
                    Slice value = Slice.of(bytes, reader.valueStart(), reader.valueEnd());
                    if (GenericJudge.isOutOfQuestion(reader, value, file)
                            || judge.withoutWeighing(bytes, reader, value).isPresent()) {
                        continue;
                    }
                    int line = 1;
                    for (int i = 0; i < reader.valueStart(); i++) {
                        line += bytes[i] == '\n' ? 1 : 0;
                    }
                    LabelledCases.Label label = labels.get(c.path() + ":" + line);
                    if (label != null && label.truth() == 'N') {
                        continue;
                    }
                    examples.add(
                            new Example(
                                    label == null ? c.path() : label.group(),
                                    vector(judge.features(bytes, reader, value, file)),
                                    label != null && label.truth() == 'T',
                                    label == null ? UNLABELLED_WEIGHT : 1,
                                    c.path() + ":" + line + " " + line(bytes, reader.nameStart())));
                    if (label != null && label.truth() == 'T') {
                        Slice chosen = chosen(words, random);
                        examples.add(
                                new Example(
                                        label.group(),
                                        vector(judge.features(bytes, reader, chosen, file)),
                                        true,
                                        INVENTED_WEIGHT,
                                        ""));
                    }
                }
            }
        }
        return examples;
    }

    /** A password as people choose them: a word or two, dressed up with digits and a sign. */
    private static Slice chosen(List<String> words, Random random) {
        StringBuilder value = new StringBuilder();
        for (int count = 1 + random.nextInt(2); count > 0; count--) {
            String word = words.get(random.nextInt(words.size()));
            value.append(random.nextBoolean() ? word : capitalised(word));
        }
        value.append(random.nextInt(1, 3000));
        value.insert(
                random.nextInt(4) == 0 ? 0 : value.length(),
                SIGNS.charAt(random.nextInt(SIGNS.length())));
        return Slice.of(value.toString().getBytes(StandardCharsets.US_ASCII), 0, value.length());
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String line(byte[] bytes, int at) {
        int end = at;
        while (end < bytes.length && bytes[end] != '\n' && end - at < 140) {
            end++;
        }
        return new String(bytes, at, end - at, StandardCharsets.UTF_8);
    }

    private static double[] vector(Map<Feature, Double> features) {
        double[] x = new double[Feature.values().length];
        features.forEach((feature, value) -> x[feature.ordinal()] = value);
        return x;
    }

    private static int fold(Example e) {
        return Math.floorMod(e.group.hashCode(), FOLDS);
    }

    private static double[] learn(List<Example> examples) {
        double[] weights = new double[Feature.values().length];
        double[] pace = new double[weights.length];
        double total = examples.stream().mapToDouble(Example::weight).sum();
        for (int round = 0; round < ROUNDS; round++) {
            double[] slope = new double[weights.length];
            for (Example e : examples) {
                double error = e.weight * (score(weights, e.x) - (e.isSecret ? 1 : 0)) / total;
                for (int i = 0; i < slope.length; i++) {
                    slope[i] += error * e.x[i];
                }
            }
            for (int i = 0; i < slope.length; i++) {
                slope[i] += DECAY * weights[i];
                pace[i] = 0.9 * pace[i] + slope[i];
                weights[i] -= RATE * pace[i];
            }
        }
        return weights;
    }

    private static double score(double[] weights, double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weights[i] * x[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private static void print(
            String what, List<Example> examples, double[] scores, double threshold) {
        int right = 0;
        int wrong = 0;
        int wrongUnlabelled = 0;
        int secrets = 0;
        for (int i = 0; i < scores.length; i++) {
            Example e = examples.get(i);
            if (e.weight == INVENTED_WEIGHT) {
                continue;
            }
            secrets += e.isSecret ? 1 : 0;
            if (scores[i] >= threshold) {
                right += e.isSecret ? 1 : 0;
                wrong += !e.isSecret && e.weight == 1 ? 1 : 0;
                wrongUnlabelled += !e.isSecret && e.weight != 1 ? 1 : 0;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s at %.2f: %d right, %d wrong, %d unlabelled, precision %.3f, recall %.3f%n",
                what,
                threshold,
                right,
                wrong,
                wrongUnlabelled,
                (double) right / Math.max(1, right + wrong),
                (double) right / secrets);
    }

    private static void write(Path file, double[] weights) throws IOException {
        StringBuilder text = new StringBuilder("# Written by WeightTraining. Do not edit.\n");
        text.append(String.format(Locale.ROOT, "THRESHOLD %.2f%n", THRESHOLD));
        text.append(String.format(Locale.ROOT, "WEAK_THRESHOLD %.2f%n", WEAK_THRESHOLD));
        for (Feature feature : Feature.values()) {
            text.append(
                    String.format(Locale.ROOT, "%s %.3f%n", feature, weights[feature.ordinal()]));
        }
        Files.writeString(file, text);
    }
}
