package io.hushgate.rego.builtin.module;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Operator;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.With;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNull;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Expressions as OPA writes them. */
final class BodyJson {
    private BodyJson() {}

    static RegoArray of(Body body) {
        List<Value> exprs = new ArrayList<>();
        for (Expr expr : body.exprs()) {
            exprs.add(expression(expr, exprs.size()));
        }
        return RegoArray.of(exprs);
    }

    static RegoObject expression(Expr expr, int index) {
        RegoObject.Builder json =
                RegoObject.builder()
                        .put("index", RegoNumber.of(index))
                        .put("terms", terms(expr.statement()));
        if (expr.negated()) {
            json.put("negated", RegoBoolean.TRUE);
        }
        if (!expr.modifiers().isEmpty()) {
            json.put(
                    "with",
                    RegoArray.of(
                            expr.modifiers().stream().<Value>map(BodyJson::modifier).toList()));
        }
        return json.build();
    }

    private static RegoObject modifier(With with) {
        return RegoObject.builder()
                .put("target", TermJson.of(with.target()))
                .put("value", TermJson.of(with.value()))
                .build();
    }

    private static Value terms(Statement statement) {
        return switch (statement) {
            case Statement.OfTerm(Call call) -> TermJson.parts(call);
            case Statement.OfTerm(var term) -> TermJson.of(term);
            case Statement.SomeVars(var vars, _) -> symbols(TermJson.all(vars));
            case Statement.SomeIn(var symbols, var domain, var location) ->
                    symbols(RegoArray.of(TermJson.of(membership(symbols, domain, location))));
            case Statement.Every(var symbols, var domain, var body, _) ->
                    RegoObject.builder()
                            .put(
                                    "key",
                                    symbols.size() > 1
                                            ? TermJson.of(symbols.getFirst())
                                            : RegoNull.NULL)
                            .put("value", TermJson.of(symbols.getLast()))
                            .put("domain", TermJson.of(domain))
                            .put("body", of(body))
                            .build();
            case Statement.Not _, Statement.Logical _ ->
                    throw BuiltinError.of(
                            "not, and, and or with bodies have no form as a document: "
                                    + statement);
        };
    }

    private static RegoObject symbols(Value symbols) {
        return RegoObject.builder().put("symbols", symbols).build();
    }

    private static Call membership(List<Term> symbols, Term domain, Location location) {
        List<Term> arguments = new ArrayList<>(symbols);
        arguments.add(domain);
        Operator operator = symbols.size() > 1 ? Operator.MEMBER_WITH_KEY : Operator.MEMBER;
        return new Call(operator.ref(location), arguments, location);
    }
}
