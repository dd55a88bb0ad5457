package io.hushgate.rego.compile.check;

import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.With;
import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.compile.tree.RuleTree;
import io.hushgate.rego.compile.unit.Compilation;
import io.hushgate.rego.compile.unit.Roots;
import io.hushgate.rego.compile.unit.RuleUnit;
import java.util.Optional;
import java.util.Set;

/** Checks what {@code with} replaces: a part of a document, a whole rule, or a function. */
public final class WithTargets {
    private static final Set<String> IRREPLACEABLE =
            Set.of("eq", "rego.metadata.chain", "rego.metadata.rule");

    private final Compilation compilation;

    public WithTargets(Compilation compilation) {
        this.compilation = compilation;
    }

    /**
     * Whether the value of a modifier names a function that replaces the target, so that it must
     * not be evaluated. An impossible target is reported, and counts as such a function.
     */
    public boolean replacesFunction(With with) {
        Ref target = with.target();
        if (isUnsafe(target)) {
            return true;
        }
        Optional<Builtin> builtin = compilation.builtin(target);
        if (Roots.isData(target)) {
            return dataTarget(with);
        }
        if (Roots.isInput(target)) {
            return false;
        }
        if (builtin.isEmpty()) {
            error(
                    ErrorCode.TYPE,
                    target,
                    "with keyword target must reference existing input, data, or a function");
            return true;
        }
        return !isReplaceable(builtin.get(), target) || isFunctionName(with.value());
    }

    private boolean dataTarget(With with) {
        Ref target = with.target();
        for (int length = 1; length < target.size(); length++) {
            if (!compilation.tree().rulesAt(target.prefix(length)).isEmpty()) {
                error(
                        ErrorCode.COMPILE,
                        target,
                        "with keyword cannot partially replace virtual document(s)");
                return true;
            }
        }
        boolean function =
                compilation.tree().rulesAt(target).stream()
                        .anyMatch(rule -> rule.head().isFunction());
        if (function && isFunctionName(with.value())) {
            return true;
        }
        return with.value() instanceof Ref value
                && compilation.tree().rulesAt(value).stream()
                        .anyMatch(rule -> rule.head().isFunction());
    }

    private boolean isFunctionName(Term value) {
        if (!(value instanceof Ref ref)) {
            return false;
        }
        Optional<RuleTree<RuleUnit>> place = compilation.tree().find(ref);
        return place.isPresent() || isUnsafe(ref) || compilation.builtin(ref).isPresent();
    }

    private boolean isUnsafe(Ref target) {
        if (!compilation.unsafeBuiltins().contains(target.toString())) {
            return false;
        }
        error(
                ErrorCode.COMPILE,
                target,
                "with keyword replacing built-in function: target must not be unsafe: \"%s\""
                        .formatted(target));
        return true;
    }

    private boolean isReplaceable(Builtin builtin, Ref target) {
        String problem =
                IRREPLACEABLE.contains(builtin.name())
                        ? "replacement of \"%s\" invalid".formatted(builtin.name())
                        : builtin.name().startsWith("internal.")
                                ? "replacement of internal function \"%s\" invalid"
                                        .formatted(target)
                                : builtin.is(Builtin.Trait.RELATION)
                                        ? "target must not be a relation"
                                        : builtin.declaration().isVoid()
                                                ? "target must not be a void function"
                                                : "";
        if (!problem.isEmpty()) {
            error(
                    ErrorCode.COMPILE,
                    target,
                    "with keyword replacing built-in function: " + problem);
        }
        return problem.isEmpty();
    }

    private void error(ErrorCode code, Ref target, String message) {
        compilation.problems().add(code, target.location(), message);
    }
}
