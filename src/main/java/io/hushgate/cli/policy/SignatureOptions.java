package io.hushgate.cli.policy;

import io.hushgate.rego.load.BundleVerification;
import io.hushgate.rego.load.NamePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say by whom bundles must be signed; they are opa's. */
final class SignatureOptions {
    @Option(
            names = "--verification-key",
            paramLabel = "KEY",
            description = "Bundles must be signed: the PEM file of the public key, or the secret.")
    private @Nullable String key;

    @SuppressWarnings("UnusedVariable") // there is one key, so it needs no name
    @Option(names = "--verification-key-id", paramLabel = "NAME", hidden = true)
    private String keyId = "default";

    @Option(
            names = "--signing-alg",
            paramLabel = "NAME",
            description = "The algorithm of the signature (default: RS256).")
    private String algorithm = "RS256";

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "What the bundle must be signed for.")
    private String scope = "";

    @Option(
            names = "--exclude-files-verify",
            split = ",",
            paramLabel = "PATTERN",
            description = "Files of the bundle that need not be as they were signed.")
    private List<String> excluded = List.of();

    /** What is demanded of bundles; null when that is nothing. */
    @Nullable BundleVerification verification(CommandLine line) {
        if (key == null) {
            return null;
        }
        try {
            List<NamePattern> patterns = excluded.stream().map(NamePattern::of).toList();
            return new BundleVerification(text(key), algorithm, scope, patterns);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(line, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new ParameterException(
                    line, "--verification-key: the file cannot be read; check its permissions");
        }
    }

    /** The contents of a file of this name, or else the name itself. */
    private static String text(String key) throws IOException {
        try {
            Path file = Path.of(key);
            return Files.isRegularFile(file) ? Files.readString(file) : key;
        } catch (InvalidPathException e) {
            return key;
        }
    }
}
