/**
 * What rules define: documents, whose values are found once in a scope and remembered, and
 * functions. The places of all rules form one tree under {@code data}, merged with base data where
 * both have a path.
 */
@NullMarked
package io.hushgate.rego.eval.document;

import org.jspecify.annotations.NullMarked;
