package io.hushgate.source.git;

import io.hushgate.core.CommitInfo;
import io.hushgate.core.Limits;
import io.hushgate.core.Reason;
import io.hushgate.core.Skip;
import io.hushgate.source.CoverageLog;
import io.hushgate.source.RegularFile;
import io.hushgate.source.SourceProblem;
import io.hushgate.source.git.store.ObjectFormat;
import io.hushgate.source.git.store.ObjectId;
import io.hushgate.source.git.store.ObjectKind;
import io.hushgate.source.git.store.ObjectProblem;
import io.hushgate.source.git.store.ObjectReader;
import io.hushgate.source.git.store.ObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A repository on disk: bare, with a work tree, one of several work trees, or a submodule. Opening
 * one reads three small files. Safe for use by many threads; holds no file open.
 */
public final class GitRepository {
    /**
     * A sixth of the heap: base, delta and result lie in memory together, and so do other things.
     */
    private static final int HEAP_SHARE = 6;

    private static final int MAX_POINTER_BYTES = 16 << 10;
    private static final int MAX_SHALLOW_BYTES = 64 << 20;

    private final Path directory;
    private final Path common;
    private final @Nullable Path workTree;
    private final ObjectStore objects;
    private final Refs refs;

    private GitRepository(Path directory, @Nullable Path workTree, Limits limits) {
        this.directory = directory;
        this.workTree = workTree;
        this.common = commonDirectory(directory);
        StorageSettings settings = StorageSettings.read(common.resolve("config"));
        if (settings.reftable()) {
            throw new SourceProblem(
                    common.toString(),
                    "its refs are stored as a reftable, which is not read",
                    "run git refs migrate --ref-format=files");
        }
        long heapShare = Runtime.getRuntime().maxMemory() / HEAP_SHARE;
        int maxBytes = (int) Math.min(limits.maxObjectBytes(), heapShare);
        this.objects = ObjectStore.open(common.resolve("objects"), settings.format(), maxBytes);
        this.refs = new Refs(directory, common);
    }

    /**
     * Finds the repository that a path lies in, by going up as git does.
     *
     * @return empty when it lies in none
     * @throws SourceProblem when a {@code .git} file there points to nowhere
     */
    public static Optional<GitRepository> find(Path start, Limits limits) {
        Path absolute = start.toAbsolutePath().normalize();
        for (Path at = absolute; at != null; at = at.getParent()) {
            Optional<GitRepository> here = at(at, limits);
            if (here.isPresent()) {
                return here;
            }
        }
        return Optional.empty();
    }

    /**
     * Opens the repository that a path lies in.
     *
     * @throws SourceProblem when it lies in none
     */
    public static GitRepository open(Path start, Limits limits) {
        return find(start, limits)
                .orElseThrow(() ->
                        new SourceProblem(
                                start.toString(),
                                "it lies in no git repository",
                                "name a work tree or a bare repository"));
    }

    /** The repository whose work tree, or whose own directory, a path is itself. */
    public static Optional<GitRepository> at(Path path, Limits limits) {
        Path dotGit = path.resolve(".git");
        if (Files.isRegularFile(dotGit)) {
            return Optional.of(new GitRepository(pointedTo(dotGit), path, limits));
        }
        if (looksLikeRepository(dotGit)) {
            return Optional.of(new GitRepository(dotGit, path, limits));
        }
        if (looksLikeRepository(path)) {
            boolean ofWorkTree = path.getFileName() != null && path.endsWith(".git");
            Path tree = ofWorkTree ? path.getParent() : null;
            return Optional.of(new GitRepository(path, tree, limits));
        }
        return Optional.empty();
    }

    private static boolean looksLikeRepository(Path path) {
        return Files.exists(path.resolve("HEAD"))
                && (Files.isDirectory(path.resolve("objects"))
                        || Files.isRegularFile(path.resolve("commondir")));
    }

    /** Follows a {@code .git} file, {@code gitdir: PATH}. */
    private static Path pointedTo(Path file) {
        try {
            byte[] bytes = RegularFile.bytes(file, MAX_POINTER_BYTES);
            String text = new String(bytes, StandardCharsets.UTF_8).strip();
            if (text.startsWith("gitdir:")) {
                Path to = file.resolveSibling(text.substring("gitdir:".length()).strip());
                if (looksLikeRepository(to)) {
                    return to.normalize();
                }
                throw new SourceProblem(
                        file.toString(),
                        "it points to %s, which is no repository".formatted(to.normalize()),
                        "run git worktree repair, or git submodule update --init");
            }
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw new SourceProblem(file.toString(), "it cannot be read", "check its permissions");
        }
        throw new SourceProblem(
                file.toString(), "it does not start with gitdir:", "clone the repository again");
    }

    private static Path commonDirectory(Path directory) {
        Path pointer = directory.resolve("commondir");
        if (!Files.isRegularFile(pointer)) {
            return directory;
        }
        try {
            byte[] bytes = RegularFile.bytes(pointer, MAX_POINTER_BYTES);
            Path to = directory.resolve(new String(bytes, StandardCharsets.UTF_8).strip());
            if (Files.isDirectory(to.resolve("objects"))) {
                return to.normalize();
            }
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw new SourceProblem(
                    pointer.toString(), "it cannot be read", "check its permissions");
        }
        throw new SourceProblem(
                pointer.toString(), "it points to no repository", "run git worktree repair");
    }

    /** The root of the work tree; empty for a bare repository. */
    public Optional<Path> workTree() {
        return Optional.ofNullable(workTree);
    }

    /** The commit that is checked out, as a full id; empty before the first commit. */
    public Optional<String> head() {
        return refs.head().map(ObjectId::toString);
    }

    /**
     * The directory that all work trees of the repository share: {@code config}, {@code shallow},
     * objects. Audits tell repositories by it.
     */
    public Path directory() {
        return common;
    }

    /**
     * Who made a commit and when.
     *
     * @param revision a ref, an id, or one of them followed by {@code ~N} or {@code ^N}
     * @throws SourceProblem when nobody knows the revision, or the commit cannot be read
     */
    public CommitInfo commit(String revision) {
        try (ObjectReader reader = objects.reader()) {
            ObjectId id = new Revisions(refs, objects).commit(revision);
            return commit(reader, id, revision).info(id);
        } catch (IOException e) {
            throw unreadable(revision, e);
        }
    }

    /**
     * Reads a file as it stands in a commit, such as a configuration that must come from a trusted
     * place.
     *
     * @param revision a ref, an id, or one of them followed by {@code ~N} or {@code ^N}
     * @param path from the root of the tree, with {@code /}
     * @return empty when the commit has no such file
     * @throws SourceProblem when nobody knows the revision, or the object cannot be read
     */
    public Optional<byte[]> readFile(String revision, String path) {
        try (ObjectReader reader = objects.reader()) {
            ObjectId commit = new Revisions(refs, objects).commit(revision);
            CommitReader read = commit(reader, commit, revision);
            ObjectId at = read.tree();
            byte[] wanted = path.getBytes(StandardCharsets.UTF_8);
            return Trees.find(reader, format(), at, wanted)
                    .flatMap(entry -> blob(reader, entry, revision + ":" + path));
        } catch (IOException e) {
            throw unreadable(revision + ":" + path, e);
        }
    }

    private static Optional<byte[]> blob(ObjectReader reader, Trees.Entry entry, String place) {
        if (!entry.isFile()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.read(entry.id(), ObjectKind.BLOB, place));
        } catch (IOException e) {
            throw unreadable(place, e);
        }
    }

    static SourceProblem unreadable(String place, IOException e) {
        return e instanceof ObjectProblem problem
                ? new SourceProblem(place, "an object cannot be read", problem.skip().detail())
                : new SourceProblem(place, "it cannot be read", "check its permissions");
    }

    /** Reads a commit. */
    static CommitReader commit(ObjectReader reader, ObjectId id, String referredToBy)
            throws IOException {
        byte[] bytes = reader.read(id, ObjectKind.COMMIT, referredToBy);
        return new CommitReader(bytes, bytes.length, id.format());
    }

    /** The commits at which the clone was cut off; none for a whole clone. */
    Set<ObjectId> shallow(CoverageLog log) {
        Set<ObjectId> commits = new HashSet<>();
        try {
            for (String line : RegularFile.lines(common.resolve("shallow"), MAX_SHALLOW_BYTES)) {
                ObjectId.parse(line.strip()).ifPresent(commits::add);
            }
        } catch (NoSuchFileException e) {
            return commits;
        } catch (IOException e) {
            log.skip(new Skip("shallow", Reason.UNREADABLE, "it cannot be read"));
        }
        return commits;
    }

    ObjectStore objects() {
        return objects;
    }

    ObjectFormat format() {
        return objects.format();
    }

    Refs refs() {
        return refs;
    }

    /** The directory of this work tree: {@code HEAD}, {@code index}, {@code MERGE_HEAD}. */
    public Path ownDirectory() {
        return directory;
    }
}
