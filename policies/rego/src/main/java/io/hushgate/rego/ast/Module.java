package io.hushgate.rego.ast;

import java.util.List;

/**
 * One Rego file.
 *
 * @param annotations all metadata blocks in the order of the text; those of scope rule and document
 *     stand also at their rule
 * @param comments all comment lines in the order of the text, metadata included
 * @param version the syntax the module is in, after its own imports ({@code rego.v1}) were heard
 * @param features what its imports of {@code future.keywords} switch on beyond the version
 */
public record Module(
        PackageClause packageClause,
        List<Import> imports,
        List<Rule> rules,
        List<Annotations> annotations,
        List<Comment> comments,
        RegoVersion version,
        Features features,
        Location location)
        implements Node {
    public Module {
        imports = List.copyOf(imports);
        rules = List.copyOf(rules);
        annotations = List.copyOf(annotations);
        comments = List.copyOf(comments);
    }

    public Module withImports(List<Import> newImports) {
        return new Module(
                packageClause,
                newImports,
                rules,
                annotations,
                comments,
                version,
                features,
                location);
    }

    public Module withRules(List<Rule> newRules) {
        return new Module(
                packageClause,
                imports,
                newRules,
                annotations,
                comments,
                version,
                features,
                location);
    }

    public Module withComments(List<Comment> newComments) {
        return new Module(
                packageClause,
                imports,
                rules,
                annotations,
                newComments,
                version,
                features,
                location);
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}
