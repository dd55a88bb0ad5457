package io.hushgate.source.git;

import io.hushgate.core.Reason;
import io.hushgate.core.Skip;
import io.hushgate.source.RegularFile;
import io.hushgate.source.SourceProblem;
import io.hushgate.source.git.store.ObjectId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The refs of a repository as files: loose ones, {@code packed-refs}, {@code HEAD} of this and of
 * every other work tree, and the stash with its reflog, in which all stashes but the newest live.
 * Other reflogs are left out: they are one machine's memory and are not cloned.
 */
final class Refs {
    /** As deep as git follows refs to refs. */
    private static final int MAX_SYMBOLIC_DEPTH = 5;

    private static final int MAX_DIRECTORY_DEPTH = 64;
    private static final int MAX_REF_BYTES = 4096;

    /** Ten million refs, or a million stashes. */
    private static final long MAX_LIST_BYTES = 1L << 30;

    private static final String SYMBOLIC = "ref:";

    private final Path own;
    private final Path common;
    private @Nullable Map<String, ObjectId> packed;

    /**
     * @param own the directory of this work tree, in which {@code HEAD} lies
     * @param common the directory that all work trees share
     */
    Refs(Path own, Path common) {
        this.own = own;
        this.common = common;
    }

    /** The commit that is checked out; empty before the first commit. */
    Optional<ObjectId> head() {
        return find("HEAD");
    }

    /** Reads one ref by its full name. */
    Optional<ObjectId> find(String name) {
        String next = name;
        for (int depth = 0; depth <= MAX_SYMBOLIC_DEPTH; depth++) {
            if (!isSafe(next)) {
                return Optional.empty();
            }
            Path directory = next.startsWith("refs/") ? common : own;
            Optional<String> content = content(directory.resolve(next));
            if (content.isEmpty()) {
                return Optional.ofNullable(packed().get(next));
            }
            String text = content.get();
            if (!text.startsWith(SYMBOLIC)) {
                int length = 0;
                while (length < text.length() && !Character.isWhitespace(text.charAt(length))) {
                    length++;
                }
                return ObjectId.parse(text.substring(0, length));
            }
            next = text.substring(SYMBOLIC.length()).strip();
        }
        return Optional.empty();
    }

    /** Keeps names that come from files inside of the repository. */
    private static boolean isSafe(String name) {
        boolean escapes = name.startsWith("/") || name.contains("..") || name.indexOf('\0') >= 0;
        return !escapes && !name.isEmpty();
    }

    private static Optional<String> content(Path file) {
        try {
            byte[] bytes = RegularFile.bytes(file, MAX_REF_BYTES);
            return Optional.of(new String(bytes, StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Everything that keeps commits alive, by name. */
    List<Ref> all(Consumer<Skip> problems) {
        Map<String, ObjectId> found = new TreeMap<>(packed());
        collect(common.resolve("refs"), "refs", 0, found, problems);
        head().ifPresent(id -> found.put("HEAD", id));
        addWorkTreeHeads(found);
        List<Ref> refs = new ArrayList<>();
        found.forEach((name, id) -> refs.add(new Ref(name, id)));
        addStashes(refs, problems);
        return refs;
    }

    private void collect(
            Path directory,
            String prefix,
            int depth,
            Map<String, ObjectId> found,
            Consumer<Skip> problems) {
        if (depth > MAX_DIRECTORY_DEPTH) {
            problems.accept(new Skip(prefix, Reason.LIMIT_DEPTH, "refs nested deeper than 64"));
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = prefix + "/" + entry.getFileName();
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    collect(entry, name, depth + 1, found, problems);
                } else if (!name.endsWith(".lock") && content(entry).isPresent()) {
                    addLoose(name, found, problems);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return;
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            problems.accept(new Skip(prefix, Reason.UNREADABLE, "its refs cannot be listed"));
        }
    }

    private void addLoose(String name, Map<String, ObjectId> found, Consumer<Skip> problems) {
        Optional<ObjectId> id = find(name);
        if (id.isPresent()) {
            found.put(name, id.get());
        } else if (content(common.resolve(name)).filter(t -> t.startsWith(SYMBOLIC)).isEmpty()) {
            // A symbolic ref may point to a branch that is not born yet; anything else is damage.
            problems.accept(
                    new Skip(
                            name,
                            Reason.CORRUPT,
                            "it names no object; run git fsck and repair it"));
        }
    }

    private void addWorkTreeHeads(Map<String, ObjectId> found) {
        try (DirectoryStream<Path> trees = Files.newDirectoryStream(common.resolve("worktrees"))) {
            for (Path tree : trees) {
                new Refs(tree, common)
                        .head()
                        .ifPresent(
                                id -> found.put("worktrees/" + tree.getFileName() + "/HEAD", id));
            }
        } catch (IOException e) {
            return; // most repositories have no further work tree
        }
    }

    private void addStashes(List<Ref> refs, Consumer<Skip> problems) {
        List<String> lines;
        try {
            lines = RegularFile.lines(common.resolve("logs/refs/stash"), MAX_LIST_BYTES);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return;
        } catch (IOException e) {
            problems.accept(
                    new Skip(
                            "logs/refs/stash",
                            Reason.UNREADABLE,
                            "older stashes cannot be listed"));
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            String[] words = lines.get(i).split(" ", 3);
            int number = lines.size() - 1 - i;
            if (words.length > 1) {
                ObjectId.parse(words[1])
                        .filter(id -> !id.isZero())
                        .ifPresent(id -> refs.add(new Ref("stash@{%d}".formatted(number), id)));
            }
        }
    }

    private synchronized Map<String, ObjectId> packed() {
        if (packed == null) {
            Map<String, ObjectId> found = new TreeMap<>();
            Path file = common.resolve("packed-refs");
            try {
                RegularFile.lines(file, MAX_LIST_BYTES).forEach(line -> addPacked(line, found));
            } catch (NoSuchFileException e) {
                found.clear(); // a repository without the file is the usual case
            } catch (IOException e) {
                throw new SourceProblem(
                        file.toString(), "it cannot be read", "check its permissions");
            }
            packed = found;
        }
        return packed;
    }

    private static void addPacked(String line, Map<String, ObjectId> found) {
        int space = line.indexOf(' ');
        if (space > 0 && line.charAt(0) != '#' && line.charAt(0) != '^') {
            ObjectId.parse(line.substring(0, space))
                    .ifPresent(id -> found.put(line.substring(space + 1).strip(), id));
        }
    }
}
