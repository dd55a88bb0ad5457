package io.hushgate.estate.tree;

import java.util.List;

/**
 * Reads HCL, first and second edition alike, into blocks, keys and values; the root is a mapping.
 *
 * <p>Accepts what Vault, Terraform and people write: comments of three kinds, heredocs, quoted
 * block types, the brace on the next line, several settings on one line with or without commas, and
 * the JSON form. {@code /*} inside a quoted path is part of the path. Nothing is evaluated: a
 * string with {@code ${...}} is a template, a function call is a {@link Node.Call}, anything else
 * is a {@link Node.Expression}. After a mistake reading goes on with the next setting or block.
 *
 * <p>Sources: HCL native syntax specification (hashicorp/hcl hclsyntax/spec.md), HCL 1 README;
 * Vault policies are HCL 1.
 */
public final class HclReader {
    private final Limits limits;

    public HclReader(Limits limits) {
        this.limits = limits;
    }

    /** Reads the whole text. */
    public Tree read(Source source) {
        Problems problems = new Problems(source, limits);
        if (source.text().length() > limits.maxChars()) {
            problems.add(
                    Problem.Code.LIMIT_SIZE, 0, "the text is longer than " + limits.maxChars());
            return new Tree(List.of(), problems.sorted(), false);
        }
        Node root = new HclParser(source, limits, problems).root();
        return new Tree(List.of(root), problems.sorted(), false);
    }
}
