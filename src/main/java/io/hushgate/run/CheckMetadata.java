package io.hushgate.run;

import io.hushgate.core.Confidence;
import io.hushgate.core.Severity;
import io.hushgate.rego.ast.Annotations;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what METADATA says about a check: on the rule first, then on its package, then by the
 * custom of conftest, where {@code deny} and {@code violation} are high and {@code warn} is medium.
 */
final class CheckMetadata {
    private final Module module;

    CheckMetadata(Module module) {
        this.module = module;
    }

    /** Describes the check whose results the rule of this name holds. */
    PolicyCheck describe(String ruleName) {
        Optional<Annotations> rule = annotations(ruleName);
        Optional<Annotations> whole = ofPackage();
        String id =
                custom(rule, whole, "id").orElse(module.packageClause().path() + "." + ruleName);
        Severity fallback = ruleName.startsWith("warn") ? Severity.MEDIUM : Severity.HIGH;
        return new PolicyCheck(
                id,
                first(rule, whole, Annotations::title).orElse(id),
                custom(rule, whole, "severity").flatMap(Severity::of).orElse(fallback),
                custom(rule, whole, "confidence").flatMap(Confidence::of).orElse(Confidence.HIGH),
                custom(rule, whole, "remedy").orElse("See the policy."),
                references(rule.filter(r -> !r.relatedResources().isEmpty()).or(() -> whole)));
    }

    private Optional<Annotations> annotations(String ruleName) {
        return module.rules().stream()
                .filter(rule -> rule.head().name().equals(ruleName))
                .map(Rule::annotations)
                .flatMap(List::stream)
                .findFirst();
    }

    private Optional<Annotations> ofPackage() {
        return module.annotations().stream()
                .filter(block -> block.scope() == Annotations.Scope.PACKAGE)
                .findFirst();
    }

    private static Optional<String> custom(
            Optional<Annotations> rule, Optional<Annotations> whole, String key) {
        return rule.flatMap(block -> custom(block, key))
                .or(() -> whole.flatMap(block -> custom(block, key)));
    }

    private static Optional<String> custom(Annotations block, String key) {
        return block.custom()
                .get(key)
                .flatMap(term ->
                        term instanceof Scalar.Text text
                                ? Optional.of(text.value())
                                : Optional.empty());
    }

    private static Optional<String> first(
            Optional<Annotations> rule,
            Optional<Annotations> whole,
            Function<Annotations, String> part) {
        return rule.map(part)
                .filter(text -> !text.isEmpty())
                .or(() -> whole.map(part).filter(text -> !text.isEmpty()));
    }

    private static List<String> references(Optional<Annotations> block) {
        return block.stream()
                .flatMap(annotations -> annotations.relatedResources().stream())
                .map(Annotations.RelatedResource::ref)
                .toList();
    }
}
