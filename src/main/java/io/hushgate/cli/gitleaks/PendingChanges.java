package io.hushgate.cli.gitleaks;

import io.hushgate.rules.gitleaks.Fragment;
import io.hushgate.rules.gitleaks.GitleaksConfig;
import io.hushgate.source.Workers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * What is staged, against the last commit, or what is changed and not staged, against the index.
 * Files are read as they lie: filters of the repository's configuration are programs, and none
 * runs.
 */
final class PendingChanges implements FragmentSource {
    /** gitleaks gives what is not committed the first date that Go knows. */
    private static final Optional<Fragment.Commit> NOT_YET =
            Optional.of(new Fragment.Commit("", "", "", "0001-01-01T00:00:00Z", ""));

    private final Path directory;
    private final boolean staged;

    PendingChanges(Path directory, boolean staged) {
        this.directory = directory;
        this.staged = staged;
    }

    @Override
    public void read(
            GitleaksConfig config,
            Workers workers,
            Supplier<Consumer<Fragment>> looks,
            LeakLog log) {
        Consumer<Fragment> look = looks.get();
        try (Repository opened = Repositories.open(directory);
                ObjectReader reader = opened.newObjectReader()) {
            DirCache index = opened.readDirCache();
            String below = below(opened);
            for (int i = 0; i < index.getEntryCount(); i++) {
                DirCacheEntry entry = index.getEntry(i);
                boolean isText =
                        entry.getStage() == DirCacheEntry.STAGE_0
                                && (entry.getRawMode() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
                if (isText && entry.getPathString().startsWith(below)) {
                    read(opened, reader, entry, look, log);
                }
            }
        } catch (IOException e) {
            throw new LeakProblem(
                    "%s: the index cannot be read; check it with git status".formatted(directory));
        }
    }

    /** git looks at the directory it is started in. */
    private String below(Repository opened) {
        if (opened.isBare()) {
            throw new LeakProblem("%s: a bare repository has no work tree".formatted(directory));
        }
        Path root = opened.getWorkTree().toPath().toAbsolutePath().normalize();
        Path path = root.relativize(directory.toAbsolutePath().normalize());
        String text = path.toString().replace('\\', '/');
        return text.isEmpty() ? "" : text + "/";
    }

    private void read(
            Repository opened,
            ObjectReader reader,
            DirCacheEntry entry,
            Consumer<Fragment> look,
            LeakLog log) {
        String path = entry.getPathString();
        try {
            byte[] index = reader.open(entry.getObjectId()).getBytes();
            byte[] before = staged ? committed(opened, reader, path) : index;
            byte[] after = staged ? index : onDisk(opened, path);
            Hunks.between(
                    path,
                    before,
                    after,
                    (file, line, bytes) ->
                            look.accept(new Fragment(file, "", NOT_YET, line, bytes)));
        } catch (IOException e) {
            log.error("%s cannot be read".formatted(path));
        }
    }

    private static byte[] committed(Repository opened, ObjectReader reader, String path)
            throws IOException {
        ObjectId head = opened.resolve(Constants.HEAD);
        if (head == null) {
            return new byte[0];
        }
        try (RevWalk walk = new RevWalk(opened)) {
            RevTree tree = walk.parseCommit(head).getTree();
            var found = org.eclipse.jgit.treewalk.TreeWalk.forPath(reader, path, tree);
            boolean file =
                    found != null
                            && (found.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
            return file ? reader.open(found.getObjectId(0)).getBytes() : new byte[0];
        }
    }

    /** Line ends as the index has them, where a checkout has changed them. */
    private static byte[] onDisk(Repository opened, String path) throws IOException {
        Path file = opened.getWorkTree().toPath().resolve(path);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new byte[0];
        }
        byte[] bytes = Files.readAllBytes(file);
        boolean converts = "true".equals(opened.getConfig().getString("core", null, "autocrlf"));
        return converts
                ? new String(bytes, StandardCharsets.ISO_8859_1)
                        .replace("\r\n", "\n")
                        .getBytes(StandardCharsets.ISO_8859_1)
                : bytes;
    }
}
