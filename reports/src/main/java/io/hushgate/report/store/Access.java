package io.hushgate.report.store;

/** What a store is opened for. */
public enum Access {
    /** To read what runs wrote; the store has to be there. */
    READ,
    /** To write a run; the store is made where there is none, and nobody else writes meanwhile. */
    WRITE
}
