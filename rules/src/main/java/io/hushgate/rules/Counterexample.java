package io.hushgate.rules;

import io.hushgate.rules.sample.Template;

/**
 * A text that looks like an example and must not be found.
 *
 * @param because the reason, a few words
 */
public record Counterexample(Template template, String because) {}
