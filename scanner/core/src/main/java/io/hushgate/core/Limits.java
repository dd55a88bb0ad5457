package io.hushgate.core;

import java.time.Duration;

/**
 * How far a run goes into hostile input before it says what it left out.
 *
 * @param maxArtifactBytes bytes of one streamed artifact
 * @param maxObjectBytes bytes of one git object that is rebuilt in memory
 * @param maxDecodeDepth layers of encodings or archives opened inside each other; 0 opens none
 * @param maxExpansion bytes that one byte of compressed input may become; asked only once 256 MiB
 *     came out of one artifact, for a small file of zeros is no bomb
 * @param maxEntries entries of one archive, those of the archives inside of it included
 * @param maxConfigurationBytes bytes of one configuration file that is parsed into facts
 * @param maxMatchesPerArtifact findings kept of one artifact; the rest are counted in the coverage
 * @param timeout wall time of a whole run
 */
public record Limits(
        long maxArtifactBytes,
        int maxObjectBytes,
        int maxDecodeDepth,
        int maxExpansion,
        int maxEntries,
        int maxConfigurationBytes,
        int maxMatchesPerArtifact,
        Duration timeout) {
    /**
     * The defaults. 64 GiB: a log of a year, at a gigabyte a second one minute. 256 MiB: the
     * largest text blobs seen in public histories are a third of it, and two workers still fit in
     * one gigabyte of memory. Depth 5: a base64 of a gzip of a base64 is 3, which Helm releases
     * have. Ratio 200: gzip reaches 1,032, real text 20. 2,000,000 entries: a large image layer has
     * 200,000. 8 MiB: the largest CRD bundles are 2. 10,000 matches: more is a dump, which one
     * finding tells as well. 24 hours: stuck is worse than incomplete.
     */
    public static final Limits DEFAULT =
            new Limits(
                    64L << 30, 256 << 20, 5, 200, 2_000_000, 8 << 20, 10_000, Duration.ofHours(24));

    public Limits {
        boolean positive =
                maxArtifactBytes > 0
                        && maxObjectBytes > 0
                        && maxDecodeDepth >= 0
                        && maxExpansion > 0
                        && maxEntries > 0
                        && maxConfigurationBytes > 0
                        && maxMatchesPerArtifact > 0
                        && timeout.isPositive();
        if (!positive) {
            throw new IllegalArgumentException(
                    "every limit is above zero, but for the depth, of which none is allowed");
        }
    }

    /** The same limits with another time. */
    public Limits withTimeout(Duration other) {
        return new Limits(
                maxArtifactBytes,
                maxObjectBytes,
                maxDecodeDepth,
                maxExpansion,
                maxEntries,
                maxConfigurationBytes,
                maxMatchesPerArtifact,
                other);
    }
}
