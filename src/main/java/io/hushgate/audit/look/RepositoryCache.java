package io.hushgate.audit.look;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.audit.inventory.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.api.errors.TransportException;
import org.jspecify.annotations.Nullable;

/**
 * Clones of repositories, one directory each, brought up to date before a look. A clone that a
 * killed process left half-done is mended, or made anew.
 */
final class RepositoryCache {
    private static final int NAME_DIGITS = 32;

    private final Path directory;
    private final Map<String, String> environment;

    RepositoryCache(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    /**
     * Brings the clone up to date with every branch and tag, and its files with the branch that the
     * server calls its own.
     *
     * @param patience how long the server may be silent
     * @return the work tree
     */
    Path refreshed(Place.Repository repository, Duration patience) {
        String url = repository.url().toString();
        Path clone = directory.resolve(name(repository.url()));
        try {
            Files.createDirectories(directory);
            Path lock = directory.resolve(clone.getFileName() + ".lock");
            try (FileChannel channel =
                    FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (channel.tryLock() == null) {
                    throw new RepositoryProblem(
                            url,
                            "another audit is fetching it into the same cache",
                            "wait until it ends, or name another --cache");
                }
                refresh(repository, clone, patience);
            }
        } catch (IOException e) {
            throw new RepositoryProblem(
                    url,
                    "its clone in the cache cannot be written",
                    "check space and rights of " + directory,
                    e);
        }
        return clone;
    }

    private void refresh(Place.Repository repository, Path clone, Duration patience)
            throws IOException {
        Login login = login(repository);
        try {
            removeStaleLocks(clone);
            Clone.at(clone).refresh(repository.url(), login, patience);
        } catch (TransportException e) {
            throw unreachable(repository.url(), e);
        } catch (GitAPIException | JGitInternalException | IOException e) {
            remove(clone);
            anew(repository.url(), clone, login, patience);
        }
    }

    private static void anew(URI url, Path clone, Login login, Duration patience)
            throws IOException {
        try {
            Clone.at(clone).refresh(url, login, patience);
        } catch (GitAPIException | JGitInternalException e) {
            throw unreachable(url, e);
        }
    }

    private static RepositoryProblem unreachable(URI url, Exception problem) {
        Throwable deepest = problem;
        for (Throwable at = problem; at != null; at = at.getCause()) {
            deepest = at;
        }
        String said = String.valueOf(deepest.getMessage()).lines().findFirst().orElse("").strip();
        String what =
                said.startsWith(url.toString()) ? said.substring(url.toString().length()) : said;
        return new RepositoryProblem(
                url.toString(),
                "it cannot be fetched: " + what.replaceFirst("^:? *", ""),
                "check the URL, the network and the variables under credentials",
                problem);
    }

    private Login login(Place.Repository repository) {
        return repository
                .login()
                .map(names ->
                        new Login(
                                repository.url().getHost(),
                                names.user().map(this::variable).orElse(Login.ANY_USER),
                                variable(names.token())))
                .orElse(Login.NONE);
    }

    private String variable(String name) {
        @Nullable String value = environment.get(name);
        if (value == null || value.isEmpty()) {
            throw new RepositoryProblem(
                    "the variable " + name,
                    "it is not set",
                    "set it to what the server asks for, or take it out of the inventory");
        }
        return value;
    }

    private static String name(URI url) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(url.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, NAME_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    /** We hold the clone alone, so whoever locked something in it is dead. */
    private static void removeStaleLocks(Path clone) throws IOException {
        Path git = clone.resolve(".git");
        if (!Files.isDirectory(git)) {
            return;
        }
        List<Path> stale;
        try (Stream<Path> files = Files.walk(git)) {
            stale = files.filter(file -> file.toString().endsWith(".lock")).toList();
        }
        for (Path file : stale) {
            Files.deleteIfExists(file);
        }
    }

    static void remove(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            files.sorted(Comparator.reverseOrder()).forEach(RepositoryCache::delete);
        } catch (UncheckedIOException e) {
            throw Optional.ofNullable(e.getCause()).orElseThrow();
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
