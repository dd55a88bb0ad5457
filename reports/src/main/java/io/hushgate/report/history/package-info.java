/**
 * Runs side by side: what an audit of many targets told now, and what the runs before it knew.
 *
 * <p>Plain values that a store fills and a report draws; nothing here reads a store, compares runs
 * or decides. Entry point: {@link io.hushgate.report.history.Audit}.
 */
@NullMarked
package io.hushgate.report.history;

import org.jspecify.annotations.NullMarked;
