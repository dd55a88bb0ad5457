package io.hushgate.config;

import io.hushgate.core.Confidence;
import io.hushgate.core.Severity;
import io.hushgate.rego.value.RegoObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a {@code hushgate.yaml}. Paths are resolved against the file's directory.
 *
 * @param failOn severity at which the gate shuts
 * @param failOnConfidence confidence below which nothing shuts the gate
 * @param fingerprintKeyFile holds the key of the fingerprints, 64 or more hexadecimal digits
 * @param baseline accepted findings and violations
 * @param ruleFiles further credential rules
 * @param disabledRules ids of rules that are not loaded
 * @param policyPaths directories or files with further Rego and data
 * @param disabledChecks ids of policy checks whose violations are not reported
 * @param exclude globs over paths with {@code /}; what they match is named in the coverage as
 *     excluded
 * @param limits in place of values of {@code data.hushgate.limits} that the checks come with
 */
public record Configuration(
        Optional<Severity> failOn,
        Optional<Confidence> failOnConfidence,
        Optional<Path> fingerprintKeyFile,
        Optional<Path> baseline,
        List<Path> ruleFiles,
        Set<String> disabledRules,
        List<Path> policyPaths,
        Set<String> disabledChecks,
        List<String> exclude,
        RegoObject limits) {
    /** No file: every setting at its default. */
    public static final Configuration NONE =
            new Configuration(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Set.of(),
                    List.of(),
                    Set.of(),
                    List.of(),
                    RegoObject.EMPTY);

    /** The name under which the file is looked for at the root of a target. */
    public static final String FILE_NAME = "hushgate.yaml";

    public Configuration {
        ruleFiles = List.copyOf(ruleFiles);
        disabledRules = Set.copyOf(disabledRules);
        policyPaths = List.copyOf(policyPaths);
        disabledChecks = Set.copyOf(disabledChecks);
        exclude = List.copyOf(exclude);
    }

    /** The same settings with another key. */
    public Configuration withFingerprintKeyFile(Optional<Path> other) {
        return new Configuration(
                failOn,
                failOnConfidence,
                other,
                baseline,
                ruleFiles,
                disabledRules,
                policyPaths,
                disabledChecks,
                exclude,
                limits);
    }

    /** The limits by which a run judges: those that the checks come with, and these over them. */
    public RegoObject effectiveLimits() {
        return over(LimitsReader.shipped(), limits);
    }

    /** One object over another: objects are joined, everything else is replaced. */
    public static RegoObject over(RegoObject below, RegoObject above) {
        RegoObject.Builder merged = below.toBuilder();
        above.forEach((key, value) ->
                merged.put(
                        key,
                        value instanceof RegoObject inner
                                        && below.get(key) instanceof RegoObject shipped
                                ? over(shipped, inner)
                                : value));
        return merged.build();
    }
}
