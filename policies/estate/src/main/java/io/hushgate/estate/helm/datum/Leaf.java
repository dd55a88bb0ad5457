package io.hushgate.estate.helm.datum;

import io.hushgate.estate.tree.Place;

/**
 * Where a value of a chart is written.
 *
 * @param file address of the values file
 * @param key dotted, as the file has it
 */
public record Leaf(String file, String key, Place place) {}
