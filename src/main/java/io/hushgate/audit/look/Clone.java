package io.hushgate.audit.look;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand.ResetType;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.jspecify.annotations.Nullable;

/**
 * A repository as the server has it, with its files. Nothing of it is executed: no hook and no
 * filter is configured, no setting of this machine is read, and symbolic links become plain files.
 */
final class Clone {
    /** Every branch and tag under its own name; what the server has no more goes away. */
    private static final List<RefSpec> EVERYTHING =
            List.of(
                    new RefSpec("+refs/heads/*:refs/heads/*"),
                    new RefSpec("+refs/tags/*:refs/tags/*"));

    /** Names the commit whose files lie in the work tree, once all of them do. */
    private static final String COMPLETE = "hushgate-work-tree";

    private static final List<String> USUAL = List.of("refs/heads/main", "refs/heads/master");

    private final Path workTree;

    private Clone(Path workTree) {
        this.workTree = workTree;
    }

    static Clone at(Path workTree) {
        BareSystem.install();
        return new Clone(workTree);
    }

    void refresh(URI url, Login login, Duration patience) throws IOException, GitAPIException {
        try (Repository repository = open();
                Git git = new Git(repository)) {
            FetchResult result =
                    git.fetch()
                            .setRemote(url.toString())
                            .setRefSpecs(EVERYTHING)
                            .setTagOpt(TagOpt.NO_TAGS)
                            .setRemoveDeletedRefs(true)
                            .setCredentialsProvider(login)
                            .setTimeout(Math.clamp(patience.toSeconds(), 1, 300))
                            .call();
            Optional<String> branch = branch(repository, result);
            if (branch.isEmpty()) {
                return; // an empty repository
            }
            point(repository, branch.get());
            checkOut(git, repository.resolve(Constants.HEAD));
        }
    }

    private Repository open() throws IOException {
        Path directory = workTree.resolve(".git");
        Repository repository =
                new FileRepositoryBuilder()
                        .setWorkTree(workTree.toFile())
                        .setGitDir(directory.toFile())
                        .build();
        if (!Files.isRegularFile(directory.resolve(Constants.CONFIG))) {
            RepositoryCache.remove(workTree);
            repository.create(false);
        }
        StoredConfig settings = repository.getConfig();
        if (settings.getBoolean(
                ConfigConstants.CONFIG_CORE_SECTION, ConfigConstants.CONFIG_KEY_SYMLINKS, true)) {
            settings.setBoolean(
                    ConfigConstants.CONFIG_CORE_SECTION,
                    null,
                    ConfigConstants.CONFIG_KEY_SYMLINKS,
                    false);
            settings.save();
        }
        return repository;
    }

    /** The branch that the server's HEAD names or, from servers that do not tell, agrees with. */
    private static Optional<String> branch(Repository repository, FetchResult result)
            throws IOException {
        Ref head = result.getAdvertisedRef(Constants.HEAD);
        if (head != null && head.isSymbolic()) {
            return Optional.of(head.getTarget().getName());
        }
        List<Ref> branches = repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS);
        Stream<Ref> likely =
                branches.stream()
                        .filter(ref ->
                                head == null
                                        || Objects.equals(ref.getObjectId(), head.getObjectId()));
        List<String> names = likely.map(Ref::getName).sorted().toList();
        return USUAL.stream()
                .filter(names::contains)
                .findFirst()
                .or(() -> names.stream().findFirst());
    }

    private static void point(Repository repository, String branch) throws IOException {
        RefUpdate update = repository.updateRef(Constants.HEAD);
        update.disableRefLog();
        update.link(branch);
    }

    private void checkOut(Git git, @Nullable ObjectId commit) throws IOException, GitAPIException {
        if (commit == null) {
            return;
        }
        Path mark = workTree.resolve(".git").resolve(COMPLETE);
        if (Files.isRegularFile(mark) && Files.readString(mark, UTF_8).equals(commit.name())) {
            return;
        }
        Files.deleteIfExists(mark);
        Files.deleteIfExists(workTree.resolve(".git").resolve("index"));
        try (Stream<Path> entries = Files.list(workTree)) {
            for (Path entry : entries.toList()) {
                if (!entry.endsWith(".git")) {
                    RepositoryCache.remove(entry);
                }
            }
        }
        git.reset().setMode(ResetType.HARD).setRef(commit.name()).call();
        Files.writeString(mark, commit.name());
    }
}
