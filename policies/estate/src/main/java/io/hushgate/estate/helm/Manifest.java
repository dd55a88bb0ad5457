package io.hushgate.estate.helm;

import io.hushgate.estate.helm.template.Rendered;

/**
 * What a template of a chart came to.
 *
 * @param name what Helm calls the template, with the names of its charts
 */
public record Manifest(String name, ChartFile template, Rendered rendered) {}
