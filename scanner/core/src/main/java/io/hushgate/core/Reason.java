package io.hushgate.core;

/** Why something was not looked at, as a code that audits can count. */
public enum Reason {
    /** The operating system refused to give the bytes. */
    UNREADABLE(true),
    /**
     * Neither a file nor a directory: a FIFO, socket or device; reading it could block for ever.
     */
    NOT_A_FILE(false),
    /** A symbolic link that leads out of the target. */
    LINK_OUTSIDE(false),
    /**
     * A symbolic link or mount that leads back to where it came from; its target is looked at once.
     */
    LINK_LOOP(false),
    /** A submodule: a repository of its own, to be scanned as such. */
    SUBMODULE(false),
    /** Named by the configuration as not to be looked at. */
    EXCLUDED(false),
    /** More bytes than the limit. */
    LIMIT_SIZE(true),
    /** Nested deeper than the limit. */
    LIMIT_DEPTH(true),
    /** Expands further than the limit allows. */
    LIMIT_RATIO(true),
    /** More entries than the limit. */
    LIMIT_ENTRIES(true),
    /** Took longer than the limit. */
    LIMIT_TIME(true),
    /** An object that the repository refers to and does not have. */
    MISSING_OBJECT(true),
    /** An object, pack or index whose bytes are damaged. */
    CORRUPT(true),
    /** The clone was made without its whole history. */
    SHALLOW(true),
    /** Encrypted as a whole, so that nothing in it can be read. */
    ENCRYPTED(true),
    /** A format that Hushgate does not read. */
    UNSUPPORTED(true),
    /** Configuration that does not parse; text detectors still read its bytes. */
    MALFORMED(false);

    private final boolean incomplete;

    Reason(boolean incomplete) {
        this.incomplete = incomplete;
    }

    /**
     * Tells whether a run that skipped something for this reason is incomplete, which alone is
     * worth exit code 3.
     */
    public boolean isIncomplete() {
        return incomplete;
    }
}
