/**
 * The syntax tree of Rego: immutable nodes with a place in the source, and the ways to walk,
 * rewrite and print them.
 *
 * <p>The same nodes carry a module as it was written and as the compiler has rewritten it (locals
 * become generated variables, references become absolute). Nodes compare by meaning: locations are
 * equal to each other by definition. This package depends on nothing; it neither reads text ({@code
 * io.hushgate.rego.syntax} does) nor judges it. Start at {@link io.hushgate.rego.ast.Module}.
 */
@NullMarked
package io.hushgate.rego.ast;

import org.jspecify.annotations.NullMarked;
