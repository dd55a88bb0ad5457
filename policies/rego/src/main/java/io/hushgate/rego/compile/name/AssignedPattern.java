package io.hushgate.rego.compile.name;

import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.ObjectTerm;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.SetTerm;
import io.hushgate.rego.ast.TemplateString;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.compile.unit.Roots;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The left side of {@code :=}: variables, and arrays and objects of such. */
final class AssignedPattern {
    private final Function<Var, Optional<Term>> declare;
    private final List<RegoError> errors;

    /**
     * @param declare yields the new name, or nothing if the variable cannot be declared
     */
    AssignedPattern(Function<Var, Optional<Term>> declare, List<RegoError> errors) {
        this.declare = declare;
        this.errors = errors;
    }

    /** The pattern with new names; parts that cannot be assigned to stay, with an error. */
    Term rename(Term pattern) {
        Optional<String> root = Roots.nameOf(pattern);
        if (root.isPresent()) {
            return declared(new Var(root.get(), pattern.location()));
        }
        return switch (pattern) {
            case Var v -> declared(v);
            case ArrayTerm(var items, var location) ->
                    new ArrayTerm(items.stream().map(this::rename).toList(), location);
            case ObjectTerm(var entries, var location) ->
                    new ObjectTerm(
                            entries.stream()
                                    .map(e -> new ObjectTerm.Entry(e.key(), rename(e.value())))
                                    .toList(),
                            location);
            case Scalar _, Ref _, Call _, SetTerm _, Comprehension _, TemplateString _ -> {
                errors.add(
                        new RegoError(
                                ErrorCode.COMPILE,
                                "cannot assign to " + kind(pattern),
                                pattern.location()));
                yield pattern;
            }
        };
    }

    private Term declared(Var v) {
        return declare.apply(v).orElse(v);
    }

    private static String kind(Term term) {
        return switch (term) {
            case Scalar.Null _ -> "null";
            case Scalar.Bool _ -> "boolean";
            case Scalar.Num _ -> "number";
            case Scalar.Text _ -> "string";
            case Var _ -> "var";
            case Ref _ -> "ref";
            case Call _ -> "call";
            case ArrayTerm _ -> "array";
            case ObjectTerm _ -> "object";
            case SetTerm _ -> "set";
            case Comprehension.OfArray _ -> "arraycomprehension";
            case Comprehension.OfSet _ -> "setcomprehension";
            case Comprehension.OfObject _ -> "objectcomprehension";
            case TemplateString _ -> "templatestring";
        };
    }
}
