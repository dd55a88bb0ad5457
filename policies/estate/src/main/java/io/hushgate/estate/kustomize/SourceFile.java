package io.hushgate.estate.kustomize;

import io.hushgate.estate.tree.Source;

/**
 * A file that objects of a build were written in.
 *
 * @param template whether actions of a template were taken out before it was read
 */
public record SourceFile(String address, Source source, boolean template) {}
