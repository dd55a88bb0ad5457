package io.hushgate.source;

import io.hushgate.core.Artifact;
import java.io.IOException;

/** Takes the artifacts of one worker, one after the other, always on that worker's thread. */
@FunctionalInterface
public interface ArtifactConsumer {
    /**
     * Takes one artifact, which the source closes afterwards. Neither the artifact nor its bytes
     * may be kept: the next artifact may lie in the same buffer.
     *
     * @param added which bytes of it are new; usable during this call only, and possibly costly at
     *     its first use, so that it is asked only about what was found
     * @throws IOException when the artifact's bytes cannot be read; the source notes it and goes on
     */
    void accept(Artifact artifact, AddedRanges added) throws IOException;
}
