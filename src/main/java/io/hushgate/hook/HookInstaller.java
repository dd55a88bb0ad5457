package io.hushgate.hook;

import io.hushgate.core.Limits;
import io.hushgate.run.FingerprintKeys;
import io.hushgate.run.RunProblem;
import io.hushgate.source.git.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the pre-commit hook into a repository and takes it away again. A hook that is there is never
 * overwritten: it is named, or kept and run after ours. The only part of the program that writes
 * below a git directory.
 */
public final class HookInstaller {
    private static final String MARK = "# Written by hushgate hook install.";
    private static final String KEPT = ".before-hushgate";

    private final GitRepository repository;
    private final HookPlace place;

    private HookInstaller(GitRepository repository, HookPlace place) {
        this.repository = repository;
        this.place = place;
    }

    /**
     * For the repository that a path lies in.
     *
     * @param path any path inside the repository
     * @param environment the variables that git would see
     * @throws RunProblem when git's settings cannot be read, or send hooks out of the repository
     */
    public static HookInstaller of(Path path, Map<String, String> environment) {
        GitRepository repository = GitRepository.open(path, Limits.DEFAULT);
        return new HookInstaller(repository, HookPlace.of(repository, environment));
    }

    /** The file that git runs. */
    public Path file() {
        return place.file();
    }

    /** Whether the file lies in the work tree, so that it can be committed. */
    public boolean shared() {
        return place.shared();
    }

    /**
     * Installs the hook and makes the repository's fingerprint key where it has none.
     *
     * @param keep keep a hook that is there under another name and run it after ours
     * @throws RunProblem when another hook is there and is not to be kept, or nothing can be
     *     written
     */
    public void install(boolean keep) {
        try {
            if (Files.exists(file()) && !isOurs()) {
                if (!keep) {
                    throw new RunProblem(another());
                }
                Files.move(file(), kept());
            }
            Files.createDirectories(file().getParent());
            Files.writeString(file(), script());
            Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rwxr-xr-x"));
            makeKey(FingerprintKeys.inRepository(repository.directory()));
        } catch (IOException e) {
            throw new RunProblem(
                    file() + ": cannot be written; check the rights of the directory", e);
        }
    }

    /**
     * Takes the hook away and puts the one that was kept back into its place.
     *
     * @return whether there was one of ours
     * @throws RunProblem when another hook is there, or it cannot be removed
     */
    public boolean uninstall() {
        try {
            if (!Files.exists(file())) {
                return false;
            }
            if (!isOurs()) {
                throw new RunProblem(
                        file()
                                + ": this hook was not written by hushgate; take `hushgate hook run` out of it by hand");
            }
            Files.delete(file());
            if (Files.exists(kept())) {
                Files.move(kept(), file());
            }
            return true;
        } catch (IOException e) {
            throw new RunProblem(
                    file() + ": cannot be removed; check the rights of the directory", e);
        }
    }

    private String another() throws IOException {
        String remedy =
                Files.readString(file()).contains("pre-commit.com")
                        ? "it belongs to the pre-commit framework: add hushgate to .pre-commit-config.yaml"
                        : "add `hushgate hook run` to it, or use --keep to run it after ours";
        return "%s: another hook is there; %s".formatted(file(), remedy);
    }

    private boolean isOurs() throws IOException {
        return Files.readString(file()).contains(MARK);
    }

    private Path kept() {
        return file().resolveSibling(file().getFileName() + KEPT);
    }

    /** In the work tree the program is looked up on the path: others have it elsewhere. */
    private String script() {
        String program =
                shared()
                        ? "hushgate"
                        : Optional.ofNullable(System.getProperty("hushgate.launcher"))
                                .orElse("hushgate");
        String quoted = "'" + program.replace("'", "'\\''") + "'";
        return """
        #!/bin/sh
        %s
        command -v %2$s > /dev/null || {
            echo "hushgate: the commit was not looked at: the program of this hook is gone;" \\
                "install it again, then run hushgate hook install" >&2
            exit 3
        }
        %2$s hook run || exit
        kept="$0%3$s"
        [ ! -x "$kept" ] || exec "$kept" "$@"
        """
                .formatted(MARK, quoted, KEPT);
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
