/** Tests of coverage and of the search for what has failed. */
@NullMarked
package io.hushgate.rego.watch;

import org.jspecify.annotations.NullMarked;
