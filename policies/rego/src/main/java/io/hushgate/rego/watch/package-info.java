/**
 * Ways to watch an evaluation: which lines it has reached, and where a rule that should have held
 * has failed. A program has to be made watchable first ({@link
 * io.hushgate.rego.Program#watchable()}); others pay nothing for this.
 */
@NullMarked
package io.hushgate.rego.watch;

import org.jspecify.annotations.NullMarked;
