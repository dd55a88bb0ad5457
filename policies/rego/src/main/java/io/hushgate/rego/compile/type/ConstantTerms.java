package io.hushgate.rego.compile.type;

import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.ObjectTerm;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.SetTerm;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNull;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The values of terms that need no evaluation. */
final class ConstantTerms {
    private ConstantTerms() {}

    /** Whether the term is a scalar, or a collection of such. */
    static boolean isConstant(Term term) {
        return switch (term) {
            case Scalar _ -> true;
            case ArrayTerm(var items, _) -> items.stream().allMatch(ConstantTerms::isConstant);
            case SetTerm(var items, _) -> items.stream().allMatch(ConstantTerms::isConstant);
            case ObjectTerm(var entries, _) ->
                    entries.stream().allMatch(e -> isConstant(e.key()) && isConstant(e.value()));
            default -> false;
        };
    }

    /** The value of a constant term; empty if it is none. */
    static Optional<Value> value(Term term) {
        return isConstant(term) ? Optional.of(valueOf(term)) : Optional.empty();
    }

    /** The term under which a key stands in a tree: equal numbers are one key. */
    static Term canonical(Term key) {
        return key instanceof Scalar.Num number
                ? new Scalar.Num(number.value().stripTrailingZeros().toString(), number.location())
                : key;
    }

    private static Value valueOf(Term term) {
        return switch (term) {
            case Scalar.Null _ -> RegoNull.NULL;
            case Scalar.Bool(var value, _) -> RegoBoolean.of(value);
            case Scalar.Num(var text, _) -> RegoNumber.parse(text);
            case Scalar.Text(var value, _) -> RegoString.of(value);
            case ArrayTerm(var items, _) -> RegoArray.of(values(items));
            case SetTerm(var items, _) -> RegoSet.of(values(items));
            case ObjectTerm(var entries, _) -> {
                RegoObject.Builder object = RegoObject.builder();
                entries.forEach(e -> object.put(valueOf(e.key()), valueOf(e.value())));
                yield object.build();
            }
            default -> throw new IllegalArgumentException(term + " is no constant");
        };
    }

    private static List<Value> values(List<Term> terms) {
        List<Value> values = new ArrayList<>(terms.size());
        terms.forEach(term -> values.add(valueOf(term)));
        return values;
    }
}
