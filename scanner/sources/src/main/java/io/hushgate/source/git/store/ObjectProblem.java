package io.hushgate.source.git.store;

import io.hushgate.core.Reason;
import io.hushgate.core.Skip;
import java.io.IOException;

/**
 * An object that cannot be had: missing, damaged or too large. The scan goes on without it, so this
 * is checked, and it carries what the coverage says of it.
 */
public final class ObjectProblem extends IOException {
    private final Skip skip;

    private ObjectProblem(Skip skip) {
        super(skip.address() + ": " + skip.detail());
        this.skip = skip;
    }

    /** Bytes that are not what the format says, in a file of the object database. */
    static ObjectProblem corrupt(String place, String what) {
        return new ObjectProblem(
                new Skip(
                        place,
                        Reason.CORRUPT,
                        what + "; run git fsck, and fetch the repository again"));
    }

    /** An object that something refers to. */
    public static ObjectProblem missing(ObjectId id, String referredToBy) {
        return new ObjectProblem(missing(id.toString(), referredToBy));
    }

    /** What the coverage says of an object that is not there. */
    public static Skip missing(String id, String referredToBy) {
        return new Skip(
                "object " + id,
                Reason.MISSING_OBJECT,
                "%s refers to it and it is not in the repository; fetch it (git fetch --refetch)"
                        .formatted(referredToBy));
    }

    /** An object that does not fit into memory. */
    static ObjectProblem tooLarge(String place, long bytes, long limit) {
        return new ObjectProblem(
                new Skip(
                        place,
                        Reason.LIMIT_SIZE,
                        "%d bytes, and at most %d are rebuilt in memory; raise the limit"
                                .formatted(bytes, limit)));
    }

    /** What the coverage says of it. */
    public Skip skip() {
        return skip;
    }

    /** Problems are part of a normal run on a damaged repository; nobody looks at their stack. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
