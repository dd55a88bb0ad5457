/**
 * Logs of continuous integration and of containers, as the text that a tool printed: prefixes,
 * colours, carriage returns and the JSON around it are taken away, and what was cut is joined, so
 * that a credential matches however a log writes it down. Every position leads back to the bytes,
 * line and column of the log, and to job and step. Reads in one pass and constant memory; judges
 * nothing. Start at {@link io.hushgate.source.log.LogReading}.
 */
@NullMarked
package io.hushgate.source.log;

import org.jspecify.annotations.NullMarked;
