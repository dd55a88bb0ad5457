package io.hushgate.source.git;

import io.hushgate.core.CommitInfo;
import io.hushgate.source.git.store.ObjectFormat;
import io.hushgate.source.git.store.ObjectId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a commit or tag object, read in place.
 *
 * <pre>
 *   tree ID          |  object ID
 *   parent ID ...    |  type commit
 *   author WHO       |  tag NAME
 *   committer WHO    |  tagger WHO
 *   more headers; lines that start with a space go on with the one before
 *   (empty line)
 *   message
 * </pre>
 */
final class CommitReader {
    private final byte[] bytes;
    private final int length;
    private final ObjectFormat format;

    CommitReader(byte[] bytes, int length, ObjectFormat format) {
        this.bytes = bytes;
        this.length = length;
        this.format = format;
    }

    /** The commit's tree; null in a damaged commit. */
    @Nullable ObjectId tree() {
        return idAt(0, "tree ");
    }

    /** What a tag names; null in a damaged tag. */
    @Nullable ObjectId tagged() {
        return idAt(0, "object ");
    }

    /** The parents, first parent first. */
    List<ObjectId> parents() {
        List<ObjectId> parents = new ArrayList<>(2);
        int line = lineAfter(0);
        ObjectId parent = idAt(line, "parent ");
        while (parent != null) {
            parents.add(parent);
            line = lineAfter(line);
            parent = idAt(line, "parent ");
        }
        return parents;
    }

    /** When it was committed, in seconds since 1970; 0 when that cannot be read. */
    long committedAt() {
        return secondsOf(header("committer "));
    }

    /** Author, and the time of the commit. */
    CommitInfo info(ObjectId id) {
        Instant time = Instant.ofEpochSecond(committedAt());
        return new CommitInfo(id.toString(), who(header("author ")), time);
    }

    /** Tagger, and the time of the tag. */
    CommitInfo tagInfo(ObjectId id) {
        String tagger = header("tagger ");
        return new CommitInfo(id.toString(), who(tagger), Instant.ofEpochSecond(secondsOf(tagger)));
    }

    private static String who(String person) {
        int end = person.lastIndexOf('>');
        return end < 0 ? person : person.substring(0, end + 1);
    }

    /** Where the message starts; the length of the object when there is none. */
    int messageStart() {
        int line = 0;
        while (line < length && bytes[line] != '\n') {
            line = lineAfter(line);
        }
        return Math.min(line + 1, length);
    }

    private String header(String name) {
        int line = 0;
        while (line < length && bytes[line] != '\n') {
            int next = lineAfter(line);
            if (startsWith(line, name)) {
                int from = line + name.length();
                return new String(
                        bytes, from, Math.max(0, next - 1 - from), StandardCharsets.UTF_8);
            }
            line = next;
        }
        return "";
    }

    /** {@code Name <mail> seconds zone}. */
    private static long secondsOf(String who) {
        String[] words = who.substring(who.lastIndexOf('>') + 1).strip().split(" ", 2);
        boolean number = !words[0].isEmpty() && words[0].length() <= 12;
        boolean digits = words[0].chars().allMatch(c -> c >= '0' && c <= '9');
        return number && digits ? Long.parseLong(words[0]) : 0;
    }

    private @Nullable ObjectId idAt(int line, String name) {
        int from = line + name.length();
        int to = from + 2 * format.bytes();
        if (!startsWith(line, name) || to > length) {
            return null;
        }
        return ObjectId.parse(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1))
                .orElse(null);
    }

    private boolean startsWith(int at, String word) {
        if (at + word.length() > length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int lineAfter(int at) {
        int i = at;
        while (i < length && bytes[i] != '\n') {
            i++;
        }
        return Math.min(i + 1, length);
    }
}
