package io.hushgate.audit;

import io.hushgate.run.FingerprintKeys;
import io.hushgate.run.RunProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/**
 * The key of an audit's fingerprints, one for all targets and runs: the variable {@value
 * FingerprintKeys#VARIABLE}, the file that the inventory names, or the file beside the store, which
 * is made with the store.
 */
final class AuditKey {
    private AuditKey() {}

    /**
     * Finds it.
     *
     * @param store the store's file; empty for a server
     * @return as the text of a key file
     */
    static String find(
            Map<String, String> environment, Optional<Path> configured, Optional<Path> store) {
        Optional<String> variable = Optional.ofNullable(environment.get(FingerprintKeys.VARIABLE));
        if (variable.isPresent()) {
            return variable.get();
        }
        if (configured.isPresent()) {
            return read(configured.get());
        }
        Path file =
                store.map(path -> path.resolveSibling(path.getFileName() + ".key"))
                        .orElseThrow(() ->
                                new RunProblem(
                                        "a store on a server needs a key that all who write to it have; name its file"
                                                + " under fingerprint-key-file, or set "
                                                + FingerprintKeys.VARIABLE));
        if (!Files.exists(file)) {
            write(file);
        }
        return read(file);
    }

    private static void write(Path file) {
        try {
            Path half = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(half);
            Files.createFile(
                    half,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(half, FingerprintKeys.newKeyText(), StandardOpenOption.SYNC);
            Files.move(half, file);
        } catch (IOException e) {
            throw new RunProblem(
                    file + ": the fingerprint key cannot be written; make its directory writable",
                    e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new RunProblem(
                    file
                            + ": the fingerprint key cannot be read; make it readable or name another file",
                    e);
        }
    }
}
