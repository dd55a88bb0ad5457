/**
 * Masks credentials in a stream while it flows: what rules find, the bodies of private keys, and
 * values that somebody named. Every other byte is passed on as it came, line by line. Reads and
 * writes no file and decides nothing about exit codes. Start at {@link
 * io.hushgate.redact.Redactor}.
 */
@NullMarked
package io.hushgate.redact;

import org.jspecify.annotations.NullMarked;
