/**
 * conftest's conventions over the Rego engine: which rules count, what their values mean, how
 * results are told. Knows no file formats. Enter at {@link
 * io.hushgate.cli.policy.conftest.Conftest}.
 */
@NullMarked
package io.hushgate.cli.policy.conftest;

import org.jspecify.annotations.NullMarked;
