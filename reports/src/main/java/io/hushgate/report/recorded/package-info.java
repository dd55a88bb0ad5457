/**
 * Reports as stores and other processes of ours keep them: one line of JSON for each finding and
 * violation and one for the rest, that can be read back whole. Equal values give equal bytes. Not
 * for other programs: those read {@link io.hushgate.report.JsonReport}. Begin at {@link
 * io.hushgate.report.recorded.Item} and {@link io.hushgate.report.recorded.RecordedReport}.
 */
@NullMarked
package io.hushgate.report.recorded;

import org.jspecify.annotations.NullMarked;
