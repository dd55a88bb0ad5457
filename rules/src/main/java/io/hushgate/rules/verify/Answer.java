package io.hushgate.rules.verify;

/** What a service said of a credential. */
public enum Answer {
    /** It opens something now. */
    VERIFIED,
    /** It opens nothing any more. */
    INACTIVE,
    /** Nobody knows: the service was not asked, did not answer, or answered something else. */
    UNKNOWN
}
