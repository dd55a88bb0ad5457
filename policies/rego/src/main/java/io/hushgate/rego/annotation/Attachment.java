package io.hushgate.rego.annotation;

import io.hushgate.rego.ast.Annotations;
import io.hushgate.rego.ast.Annotations.Scope;
import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Import;
import io.hushgate.rego.ast.Node;
import io.hushgate.rego.ast.PackageClause;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Ties metadata blocks to the statements after them.
 *
 * @param annotations all blocks with scope and target, in order
 * @param rules the rules of the module, those with metadata carrying it
 */
public record Attachment(List<Annotations> annotations, List<Rule> rules) {
    public Attachment {
        annotations = List.copyOf(annotations);
        rules = List.copyOf(rules);
    }

    /**
     * Attaches blocks.
     *
     * @param statements package, imports and rules in the order of the text
     * @param errors receives blocks in places where their scope means nothing
     */
    public static Attachment of(
            List<MetadataReader.Block> blocks,
            PackageClause packageClause,
            List<Node> statements,
            Consumer<RegoError> errors) {
        List<Annotations> annotations = new ArrayList<>();
        IdentityHashMap<Rule, List<Annotations>> byRule = new IdentityHashMap<>();
        int next = 0;
        for (MetadataReader.Block block : blocks) {
            int row = block.body().location().row();
            while (next < statements.size() && statements.get(next).location().row() <= row) {
                next++;
            }
            Optional<Node> statement =
                    next < statements.size() ? Optional.of(statements.get(next)) : Optional.empty();
            Optional<Scope> scope = scope(block, statement, errors);
            if (scope.isEmpty()) {
                continue;
            }
            Annotations placed =
                    block.body()
                            .withScope(scope.get())
                            .withTarget(target(packageClause, statement.orElseThrow()));
            if (placed.entrypoint()
                    && placed.scope() != Scope.DOCUMENT
                    && placed.scope() != Scope.PACKAGE) {
                errors.accept(
                        error(
                                block,
                                "annotation entrypoint applied to non-document or package scope '%s'"
                                        .formatted(placed.scope().word())));
            }
            annotations.add(placed);
            if (placed.scope() == Scope.RULE && statement.get() instanceof Rule rule) {
                byRule.computeIfAbsent(rule, r -> new ArrayList<>()).add(placed);
            }
        }
        return new Attachment(
                annotations, annotated(packageClause, statements, annotations, byRule));
    }

    private static List<Rule> annotated(
            PackageClause packageClause,
            List<Node> statements,
            List<Annotations> annotations,
            IdentityHashMap<Rule, List<Annotations>> byRule) {
        List<Annotations> documents =
                annotations.stream().filter(a -> a.scope() == Scope.DOCUMENT).toList();
        List<Rule> rules = new ArrayList<>();
        for (Node statement : statements) {
            if (statement instanceof Rule rule) {
                Ref path = target(packageClause, rule);
                List<Annotations> own = new ArrayList<>(byRule.getOrDefault(rule, List.of()));
                documents.stream().filter(d -> d.target().equals(path)).forEach(own::add);
                rules.add(own.isEmpty() ? rule : rule.withAnnotations(own));
            }
        }
        return rules;
    }

    private static Optional<Scope> scope(
            MetadataReader.Block block, Optional<Node> statement, Consumer<RegoError> errors) {
        String word =
                block.scope().isEmpty() ? defaultScope(block.body(), statement) : block.scope();
        for (Scope scope : Scope.values()) {
            if (scope.word().equals(word)) {
                return checked(scope, block, statement, errors);
            }
        }
        errors.accept(
                error(
                        block,
                        "invalid annotation scope '%s'. Use one of 'rule', 'document', 'package', or"
                                        .formatted(word)
                                + " 'subpackages'"));
        return Optional.empty();
    }

    private static String defaultScope(Annotations body, Optional<Node> statement) {
        return switch (statement.orElse(null)) {
            case Rule _ -> (body.entrypoint() ? Scope.DOCUMENT : Scope.RULE).word();
            case PackageClause _ -> Scope.PACKAGE.word();
            case Import _ -> "import";
            case null, default -> "";
        };
    }

    private static Optional<Scope> checked(
            Scope scope,
            MetadataReader.Block block,
            Optional<Node> statement,
            Consumer<RegoError> errors) {
        boolean wantsRule = scope == Scope.RULE || scope == Scope.DOCUMENT;
        boolean fits =
                statement
                        .map(s -> wantsRule ? s instanceof Rule : s instanceof PackageClause)
                        .orElse(false);
        if (fits) {
            return Optional.of(scope);
        }
        errors.accept(
                error(
                        block,
                        "annotation scope '%s' must be applied to %s%s"
                                .formatted(
                                        scope.word(),
                                        wantsRule ? "rule" : "package",
                                        statement.map(s -> " (have " + name(s) + ")").orElse(""))));
        return Optional.empty();
    }

    private static String name(Node statement) {
        return switch (statement) {
            case PackageClause _ -> "package";
            case Import _ -> "import";
            default -> "rule";
        };
    }

    /** The absolute path of a rule up to the first key that is not constant, or of the package. */
    private static Ref target(PackageClause packageClause, Node statement) {
        if (!(statement instanceof Rule rule)) {
            return packageClause.path();
        }
        Ref ref = rule.head().ref().groundPrefix();
        List<Term> keys = new ArrayList<>();
        keys.add(
                ref.head() instanceof Var v ? new Scalar.Text(v.name(), v.location()) : ref.head());
        keys.addAll(ref.path());
        return packageClause.path().appendAll(keys);
    }

    private static RegoError error(MetadataReader.Block block, String message) {
        return new RegoError(ErrorCode.PARSE, message, block.body().location());
    }
}
