package io.hushgate.run;

import io.hushgate.core.Limits;
import io.hushgate.source.git.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Writes the pre-commit hook of a repository. The only part of the program that writes below a git
 * directory.
 */
public final class HookInstaller {
    private static final String MARK = "# Written by hushgate hook install.";

    private HookInstaller() {}

    /**
     * Installs the hook and makes the repository's fingerprint key where it has none.
     *
     * @return the hook's file
     * @throws RunProblem when another hook is there and {@code force} is not given, or nothing can
     *     be written
     */
    public static Path install(Path path, boolean force) {
        GitRepository repository = GitRepository.open(path, Limits.DEFAULT);
        Path hook = repository.directory().resolve("hooks").resolve("pre-commit");
        try {
            if (Files.exists(hook) && !force && !Files.readString(hook).contains(MARK)) {
                throw new RunProblem(
                        hook
                                + ": another hook is there; add `hushgate scan --staged` to it, or use --force");
            }
            Files.createDirectories(hook.getParent());
            Files.writeString(hook, script());
            Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
            makeKey(FingerprintKeys.inRepository(repository.directory()));
        } catch (IOException e) {
            throw new RunProblem(
                    hook + ": cannot be written; check the rights of the directory", e);
        }
        return hook;
    }

    private static String script() {
        String program =
                Optional.ofNullable(System.getProperty("hushgate.launcher")).orElse("hushgate");
        return """
        #!/bin/sh
        %s
        exec '%s' hook run
        """
                .formatted(MARK, program.replace("'", "'\\''"));
    }

    private static void makeKey(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, FingerprintKeys.newKeyText());
        }
    }
}
