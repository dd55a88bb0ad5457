/**
 * What a repository says about how it wants to be scanned: {@code hushgate.yaml}, read with exact
 * complaints about place and remedy; and the checks of a run's own settings ({@link
 * io.hushgate.config.SelfCheck}). Decides nothing; the options of the command line win over it.
 */
@NullMarked
package io.hushgate.config;

import org.jspecify.annotations.NullMarked;
