package io.hushgate.estate.tree;

import java.util.List;

/**
 * What was read of a text.
 *
 * @param documents the roots: one for JSON and HCL, any number for YAML and JSON lines
 * @param problems in the order of their places
 * @param template whether unfilled templates were taken out of the text before it was read
 */
public record Tree(List<Node> documents, List<Problem> problems, boolean template) {
    public Tree {
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
    }
}
