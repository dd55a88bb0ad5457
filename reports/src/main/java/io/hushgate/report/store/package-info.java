/**
 * The audit's store: what every run saw in every target, kept in SQLite or PostgreSQL by one
 * dialect, chained so that a later change of a record shows. Holds redactions and keyed
 * fingerprints, never a secret; looks at nothing and decides nothing. Begin at {@link
 * io.hushgate.report.store.Store}.
 */
@NullMarked
package io.hushgate.report.store;

import org.jspecify.annotations.NullMarked;
