/**
 * Go's template language: from text to statements to output, within limits.
 *
 * <p>Knows no functions but {@code and} and {@code or}; {@link
 * io.hushgate.estate.helm.function.Functions} has the rest. Nothing random, no clock and no
 * environment reaches a template. Source: documentation of Go's package text/template. Entry
 * points: {@link io.hushgate.estate.helm.template.TemplateParser} and {@link
 * io.hushgate.estate.helm.template.Evaluator}.
 */
@NullMarked
package io.hushgate.estate.helm.template;

import org.jspecify.annotations.NullMarked;
