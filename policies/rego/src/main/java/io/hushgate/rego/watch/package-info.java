/**
 * Ways to watch an evaluation: whether its rules held and which lines it has reached. A program has
 * to be made watchable first ({@link io.hushgate.rego.Program#watchable()}); others pay nothing for
 * this.
 */
@NullMarked
package io.hushgate.rego.watch;

import org.jspecify.annotations.NullMarked;
