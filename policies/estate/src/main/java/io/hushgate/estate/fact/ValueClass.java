package io.hushgate.estate.fact;

/** What stands where a credential could stand; said instead of the value, which no fact carries. */
public enum ValueClass {
    /** The key is not there. */
    ABSENT,
    /** The key is there with nothing behind it. */
    EMPTY,
    /**
     * Words that stand for a value: {@code <your-token>}, {@code changeme-example}, {@code ****}.
     */
    PLACEHOLDER,
    /**
     * A pointer to where the value lives: {@code ${VAR}}, {@code {{ .Values.x }}}, {@code
     * vault:path#key}, {@code @file}.
     */
    REFERENCE,
    /** Ciphertext of SOPS, Sealed Secrets, ansible-vault and the like. */
    ENCRYPTED,
    /**
     * What tells nothing secret: a switch, a small number, a certificate, an address without a
     * login.
     */
    PUBLIC,
    /** A published default such as {@code changeme} or {@code admin}. */
    WEAK,
    /** Anything else: taken as the value itself. */
    LITERAL
}
