/**
 * {@code hushgate audit}: the commands around a store of runs. Parses options, prints, and knows
 * exit codes; what a run does is in {@link io.hushgate.audit}, what a store holds in {@link
 * io.hushgate.report.store}. Entry point: {@link io.hushgate.cli.audit.AuditCommand}.
 */
@NullMarked
package io.hushgate.cli.audit;

import org.jspecify.annotations.NullMarked;
