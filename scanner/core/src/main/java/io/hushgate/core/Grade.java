package io.hushgate.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What could be proved offline about matched bytes. The first six are credentials, strongest proof
 * first; the others are the classes that are never reported as credentials unless a rule asks for
 * them.
 */
public enum Grade {
    /** The service that issued it accepts it; never proved offline. */
    VERIFIED,
    /** The checksum inside the credential is right. */
    CHECKSUM_VALID,
    /** The bytes parse as what they claim to be: a JWT, a PEM key, a JSON key file. */
    STRUCTURE_VALID,
    /** Prefix, alphabet and length are those of the format. */
    FORMAT,
    /** Name, form of the assignment and randomness agree. */
    CONTEXTUAL,
    /** Something speaks for it and something against it, such as a format whose checksum fails. */
    WEAK,
    /** Stands where a credential will be put: {@code changeme}, {@code <token>}, {@code xxxx}. */
    PLACEHOLDER,
    /**
     * Names a credential kept elsewhere: {@code ${VAR}}, {@code vault:path#key}, {@code
     * secretKeyRef}.
     */
    REFERENCE,
    /** Ciphertext of a credential: SOPS, SealedSecret, ansible-vault. */
    ENCRYPTED,
    /** Meant to be public: public keys, hashes, identifiers. */
    PUBLIC,
    /** A sample that a vendor publishes in its documentation. */
    EXAMPLE,
    /** Was a credential and says itself that it is over, such as a JWT past its {@code exp}. */
    EXPIRED,
    /** The service that issued it refuses it. */
    INACTIVE;

    /** Tells whether bytes of this grade are reported as a credential. */
    public boolean isCredential() {
        return compareTo(WEAK) <= 0;
    }

    /** Reads a label, in any case; empty when it is none. */
    public static Optional<Grade> of(String label) {
        return Arrays.stream(values()).filter(g -> g.label().equalsIgnoreCase(label)).findFirst();
    }

    /** The word used in reports: {@code checksum-valid}, {@code contextual}, ... */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
