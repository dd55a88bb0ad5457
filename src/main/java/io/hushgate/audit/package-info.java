/**
 * Audits: looks at every target of an inventory, each in a process of this program with limits of
 * its own, and writes what became of them to the store. One target's failure is an outcome in the
 * store and stops no other. Begin at {@link io.hushgate.audit.Audit}.
 */
@NullMarked
package io.hushgate.audit;

import org.jspecify.annotations.NullMarked;
