/**
 * The functions that chart templates call: those of text/template, of sprig 3.3 and of Helm 3.
 *
 * <p>What depends on chance, time, network or a cluster gives a marked text ({@code
 * <generated:randAlphaNum>}) or nothing, so that a rendering says the same everywhere. Entry point:
 * {@link io.hushgate.estate.helm.function.Functions}.
 */
@NullMarked
package io.hushgate.estate.helm.function;

import org.jspecify.annotations.NullMarked;
