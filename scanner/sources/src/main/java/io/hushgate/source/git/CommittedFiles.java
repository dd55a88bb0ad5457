package io.hushgate.source.git;

import io.hushgate.source.SourceProblem;
import io.hushgate.source.git.store.ObjectId;
import io.hushgate.source.git.store.ObjectKind;
import io.hushgate.source.git.store.ObjectReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists the files of a commit, for those who take a directory from a trusted place. */
public final class CommittedFiles {
    private static final int MAX_DEPTH = 64;

    private final GitRepository repository;
    private final String revision;

    /**
     * For a commit.
     *
     * @param revision a ref, an id, or one of them followed by {@code ~N} or {@code ^N}
     */
    public CommittedFiles(GitRepository repository, String revision) {
        this.repository = repository;
        this.revision = revision;
    }

    /**
     * The paths of all files at or below a path, in the order of the tree; links and submodules are
     * no files.
     *
     * @param path from the root of the tree, with {@code /}; empty for all
     * @return empty when the commit has nothing there
     * @throws SourceProblem when nobody knows the revision, an object cannot be read, or
     *     directories lie deeper than 64
     */
    public List<String> below(String path) {
        List<String> files = new ArrayList<>();
        try (ObjectReader reader = repository.objects().reader()) {
            ObjectId commit =
                    new Revisions(repository.refs(), repository.objects()).commit(revision);
            ObjectId root = GitRepository.commit(reader, commit, revision).tree();
            if (path.isEmpty()) {
                list(reader, root, "", 0, files);
                return files;
            }
            Optional<Trees.Entry> entry =
                    Trees.find(
                            reader,
                            repository.format(),
                            root,
                            path.getBytes(StandardCharsets.UTF_8));
            if (entry.filter(Trees.Entry::isFile).isPresent()) {
                files.add(path);
            } else if (entry.filter(Trees.Entry::isDirectory).isPresent()) {
                list(reader, entry.get().id(), path + "/", 0, files);
            }
            return files;
        } catch (IOException e) {
            throw GitRepository.unreadable(revision + ":" + path, e);
        }
    }

    private void list(
            ObjectReader reader,
            @Nullable ObjectId tree,
            String prefix,
            int depth,
            List<String> files)
            throws IOException {
        if (depth > MAX_DEPTH) {
            throw new SourceProblem(
                    revision + ":" + prefix, "directories lie too deep", "flatten them");
        }
        if (tree == null) {
            return;
        }
        byte[] bytes = reader.read(tree, ObjectKind.TREE, "a tree of the commit");
        TreeCursor entries = new TreeCursor(bytes, repository.format());
        while (entries.advance()) {
            int length = entries.nameEnd() - entries.nameStart();
            String name = new String(bytes, entries.nameStart(), length, StandardCharsets.UTF_8);
            int type = entries.mode() & TreeCursor.TYPE_MASK;
            if (type == TreeCursor.DIRECTORY) {
                list(reader, entries.id(), prefix + name + "/", depth + 1, files);
            } else if (type == TreeCursor.FILE) {
                files.add(prefix + name);
            }
        }
    }
}
