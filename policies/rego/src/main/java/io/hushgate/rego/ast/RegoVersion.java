package io.hushgate.rego.ast;

/** Which syntax a module is written in. */
public enum RegoVersion {
    /** Before OPA 1.0: bodies without {@code if}, partial sets without {@code contains}. */
    V0,
    /**
     * Since OPA 1.0: {@code if} and {@code contains} are mandatory; {@code in} and {@code every}
     * are keywords.
     */
    V1
}
