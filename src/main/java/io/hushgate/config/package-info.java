/**
 * What a repository says about how it wants to be scanned: {@code hushgate.yaml}, read with exact
 * complaints about place and remedy. Decides nothing; the options of the command line win over it.
 */
@NullMarked
package io.hushgate.config;

import org.jspecify.annotations.NullMarked;
