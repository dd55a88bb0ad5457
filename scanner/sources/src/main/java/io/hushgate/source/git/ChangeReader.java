package io.hushgate.source.git;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Reason;
import io.hushgate.source.AddedRanges;
import io.hushgate.source.ArtifactConsumer;
import io.hushgate.source.CoverageLog;
import io.hushgate.source.git.store.ObjectId;
import io.hushgate.source.git.store.ObjectKind;
import io.hushgate.source.git.store.ObjectProblem;
import io.hushgate.source.git.store.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Hands the files of changes to a consumer, each with the lines that the change adds. */
final class ChangeReader {
    /** Texts of one change that are searched for lines which only moved. */
    static final int MOST_GONE = 256;

    private static final long MAX_BEFORE_BYTES = 64L << 20;

    private final ObjectReader reader;
    private final ArtifactConsumer consumer;
    private final CoverageLog log;

    ChangeReader(ObjectReader reader, ArtifactConsumer consumer, CoverageLog log) {
        this.reader = reader;
        this.consumer = consumer;
        this.log = log;
    }

    /**
     * Hands over one file.
     *
     * @param gone blobs that the change removes elsewhere: lines of a new file which come from them
     *     only moved
     */
    void read(Change change, Address address, List<ObjectId> gone) {
        if (change.isSubmodule()) {
            log.skip(address, Reason.SUBMODULE, "a repository of its own; scan it as such");
            return;
        }
        boolean isNew = change.before().isEmpty();
        if (isNew && gone.contains(change.id())) {
            return; // moved as it is
        }
        List<ObjectId> before = isNew ? gone : change.before();
        try {
            byte[] now = reader.read(change.id(), ObjectKind.BLOB, address.text());
            AddedRanges added =
                    before.isEmpty()
                            ? AddedRanges.EVERYTHING
                            : new AddedLines(now, () -> texts(before));
            consumer.accept(Artifact.InMemory.of(address, now), added);
            log.looked(1, now.length);
        } catch (ObjectProblem e) {
            String detail = e.skip().address() + ": " + e.skip().detail();
            log.skip(address, e.skip().reason(), detail);
        } catch (IOException e) {
            log.skip(address, Reason.UNREADABLE, "its blob cannot be read");
        }
    }

    private List<byte[]> texts(List<ObjectId> before) throws IOException {
        List<byte[]> texts = new ArrayList<>();
        long bytes = 0;
        for (ObjectId id : before) {
            byte[] text = reader.read(id, ObjectKind.BLOB, "the commit before");
            bytes += text.length;
            if (bytes > MAX_BEFORE_BYTES && !texts.isEmpty()) {
                break;
            }
            texts.add(text);
        }
        return texts;
    }
}
