/** Tests of the engine as its users see it. */
@NullMarked
package io.hushgate.rego;

import org.jspecify.annotations.NullMarked;
