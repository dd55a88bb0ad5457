package io.hushgate.report.store;

import java.time.Instant;
import java.util.Optional;

/**
 * One audit of an inventory.
 *
 * @param number from 1, in the order of their beginning
 * @param inventory its name
 * @param inventoryDigest equal when the same targets were to be looked at in the same way
 * @param program version that began it
 * @param keyId of the key that the fingerprints were made with
 * @param began the time that everything seen in it is dated with
 * @param ended empty while it goes on or after it was interrupted
 */
public record Run(
        long number,
        String inventory,
        String inventoryDigest,
        String program,
        String keyId,
        Instant began,
        Optional<Instant> ended) {}
