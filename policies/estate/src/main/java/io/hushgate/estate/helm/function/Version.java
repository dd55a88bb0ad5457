package io.hushgate.estate.helm.function;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Truth;
import io.hushgate.estate.helm.datum.Datum.Whole;
import io.hushgate.estate.helm.datum.NativeObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A semantic version, of which minor and patch may be missing. Source: semver.org, version 2.0.0.
 *
 * @param preRelease what follows the dash; empty for a release
 * @param original as it was written
 */
public record Version(
        long major, long minor, long patch, String preRelease, String metadata, String original)
        implements Comparable<Version>, NativeObject {
    private static final Pattern FORM =
            Pattern.compile(
                    "v?(\\d{1,18})(?:\\.(\\d{1,18}))?(?:\\.(\\d{1,18}))?"
                            + "(?:-([0-9A-Za-z.-]+))?(?:\\+([0-9A-Za-z.-]+))?");
    private static final int MAX_LENGTH = 256;

    /** Parses a version; empty for anything else. */
    public static Optional<Version> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new Version(
                        number(form.group(1)),
                        number(orEmpty(form, 2)),
                        number(orEmpty(form, 3)),
                        orEmpty(form, 4),
                        orEmpty(form, 5),
                        text));
    }

    private static String orEmpty(Matcher form, int group) {
        return Optional.ofNullable(form.group(group)).orElse("");
    }

    private static long number(String digits) {
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    /** By precedence; build metadata does not count. */
    @Override
    public int compareTo(Version other) {
        int order = Long.compare(major, other.major);
        order = order != 0 ? order : Long.compare(minor, other.minor);
        order = order != 0 ? order : Long.compare(patch, other.patch);
        if (order != 0 || preRelease.equals(other.preRelease)) {
            return order;
        }
        if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
            return preRelease.isEmpty() ? 1 : -1;
        }
        return preReleases(preRelease.split("\\.", -1), other.preRelease.split("\\.", -1));
    }

    private static int preReleases(String[] left, String[] right) {
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            boolean leftNumber = left[i].matches("\\d{1,18}");
            boolean rightNumber = right[i].matches("\\d{1,18}");
            int order;
            if (leftNumber && rightNumber) {
                order = Long.compare(Long.parseLong(left[i]), Long.parseLong(right[i]));
            } else if (leftNumber != rightNumber) {
                order = leftNumber ? -1 : 1;
            } else {
                order = left[i].compareTo(right[i]);
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    @Override
    public String type() {
        return "*semver.Version";
    }

    @Override
    public String text() {
        return "%d.%d.%d%s%s"
                .formatted(
                        major,
                        minor,
                        patch,
                        preRelease.isEmpty() ? "" : "-" + preRelease,
                        metadata.isEmpty() ? "" : "+" + metadata);
    }

    @Override
    public Optional<Datum> call(String name, List<Datum> arguments) {
        return switch (name) {
            case "Major" -> Optional.of(new Whole(major));
            case "Minor" -> Optional.of(new Whole(minor));
            case "Patch" -> Optional.of(new Whole(patch));
            case "Prerelease" -> Optional.of(Datum.text(preRelease));
            case "Metadata" -> Optional.of(Datum.text(metadata));
            case "Original" -> Optional.of(Datum.text(original));
            case "String" -> Optional.of(Datum.text(text()));
            case "Compare" -> order(arguments).map(Whole::new);
            case "Equal" -> order(arguments).map(order -> Truth.of(order == 0));
            case "LessThan" -> order(arguments).map(order -> Truth.of(order < 0));
            case "GreaterThan" -> order(arguments).map(order -> Truth.of(order > 0));
            default -> Optional.empty();
        };
    }

    private Optional<Long> order(List<Datum> arguments) {
        return arguments.stream()
                .findFirst()
                .flatMap(argument ->
                        argument instanceof Datum.Native(var object)
                                        && object instanceof Version other
                                ? Optional.of((long) compareTo(other))
                                : Optional.empty());
    }
}
