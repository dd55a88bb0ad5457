package io.hushgate.rego.compile.rewrite;

import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.ObjectTerm;
import io.hushgate.rego.ast.Operand;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.SetTerm;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.TemplateString;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.With;
import io.hushgate.rego.compile.unit.LocalNames;
import java.util.ArrayList;
import java.util.List;

/**
 * Binds references and comprehensions to variables before the expression that uses them: {@code
 * f(data.x)} becomes {@code a = data.x; f(a)}. A side of {@code =} and a term alone keep theirs.
 * Runs on ordered bodies: it does not change which variable is bound where.
 */
public final class DynamicTerms {
    private final LocalNames names;
    private final Bindings bindings;

    public DynamicTerms(LocalNames names) {
        this.names = names;
        this.bindings = new Bindings(names);
    }

    public Body body(Body body) {
        List<Expr> exprs = new ArrayList<>();
        for (Expr expr : body.exprs()) {
            Statement statement = statement(expr, exprs);
            exprs.add(expr.withStatement(statement));
        }
        return body.withExprs(exprs);
    }

    private Statement statement(Expr expr, List<Expr> before) {
        List<With> modifiers = expr.modifiers();
        return switch (expr.statement()) {
            case Statement.OfTerm(Call(var function, var args, var location)) -> {
                boolean unification = expr.isEquality() || expr.isAssignment();
                List<Term> plain = new ArrayList<>(args.size());
                for (Term arg : args) {
                    plain.add(
                            unification
                                    ? side(arg, modifiers, before)
                                    : plain(arg, modifiers, before));
                }
                yield new Statement.OfTerm(new Call(function, plain, location));
            }
            case Statement.OfTerm(var term) -> new Statement.OfTerm(side(term, modifiers, before));
            case Statement.Every(var symbols, var domain, var body, var location) -> {
                Term plain = plain(domain, modifiers, before);
                yield new Statement.Every(symbols, plain, body(body), location);
            }
            case Statement.Not(var operand, var location) ->
                    new Statement.Not(operand(operand), location);
            case Statement.Logical(var connective, var left, var right, var location) ->
                    new Statement.Logical(connective, operand(left), operand(right), location);
            case Statement.SomeVars some -> some;
            case Statement.SomeIn some -> some;
        };
    }

    private Operand operand(Operand operand) {
        return operand.withBody(body(operand.body()));
    }

    /** A side of {@code =}: a reference or comprehension may stay, what is inside of it may not. */
    private Term side(Term term, List<With> modifiers, List<Expr> before) {
        return switch (term) {
            case Ref ref -> keys(ref, modifiers, before);
            case Comprehension comprehension -> closure(comprehension);
            default -> plain(term, modifiers, before);
        };
    }

    private Term plain(Term term, List<With> modifiers, List<Expr> before) {
        return switch (term) {
            case Scalar _, Var _, Call _, TemplateString _ -> term;
            case Ref ref -> bind(keys(ref, modifiers, before), modifiers, before);
            case Comprehension comprehension -> bind(closure(comprehension), modifiers, before);
            case ArrayTerm(var items, var location) ->
                    new ArrayTerm(all(items, modifiers, before), location);
            case SetTerm(var items, var location) ->
                    new SetTerm(all(items, modifiers, before), location);
            case ObjectTerm(var entries, var location) -> {
                List<ObjectTerm.Entry> plain = new ArrayList<>(entries.size());
                for (ObjectTerm.Entry entry : entries) {
                    Term key = plain(entry.key(), modifiers, before);
                    plain.add(new ObjectTerm.Entry(key, plain(entry.value(), modifiers, before)));
                }
                yield new ObjectTerm(plain, location);
            }
        };
    }

    private Ref keys(Ref ref, List<With> modifiers, List<Expr> before) {
        return ref.prefix(1).appendAll(all(ref.path(), modifiers, before));
    }

    private List<Term> all(List<Term> terms, List<With> modifiers, List<Expr> before) {
        return terms.stream().map(term -> plain(term, modifiers, before)).toList();
    }

    private Term bind(Term term, List<With> modifiers, List<Expr> before) {
        Expr binding = bindings.bind(term, modifiers);
        before.add(binding);
        names.standsFor(Bindings.variable(binding), term);
        return Bindings.variable(binding);
    }

    private Comprehension closure(Comprehension comprehension) {
        return switch (comprehension) {
            case Comprehension.OfArray(var item, var body, var location) ->
                    new Comprehension.OfArray(item, body(body), location);
            case Comprehension.OfSet(var item, var body, var location) ->
                    new Comprehension.OfSet(item, body(body), location);
            case Comprehension.OfObject(var key, var value, var body, var location) ->
                    new Comprehension.OfObject(key, value, body(body), location);
        };
    }
}
