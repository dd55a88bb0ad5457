package io.hushgate.rego.builtin.module;

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
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Terms as OPA writes them: an object of a type and a value. */
final class TermJson {
    private TermJson() {}

    static RegoObject of(Term term) {
        return RegoObject.builder()
                .put("type", RegoString.of(term.typeName()))
                .put("value", value(term))
                .build();
    }

    static RegoArray all(List<? extends Term> terms) {
        return RegoArray.of(terms.stream().<Value>map(TermJson::of).toList());
    }

    /** A call as the list of what is called and its arguments. */
    static RegoArray parts(Call call) {
        List<Term> parts = new ArrayList<>();
        parts.add(call.function());
        parts.addAll(call.args());
        return all(parts);
    }

    private static Value value(Term term) {
        return switch (term) {
            case Scalar.Null _ -> RegoObject.EMPTY;
            case Scalar.Bool(var value, _) -> RegoBoolean.of(value);
            case Scalar.Num(var text, _) -> RegoNumber.parse(text);
            case Scalar.Text(var text, _) -> RegoString.of(text);
            case Var(var name, _) -> RegoString.of(name);
            case Ref(var parts, _) -> all(parts);
            case Call call -> parts(call);
            case ArrayTerm(var items, _) -> all(items);
            case SetTerm(var items, _) -> all(items);
            case ObjectTerm(var entries, _) ->
                    RegoArray.of(
                            entries.stream()
                                    .<Value>map(e -> RegoArray.of(of(e.key()), of(e.value())))
                                    .toList());
            case Comprehension.OfArray(var item, var body, _) ->
                    RegoObject.builder()
                            .put("term", of(item))
                            .put("body", BodyJson.of(body))
                            .build();
            case Comprehension.OfSet(var item, var body, _) ->
                    RegoObject.builder()
                            .put("term", of(item))
                            .put("body", BodyJson.of(body))
                            .build();
            case Comprehension.OfObject(var key, var element, var body, _) ->
                    RegoObject.builder()
                            .put("key", of(key))
                            .put("value", of(element))
                            .put("body", BodyJson.of(body))
                            .build();
            case TemplateString(var parts, var raw, _) ->
                    RegoObject.builder()
                            .put("parts", RegoArray.of(parts.stream().map(TermJson::part).toList()))
                            .put("multi_line", RegoBoolean.of(raw))
                            .build();
        };
    }

    private static Value part(TemplateString.Part part) {
        return switch (part) {
            case TemplateString.Part.Literal(var text) -> of(text);
            case TemplateString.Part.Interpolation(var expr) -> BodyJson.expression(expr, 0);
        };
    }

    /** The value of a term of constants, such as those of METADATA. */
    static Value constant(Term term) {
        return switch (term) {
            case Scalar.Null _ -> RegoNull.NULL;
            case ArrayTerm(var items, _) ->
                    RegoArray.of(items.stream().map(TermJson::constant).toList());
            case ObjectTerm(var entries, _) -> {
                RegoObject.Builder object = RegoObject.builder();
                entries.forEach(e -> object.put(constant(e.key()), constant(e.value())));
                yield object.build();
            }
            case Scalar scalar -> value(scalar);
            default -> throw new IllegalArgumentException("no constant: " + term);
        };
    }
}
