/**
 * Tells people and machines what a run found. Every format renders the one {@link
 * io.hushgate.report.Report} value and knows no other format; nothing here decides anything.
 * Secrets never reach this package: findings carry redactions and fingerprints.
 */
@NullMarked
package io.hushgate.report;

import org.jspecify.annotations.NullMarked;
