/** What every decision engine promises, and what each does besides. */
@NullMarked
package io.hushgate.rego.backend;

import org.jspecify.annotations.NullMarked;
