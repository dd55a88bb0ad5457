/**
 * One run: sources feed the matching engine and the estate readers, Rego judges, the gate decides,
 * a report comes out. Knows no option of the command line and prints nothing. Entry point: {@link
 * io.hushgate.run.Scan}.
 */
@NullMarked
package io.hushgate.run;

import org.jspecify.annotations.NullMarked;
