package io.hushgate.rego.eval.lower;

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
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNull;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/** The values of terms that need no evaluation. */
final class Constants {
    private Constants() {}

    /** The value, or null when the term has to be evaluated. */
    static @Nullable Value of(Term term) {
        return switch (term) {
            case Scalar scalar -> scalar(scalar);
            case ArrayTerm array -> array(array);
            case SetTerm set -> set(set);
            case ObjectTerm object -> object(object);
            case Var _, Ref _, Call _, Comprehension _, TemplateString _ -> null;
        };
    }

    private static Value scalar(Scalar scalar) {
        return switch (scalar) {
            case Scalar.Null _ -> RegoNull.NULL;
            case Scalar.Bool(boolean value, _) -> RegoBoolean.of(value);
            case Scalar.Num(var text, _) -> RegoNumber.parse(text);
            case Scalar.Text(var value, _) -> RegoString.of(value);
        };
    }

    private static @Nullable Value array(ArrayTerm term) {
        RegoArray.Builder array = RegoArray.builder();
        for (Term item : term.items()) {
            Value value = of(item);
            if (value == null) {
                return null;
            }
            array.add(value);
        }
        return array.build();
    }

    private static @Nullable Value set(SetTerm term) {
        RegoSet.Builder set = RegoSet.builder();
        for (Term item : term.items()) {
            Value value = of(item);
            if (value == null) {
                return null;
            }
            set.add(value);
        }
        return set.build();
    }

    private static @Nullable Value object(ObjectTerm term) {
        RegoObject.Builder object = RegoObject.builder();
        for (ObjectTerm.Entry entry : term.entries()) {
            Value key = of(entry.key());
            Value value = key == null ? null : of(entry.value());
            if (key == null || value == null) {
                return null;
            }
            object.put(key, value);
        }
        return object.build();
    }
}
