/**
 * What can be proved about matched bytes without asking anybody: checksums, structure, randomness,
 * and the signs of what is no credential. Start at {@link io.hushgate.core.grade.Grader}.
 */
@NullMarked
package io.hushgate.core.grade;

import org.jspecify.annotations.NullMarked;
