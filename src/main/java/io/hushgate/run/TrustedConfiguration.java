package io.hushgate.run;

import io.hushgate.baseline.Baseline;
import io.hushgate.config.Configuration;
import io.hushgate.config.ConfigurationReader;
import io.hushgate.source.git.CommittedFiles;
import io.hushgate.source.git.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The configuration of a commit that the change under test cannot reach: {@code hushgate.yaml}, the
 * baseline, and every rule file and policy that it names, copied out of git into a directory of
 * this run. What the configuration names outside of the work tree is taken from where it lies; a
 * relative path is never taken from the work tree, except for that of the fingerprint key, which is
 * never committed.
 */
final class TrustedConfiguration implements AutoCloseable {
    private final GitRepository repository;
    private final String revision;
    private final Path directory;

    private TrustedConfiguration(GitRepository repository, String revision, Path directory) {
        this.repository = repository;
        this.revision = revision;
        this.directory = directory;
    }

    /** Makes the directory; nothing is copied yet. */
    static TrustedConfiguration of(GitRepository repository, String revision) {
        try {
            return new TrustedConfiguration(
                    repository, revision, Files.createTempDirectory("hushgate-config"));
        } catch (IOException e) {
            throw new RunProblem(
                    "--config-from: no directory for temporary files can be made; check TMPDIR", e);
        }
    }

    /**
     * Reads the configuration of the commit.
     *
     * @throws io.hushgate.source.SourceProblem when nobody knows the revision
     * @throws io.hushgate.config.ConfigurationProblem when it is wrong
     */
    Configuration read() {
        copy(Configuration.FILE_NAME);
        Path file = directory.resolve(Configuration.FILE_NAME);
        Configuration read =
                Files.exists(file)
                        ? ConfigurationReader.read(file, revision + ":" + Configuration.FILE_NAME)
                        : Configuration.NONE;
        Stream.of(read.ruleFiles(), read.policyPaths(), read.baseline().stream().toList())
                .flatMap(List::stream)
                .forEach(this::copyIfRelative);
        if (read.baseline().isEmpty()) {
            copy(Baseline.FILE_NAME);
        }
        return read.withFingerprintKeyFile(read.fingerprintKeyFile().map(this::inWorkTree));
    }

    /** The baseline at the root of the commit, where there is one. */
    Optional<Path> baseline() {
        return Optional.of(directory.resolve(Baseline.FILE_NAME)).filter(Files::isRegularFile);
    }

    /** A file of the commit as reports name it; any other as it is. */
    String shownAs(Path file) {
        return file.startsWith(directory)
                ? revision + ":" + directory.relativize(file).toString().replace('\\', '/')
                : file.toString();
    }

    private Path inWorkTree(Path key) {
        Path root = repository.workTree().orElse(repository.directory());
        return key.startsWith(directory) ? root.resolve(directory.relativize(key)) : key;
    }

    private void copyIfRelative(Path path) {
        Path normal = path.normalize();
        if (normal.startsWith(directory)) {
            copy(directory.relativize(normal).toString().replace('\\', '/'));
        }
    }

    private void copy(String path) {
        for (String file : new CommittedFiles(repository, revision).below(path)) {
            try {
                Path to = directory.resolve(file).normalize();
                if (!to.startsWith(directory)) {
                    throw new RunProblem(
                            "%s:%s: this name leads out of its directory; remove it"
                                    .formatted(revision, file));
                }
                Files.createDirectories(to.getParent());
                Files.write(to, repository.readFile(revision, file).orElseThrow());
            } catch (IOException | InvalidPathException e) {
                throw new RunProblem(
                        "%s:%s: it cannot be copied out of git; check TMPDIR and the space left"
                                .formatted(revision, file),
                        e);
            }
        }
    }

    /** Removes the copies. */
    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new RunProblem(
                    directory + ": temporary files could not be removed; remove them", e);
        }
    }
}
