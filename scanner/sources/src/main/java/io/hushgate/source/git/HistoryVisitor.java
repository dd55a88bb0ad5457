package io.hushgate.source.git;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Lineage;
import io.hushgate.core.Reason;
import io.hushgate.source.AddedRanges;
import io.hushgate.source.ArtifactConsumer;
import io.hushgate.source.CoverageLog;
import io.hushgate.source.git.store.ObjectFormat;
import io.hushgate.source.git.store.ObjectId;
import io.hushgate.source.git.store.ObjectKind;
import io.hushgate.source.git.store.ObjectNumbers;
import io.hushgate.source.git.store.ObjectVisitor;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** What one worker does with the objects of a history. */
final class HistoryVisitor implements ObjectVisitor {
    private final ArtifactConsumer consumer;
    private final CoverageLog log;
    private final ObjectNumbers numbers;
    private final CommitGraph.Log commits;
    private final Consumer<ObjectId> missing;
    private final ObjectFormat format;
    private final NumberCache cache;
    private final TreeCursor cursor;

    HistoryVisitor(
            ArtifactConsumer consumer,
            CoverageLog log,
            ObjectNumbers numbers,
            ObjectFormat format,
            CommitGraph.Log commits,
            Consumer<ObjectId> missing) {
        this.consumer = consumer;
        this.log = log;
        this.numbers = numbers;
        this.commits = commits;
        this.missing = missing;
        this.format = format;
        this.cache = new NumberCache(numbers, format);
        this.cursor = new TreeCursor(new byte[0], format);
    }

    @Override
    public void visit(ObjectKind kind, ObjectId id, byte[] bytes, int length, Lineage lineage) {
        switch (kind) {
            case BLOB -> {
                Address address = new Address.GitObject(id.toString());
                handOver(new Artifact.InMemory(address, bytes, 0, length, lineage));
            }
            case COMMIT -> visitCommit(id, bytes, length);
            case TREE -> visitTree(id, bytes, length);
            case TAG -> {} // read through the refs that point to them
        }
    }

    /** Hands over a part of an object. */
    void handOver(Address address, byte[] bytes, int from, int to) {
        handOver(new Artifact.InMemory(address, bytes, from, to));
    }

    private void handOver(Artifact.InMemory object) {
        try {
            consumer.accept(object, AddedRanges.EVERYTHING);
            log.looked(1, object.to() - (long) object.from());
        } catch (IOException e) {
            log.skip(object.address(), Reason.UNREADABLE, "its bytes cannot be read");
        }
    }

    private void visitCommit(ObjectId id, byte[] bytes, int length) {
        CommitReader commit = new CommitReader(bytes, length, format);
        int number = numbers.of(id);
        if (number < 0) {
            log.skip(
                    new Address.GitObject(id.toString()),
                    Reason.CORRUPT,
                    "its pack's index is out of order; run git index-pack on the pack");
            return;
        }
        commits.add(number, commit, numbers);
        int message = commit.messageStart();
        if (message < length) {
            handOver(new Address.CommitMessage(id.toString()), bytes, message, length);
        }
    }

    /** Checks that what the tree names is there. */
    private void visitTree(ObjectId id, byte[] bytes, int length) {
        cursor.reset(bytes, length);
        while (cursor.advance()) {
            boolean here = cursor.isSubmodule() || cache.of(bytes, cursor.idStart()) >= 0;
            if (!here && !format.isEmptyTree(cursor.id())) {
                missing.accept(cursor.id());
            }
        }
        if (!cursor.isAtEnd()) {
            log.skip(
                    new Address.GitObject(id.toString()),
                    Reason.CORRUPT,
                    "a tree that ends within an entry; run git fsck");
        }
    }

    @Override
    public void visitLarge(ObjectId id, InputStream content) {
        Address address = new Address.GitObject(id.toString());
        try (LargeBlob blob = new LargeBlob(address, content)) {
            consumer.accept(blob, AddedRanges.EVERYTHING);
            log.looked(1, blob.bytesRead());
        } catch (IOException e) {
            log.skip(address, Reason.CORRUPT, "it does not inflate; run git fsck");
        }
    }
}
