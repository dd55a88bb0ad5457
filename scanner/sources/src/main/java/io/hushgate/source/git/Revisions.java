package io.hushgate.source.git;

import io.hushgate.source.SourceProblem;
import io.hushgate.source.git.store.ObjectId;
import io.hushgate.source.git.store.ObjectKind;
import io.hushgate.source.git.store.ObjectReader;
import io.hushgate.source.git.store.ObjectStore;
import io.hushgate.source.git.store.StoredObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Resolves what users write for a commit, by the rules of {@code gitrevisions(7)}: full and
 * shortened ids, ref names in git's order of places, and {@code ~N} and {@code ^N} after them.
 * {@code @} is {@code HEAD}. Nothing that asks for reflogs, dates or searches.
 */
final class Revisions {
    private static final List<String> PLACES =
            List.of(
                    "%s",
                    "refs/%s",
                    "refs/tags/%s",
                    "refs/heads/%s",
                    "refs/remotes/%s",
                    "refs/remotes/%s/HEAD");
    private static final int SHORTEST_ID = 4;
    private static final int MAX_TAG_DEPTH = 64;

    private final Refs refs;
    private final ObjectStore objects;

    Revisions(Refs refs, ObjectStore objects) {
        this.refs = refs;
        this.objects = objects;
    }

    /**
     * Finds a commit.
     *
     * @throws SourceProblem when nobody knows the revision, or it is no commit
     */
    ObjectId commit(String revision) {
        int end = 0;
        while (end < revision.length() && "~^".indexOf(revision.charAt(end)) < 0) {
            end++;
        }
        try (ObjectReader reader = objects.reader()) {
            ObjectId id = peel(reader, base(revision.substring(0, end), revision), revision);
            return follow(reader, id, revision, end);
        } catch (IOException e) {
            throw GitRepository.unreadable(revision, e);
        }
    }

    private ObjectId base(String name, String revision) {
        String asked = name.equals("@") ? "HEAD" : name;
        Optional<ObjectId> full = ObjectId.parse(asked);
        if (full.isPresent()) {
            return full.get();
        }
        for (String place : PLACES) {
            Optional<ObjectId> found = refs.find(place.formatted(asked));
            if (found.isPresent()) {
                return found.get();
            }
        }
        List<ObjectId> candidates =
                asked.length() >= SHORTEST_ID ? objects.withPrefix(asked) : List.of();
        if (candidates.size() > 1) {
            throw new SourceProblem(
                    revision, "several objects start with it", "write more digits of the id");
        }
        if (candidates.isEmpty()) {
            throw new SourceProblem(
                    revision,
                    "no such commit, branch or tag",
                    "fetch it, or clone with full depth (fetch-depth: 0)");
        }
        return candidates.getFirst();
    }

    private static ObjectId peel(ObjectReader reader, ObjectId id, String revision)
            throws IOException {
        ObjectId at = id;
        for (int depth = 0; depth < MAX_TAG_DEPTH; depth++) {
            StoredObject object = reader.read(at);
            if (object == null) {
                throw new SourceProblem(
                        revision,
                        "the repository does not have commit " + at,
                        "fetch it, or clone with full depth (fetch-depth: 0)");
            }
            if (object.kind() == ObjectKind.COMMIT) {
                return at;
            }
            byte[] bytes = object.bytes();
            ObjectId next =
                    object.kind() == ObjectKind.TAG
                            ? new CommitReader(bytes, bytes.length, at.format()).tagged()
                            : null;
            if (next == null) {
                break;
            }
            at = next;
        }
        throw new SourceProblem(revision, "it is no commit", "name a branch, a tag or a commit");
    }

    /** Follows {@code ~N}, {@code ^N} and {@code ^{}} from left to right. */
    private static ObjectId follow(ObjectReader reader, ObjectId id, String revision, int start)
            throws IOException {
        ObjectId at = id;
        int i = start;
        while (i < revision.length()) {
            char sign = revision.charAt(i++);
            if (sign == '^' && revision.startsWith("{", i)) {
                int close = revision.indexOf('}', i);
                i = close < 0 ? revision.length() : close + 1;
                continue; // {commit} and {} are what is done anyway
            }
            int digits = i;
            while (i < revision.length()
                    && Character.isDigit(revision.charAt(i))
                    && i - digits < 9) {
                i++;
            }
            int number = i == digits ? 1 : Integer.parseInt(revision.substring(digits, i));
            if (sign == '~') {
                for (int step = 0; step < number; step++) {
                    at = parent(reader, at, 1, revision);
                }
            } else if (sign == '^' && number > 0) {
                at = parent(reader, at, number, revision);
            } else if (sign != '^') {
                throw new SourceProblem(revision, "it is no revision", "write REF, REF~N or REF^N");
            }
        }
        return at;
    }

    private static ObjectId parent(ObjectReader reader, ObjectId id, int number, String revision)
            throws IOException {
        List<ObjectId> parents = GitRepository.commit(reader, id, revision).parents();
        if (parents.size() < number) {
            throw new SourceProblem(
                    revision,
                    "commit %s has %d parents".formatted(id, parents.size()),
                    "name a later commit");
        }
        return parents.get(number - 1);
    }
}
