package io.hushgate.rego.compile.name;

import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.ObjectTerm;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.SetTerm;
import io.hushgate.rego.ast.TemplateString;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.compile.unit.Roots;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the patterns that stand as parameters of a function. */
final class Parameters {
    private Parameters() {}

    /**
     * Adds the variables that the parameter binds to {@code names}.
     *
     * @return the root document that the parameter would hide, if it does
     */
    static Optional<String> collect(Term parameter, Set<String> names) {
        Optional<String> root = Roots.nameOf(parameter);
        if (root.isPresent()) {
            return root;
        }
        return switch (parameter) {
            case Var v -> {
                names.add(v.name());
                yield Optional.empty();
            }
            case ArrayTerm array -> collectAll(array.items(), names);
            case ObjectTerm object ->
                    collectAll(
                            object.entries().stream().map(ObjectTerm.Entry::value).toList(), names);
            case Ref ref -> {
                if (ref.head() instanceof Var head) {
                    names.add(head.name());
                }
                yield collectAll(ref.path(), names);
            }
            case Scalar _, SetTerm _, Comprehension _, Call _, TemplateString _ -> Optional.empty();
        };
    }

    private static Optional<String> collectAll(List<Term> parameters, Set<String> names) {
        for (Term parameter : parameters) {
            Optional<String> shadowed = collect(parameter, names);
            if (shadowed.isPresent()) {
                return shadowed;
            }
        }
        return Optional.empty();
    }
}
