package io.hushgate.config;

import io.hushgate.core.Confidence;
import io.hushgate.core.Severity;
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
        List<String> exclude) {
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
                    List.of());

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
                exclude);
    }
}
