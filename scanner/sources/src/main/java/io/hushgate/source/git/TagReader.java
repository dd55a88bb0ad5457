package io.hushgate.source.git;

import io.hushgate.core.Address;
import io.hushgate.core.CommitInfo;
import io.hushgate.core.Reason;
import io.hushgate.core.Skip;
import io.hushgate.source.CoverageLog;
import io.hushgate.source.git.store.ObjectId;
import io.hushgate.source.git.store.ObjectKind;
import io.hushgate.source.git.store.ObjectProblem;
import io.hushgate.source.git.store.ObjectReader;
import io.hushgate.source.git.store.StoredObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Follows refs through annotated tags to what they point to, and keeps the tags' messages. */
final class TagReader {
    private static final int MAX_DEPTH = 64;

    private final Map<ObjectId, Tag> tags = new LinkedHashMap<>();
    private final List<CommitGraph.Tip> tips = new ArrayList<>();

    private TagReader() {}

    static TagReader read(GitRepository repository, CoverageLog log) {
        TagReader tags = new TagReader();
        try (ObjectReader reader = repository.objects().reader()) {
            for (Ref ref : repository.refs().all(log::skip)) {
                try {
                    tags.follow(reader, ref);
                } catch (ObjectProblem e) {
                    log.skip(e.skip());
                } catch (IOException e) {
                    log.skip(new Skip(ref.name(), Reason.UNREADABLE, "its object cannot be read"));
                }
            }
        }
        return tags;
    }

    private void follow(ObjectReader reader, Ref ref) throws IOException {
        ObjectId at = ref.id();
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            StoredObject object = reader.read(at);
            if (object == null) {
                throw ObjectProblem.missing(at, ref.name());
            }
            if (object.kind() != ObjectKind.TAG) {
                tips.add(new CommitGraph.Tip(ref.name(), at));
                return;
            }
            byte[] bytes = object.bytes();
            CommitReader tag = new CommitReader(bytes, bytes.length, at.format());
            Tag known =
                    tags.computeIfAbsent(
                            at, id -> new Tag(bytes, tag.messageStart(), tag.tagInfo(id)));
            if (depth == 0) {
                known.nameAfter(ref);
            }
            ObjectId next = tag.tagged();
            if (next == null) {
                return;
            }
            at = next;
        }
    }

    /** A ref's name as people say it. */
    static String shortName(String ref) {
        for (String prefix : List.of("refs/heads/", "refs/tags/", "refs/remotes/", "refs/")) {
            if (ref.startsWith(prefix)) {
                return ref.substring(prefix.length());
            }
        }
        return ref;
    }

    /** What the refs point to when tags are followed, in order of their names. */
    List<CommitGraph.Tip> tips() {
        return List.copyOf(tips);
    }

    /** The commits that refs point to whose names start with a prefix. */
    List<ObjectId> commits(GitRepository repository, String prefix) {
        try (ObjectReader reader = repository.objects().reader()) {
            List<ObjectId> commits = new ArrayList<>();
            for (CommitGraph.Tip tip : tips) {
                StoredObject object = tip.name().startsWith(prefix) ? reader.read(tip.id()) : null;
                if (object != null && object.kind() == ObjectKind.COMMIT) {
                    commits.add(tip.id());
                }
            }
            return commits;
        } catch (IOException e) {
            throw GitRepository.unreadable(prefix, e);
        }
    }

    /** Who made which tag, by the tag's name. */
    Map<String, CommitInfo> makers() {
        Map<String, CommitInfo> makers = new HashMap<>();
        tags.values().forEach(tag -> makers.put(tag.name, tag.maker));
        return makers;
    }

    /** Hands over the message of each tag once, by the first of its names. */
    void handOver(HistoryVisitor visitor) {
        for (Tag tag : tags.values()) {
            Address address = new Address.TagMessage(tag.name);
            visitor.handOver(address, tag.bytes, tag.message, tag.bytes.length);
        }
    }

    /** An annotated tag, where its message starts, and the first ref that names it. */
    private static final class Tag {
        private final byte[] bytes;
        private final int message;
        private final CommitInfo maker;
        private boolean named;
        private String name;

        Tag(byte[] bytes, int message, CommitInfo maker) {
            this.bytes = bytes;
            this.message = message;
            this.maker = maker;
            this.name = maker.id(); // until a ref names it; a tag of a tag can be without one
        }

        void nameAfter(Ref ref) {
            name = named ? name : shortName(ref.name());
            named = true;
        }
    }
}
