/**
 * Rules by path and rules by dependency: {@link io.hushgate.rego.compile.tree.RuleTree} and {@link
 * io.hushgate.rego.compile.tree.RuleGraph}. Knows paths and references, not what bodies mean.
 */
@NullMarked
package io.hushgate.rego.compile.tree;

import org.jspecify.annotations.NullMarked;
