package io.hushgate.source.file;

import io.hushgate.core.Address;
import io.hushgate.core.Limits;
import io.hushgate.core.Reason;
import io.hushgate.source.CoverageLog;
import io.hushgate.source.PathText;
import io.hushgate.source.SourceProblem;
import io.hushgate.source.git.GitRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists directories: decides for each entry whether it is read, entered, passed over or named. */
final class DirectoryReader {
    private static final byte[] AT_ROOT = {};

    private final Path root;
    private final Selection selection;
    private final Limits limits;
    private final CoverageLog log;

    DirectoryReader(Path root, Selection selection, Limits limits, CoverageLog log) {
        this.root = root;
        this.selection = selection;
        this.limits = limits;
        this.log = log;
    }

    /** The directory that the walk starts at, in the work tree that it lies in, if in any. */
    Directory root(String shown) {
        Optional<GitRepository> repository =
                selection == Selection.EVERYTHING
                        ? Optional.empty()
                        : GitRepository.find(root, limits);
        Optional<Path> tree =
                repository.flatMap(GitRepository::workTree).map(DirectoryReader::real);
        if (repository.isEmpty() || tree.isEmpty() || !root.startsWith(tree.get())) {
            return new Directory(
                    null, root, shown, key(root), null, IgnoreRules.none(), AT_ROOT, false);
        }
        WorkTree scope = workTree(repository.get(), tree.get(), shown);
        IgnoreRules rules = scope.outermost();
        byte[] inTree = AT_ROOT;
        Path at = tree.get();
        for (Path name : at.equals(root) ? List.<Path>of() : at.relativize(root)) {
            rules = withOwn(rules, at, inTree.length, shown);
            at = at.resolve(name);
            byte[] below =
                    (PathText.of(inTree, 0, inTree.length) + name + "/")
                            .getBytes(StandardCharsets.UTF_8);
            inTree = below;
        }
        return new Directory(null, root, shown, key(root), scope, rules, inTree, false);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    private static @Nullable Object key(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    private WorkTree workTree(GitRepository repository, Path tree, String shown) {
        try {
            return WorkTree.of(repository, tree);
        } catch (IOException e) {
            throw new SourceProblem(
                    shown + ".git/info/exclude", "it cannot be read", "check its permissions");
        }
    }

    /** Lists one directory and adds what it holds to what is left to do. */
    void list(Directory directory, Listing listing) {
        List<Directory> below = new ArrayList<>();
        List<Listing.SeenFile> files = new ArrayList<>();
        try {
            Directory here = directory.scope() == null ? enterRepository(directory) : directory;
            IgnoreRules rules =
                    here.scope() == null
                            ? here.rules()
                            : withOwn(
                                    here.rules(), here.path(), here.inTree().length, here.shown());
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(here.path())) {
                for (Path entry : entries) {
                    see(here, rules, entry, below, files);
                }
            }
        } catch (DirectoryIteratorException e) {
            unreadable(directory, new IOException(e));
        } catch (IOException e) {
            unreadable(directory, e);
        } finally {
            listing.listed(below, files);
        }
    }

    private void unreadable(Directory directory, IOException e) {
        String shown = directory.shown().isEmpty() ? "." : directory.shown();
        log.skip(new Address.File(shown), Reason.UNREADABLE, Problems.unreadable(e));
    }

    /** A repository among plain files brings its own rules and its own index. */
    private Directory enterRepository(Directory directory) throws IOException {
        if (selection == Selection.EVERYTHING) {
            return directory;
        }
        Optional<GitRepository> repository;
        try {
            repository = GitRepository.at(directory.path(), limits);
        } catch (SourceProblem e) {
            log.skip(
                    new Address.File(directory.shown() + ".git"),
                    Reason.MALFORMED,
                    "it is no repository, so nothing counts as ignored: " + e.getMessage());
            return directory;
        }
        if (repository.isEmpty() || repository.get().workTree().isEmpty()) {
            return directory;
        }
        WorkTree scope = workTree(repository.get(), directory.path(), directory.shown());
        return new Directory(
                directory.parent(),
                directory.path(),
                directory.shown(),
                directory.key(),
                scope,
                scope.outermost(),
                AT_ROOT,
                false);
    }

    private IgnoreRules withOwn(IgnoreRules outer, Path directory, int prefix, String shown) {
        try {
            return outer.with(directory.resolve(".gitignore"), prefix);
        } catch (IOException e) {
            log.skip(
                    new Address.File(shown + ".gitignore"),
                    Reason.UNREADABLE,
                    "it cannot be read, so what it ignores was looked at");
            return outer;
        }
    }

    private void see(
            Directory in,
            IgnoreRules rules,
            Path entry,
            List<Directory> below,
            List<Listing.SeenFile> files) {
        byte[] name = FileName.bytes(entry);
        if (isDotGit(name)) {
            return;
        }
        String shown = in.shown() + PathText.of(name, 0, name.length);
        BasicFileAttributes attributes;
        try {
            attributes =
                    Files.readAttributes(
                            entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            log.skip(new Address.File(shown), Reason.UNREADABLE, Problems.unreadable(e));
            return;
        }
        WorkTree scope = in.scope();
        byte[] inTree = scope == null ? AT_ROOT : in.inTree(name);
        boolean directory = attributes.isDirectory();
        boolean ignored = scope != null && (in.trackedOnly() || rules.ignores(inTree, directory));
        if (ignored && scope != null && !isTracked(scope, inTree, directory)) {
            return;
        }
        if (directory) {
            byte[] asParent = scope == null ? AT_ROOT : withSlash(inTree);
            Directory found =
                    new Directory(
                            in,
                            entry,
                            shown + "/",
                            attributes.fileKey(),
                            scope,
                            rules,
                            asParent,
                            ignored);
            if (mayEnter(found, inTree)) {
                below.add(found);
            }
        } else if (attributes.isRegularFile()) {
            files.add(new Listing.SeenFile(entry, shown, attributes.size()));
        } else if (attributes.isSymbolicLink()) {
            noteLink(entry, shown);
        } else {
            log.skip(
                    new Address.File(shown),
                    Reason.NOT_A_FILE,
                    "a FIFO, socket or device; reading it could wait for ever");
        }
    }

    private static boolean isDotGit(byte[] name) {
        return name.length == 4
                && name[0] == '.'
                && name[1] == 'g'
                && name[2] == 'i'
                && name[3] == 't';
    }

    private static boolean isTracked(WorkTree scope, byte[] inTree, boolean directory) {
        return directory ? scope.tracked().hasBelow(inTree) : scope.tracked().contains(inTree);
    }

    private static byte[] withSlash(byte[] path) {
        byte[] longer = java.util.Arrays.copyOf(path, path.length + 1);
        longer[path.length] = '/';
        return longer;
    }

    private boolean mayEnter(Directory found, byte[] inTree) {
        Address address = new Address.File(found.shown());
        if (found.isItsOwnParent()) {
            log.skip(address, Reason.LINK_LOOP, "a mount that leads back to a directory above it");
            return false;
        }
        WorkTree scope = found.scope();
        boolean ofItsOwn =
                scope != null
                        && (scope.tracked().isSubmodule(inTree)
                                || Files.exists(found.path().resolve(".git")));
        if (ofItsOwn) {
            log.skip(address, Reason.SUBMODULE, "a repository of its own; scan it as such");
        }
        return !ofItsOwn;
    }

    /** Says where a link leads if that is not looked at elsewhere. */
    private void noteLink(Path link, String shown) {
        Address address = new Address.File(shown);
        try {
            Path real = link.toRealPath();
            if (!real.startsWith(root)) {
                log.skip(
                        address,
                        Reason.LINK_OUTSIDE,
                        "a symbolic link out of the target; scan what it leads to by its own path");
            } else if (link.startsWith(real)) {
                log.skip(address, Reason.LINK_LOOP, "a symbolic link to a directory above it");
            }
        } catch (NoSuchFileException e) {
            log.skip(address, Reason.NOT_A_FILE, "a symbolic link to nothing");
        } catch (FileSystemLoopException e) {
            log.skip(address, Reason.LINK_LOOP, "symbolic links in a circle");
        } catch (FileSystemException e) {
            // Linux says "too many levels of symbolic links" without a class of its own.
            log.skip(address, Reason.LINK_LOOP, "symbolic links in a circle, or one to no place");
        } catch (IOException e) {
            log.skip(address, Reason.UNREADABLE, Problems.unreadable(e));
        }
    }
}
