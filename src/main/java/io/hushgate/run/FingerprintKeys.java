package io.hushgate.run;

import io.hushgate.core.FingerprintKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Finds the key of the fingerprints. The first of these that is there: the variable {@value
 * #VARIABLE}, the file that the configuration names, {@code hushgate/fingerprint.key} in the
 * repository's git directory (made by {@code hushgate hook install}), {@code fingerprint.key}
 * beside the program (made by its build), and at last a key for this run alone, whose fingerprints
 * compare with nothing. A scan never writes one.
 */
public final class FingerprintKeys {
    /** Holds the key in hexadecimal digits. */
    public static final String VARIABLE = "HUSHGATE_FINGERPRINT_KEY";

    private static final String FILE_NAME = "fingerprint.key";
    private static final int DIGITS = 2 * FingerprintKey.BYTES;

    private FingerprintKeys() {}

    /** Where a repository keeps its key: below its git directory, so that it is never committed. */
    public static Path inRepository(Path gitDirectory) {
        return gitDirectory.resolve("hushgate").resolve(FILE_NAME);
    }

    /** Makes a new key, as the text of a key file. */
    public static String newKeyText() {
        byte[] bytes = new byte[FingerprintKey.BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes) + "\n";
    }

    /**
     * Tells keys apart without giving them away, as {@link FingerprintKey#id} does.
     *
     * @param text of a key file
     * @throws RunProblem when it is none
     */
    public static String id(String text) {
        return parse(text, "the key").id();
    }

    /** Makes a key whose fingerprints compare with nothing. */
    static FingerprintKey ofThisRun() {
        return parse(newKeyText(), "a new key");
    }

    /**
     * Finds a key that other runs have too; empty where there is none.
     *
     * @param variable the value of {@value #VARIABLE}, where it is set
     * @param configured the file that the configuration names
     * @param gitDirectory of the first target, where it is a repository
     * @param home the directory of the program
     * @throws RunProblem when the first place that should hold a key holds none
     */
    static Optional<FingerprintKey> find(
            Optional<String> variable,
            Optional<Path> configured,
            Optional<Path> gitDirectory,
            Optional<Path> home) {
        if (variable.isPresent()) {
            return Optional.of(parse(variable.get(), "the variable " + VARIABLE));
        }
        if (configured.isPresent()) {
            return Optional.of(read(configured.get()));
        }
        Optional<Path> repository = gitDirectory.map(FingerprintKeys::inRepository);
        Optional<Path> installation = home.map(directory -> directory.resolve(FILE_NAME));
        return repository
                .filter(Files::isRegularFile)
                .or(() -> installation.filter(Files::isRegularFile))
                .map(FingerprintKeys::read);
    }

    private static FingerprintKey read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new RunProblem(
                    file
                            + ": the fingerprint key cannot be read; make it readable or name another file",
                    e);
        }
    }

    private static FingerprintKey parse(String text, String place) {
        String digits = text.strip();
        if (digits.length() < DIGITS || digits.length() % 2 != 0) {
            throw new RunProblem(
                    place
                            + ": a fingerprint key has %d or more hexadecimal digits"
                                    .formatted(DIGITS));
        }
        try {
            return FingerprintKey.of(HexFormat.of().parseHex(digits));
        } catch (IllegalArgumentException e) {
            // The cause would print the digits.
            throw new RunProblem(
                    place + ": the fingerprint key has characters that are no hexadecimal digits");
        }
    }
}
