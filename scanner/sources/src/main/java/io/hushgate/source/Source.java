package io.hushgate.source;

import io.hushgate.core.Coverage;

/**
 * A place that artifacts are read from: a directory, a pipe, what is staged, a history.
 *
 * <p>A source is read once. Which artifacts it hands out, and the coverage, depend on the place
 * alone: not on the number of workers, nor on the order in which the operating system lists files.
 * The order of the artifacts, and which worker gets which, may differ from run to run; whoever
 * reports sorts.
 */
public interface Source {
    /**
     * Hands every artifact to one of the consumers and returns when all of them are done. Something
     * that cannot be read is noted in the coverage, and the rest is still read.
     *
     * @param consumers called once on each worker's own thread
     * @return artifacts and bytes that were handed over to their end, and everything that was not
     * @throws SourceProblem when nothing at all can be read
     */
    Coverage read(Workers workers, ConsumerFactory consumers);
}
