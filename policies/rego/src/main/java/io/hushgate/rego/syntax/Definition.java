package io.hushgate.rego.syntax;

import io.hushgate.rego.ast.Rule;

/**
 * A rule and the keywords it was written with, which the tree does not keep but version 1 demands.
 *
 * @param usesIf {@code if} stands before the body, or before the body of the first branch
 */
record Definition(Rule rule, boolean usesIf, boolean usesContains) {}
