package io.hushgate.report;

import io.hushgate.core.Grade;

/** Why a finding is believed, for people. */
public final class Proof {
    private Proof() {}

    /** A clause without a full stop. */
    public static String words(Grade grade) {
        return switch (grade) {
            case VERIFIED -> "the service that issued it accepted it during this run";
            case INACTIVE -> "the service that issued it refuses it: it opens nothing any more";
            case CHECKSUM_VALID -> "the checksum inside is right: it was issued, not typed";
            case STRUCTURE_VALID -> "it parses as what it claims to be";
            case FORMAT -> "prefix, alphabet and length are those of the format";
            case CONTEXTUAL -> "the name, the form of the assignment and the randomness agree";
            case WEAK -> "the form is right, but its checksum or context speaks against it";
            case PLACEHOLDER -> "it stands where a credential will be put";
            case REFERENCE -> "it names a credential kept elsewhere";
            case ENCRYPTED -> "it is the ciphertext of a credential";
            case PUBLIC -> "it is meant to be public";
            case EXAMPLE -> "it is a sample that the vendor publishes";
            case EXPIRED -> "it says itself that it is over";
        };
    }
}
