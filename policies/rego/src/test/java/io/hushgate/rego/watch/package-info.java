/** Tests of coverage. */
@NullMarked
package io.hushgate.rego.watch;

import org.jspecify.annotations.NullMarked;
