/**
 * Compiled rules as bytes, so that a program that starts often compiles what it ships once, when it
 * is built.
 *
 * <p>An image is one list of trees, written from the outside in, each node a tag and its parts:
 *
 * <pre>
 *   image    = version text* package* rule*     (each list begins with its length)
 *   rule     = path outline prerequisite* length branch
 *   branch   = isDefault head body branch* location
 *   term     = tag part*                        (see {@link io.hushgate.rego.image.Tag})
 *   text     = length UTF-8                     (all others are numbers of texts)
 *   number   = 7 bits a byte, the highest bit says that more follow
 * </pre>
 *
 * The length before a branch is that of its bytes, so that a rule is read when it is first needed,
 * and never if its prerequisites are missing: of a large program one document needs a small part.
 *
 * <p>Places in the source are kept for what can fail while it runs: rules, calls and object
 * comprehensions. An image is as trustworthy as the class files beside it, and belongs to one
 * version of the engine. Start at {@link io.hushgate.rego.image.ImageWriter}.
 */
@NullMarked
package io.hushgate.rego.image;

import org.jspecify.annotations.NullMarked;
