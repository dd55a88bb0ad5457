package io.hushgate.rego.compile.rewrite;

import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Head;
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
import io.hushgate.rego.compile.unit.Bodies;
import io.hushgate.rego.compile.unit.LocalNames;
import io.hushgate.rego.compile.unit.RuleUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes nested calls apart: {@code f(g(x)) > 1} becomes {@code g(x, a); f(a, b); b > 1}. Composite
 * heads of references move out as well: {@code [1, 2][i]} becomes {@code a = [1, 2]; a[i]}.
 */
public final class ExprTerms {
    private final LocalNames names;
    private final Bindings bindings;

    public ExprTerms(LocalNames names) {
        this.names = names;
        this.bindings = new Bindings(names);
    }

    /** Rewrites head and body of a rule; what comes out of the head joins the body. */
    public void rewrite(RuleUnit rule) {
        List<Expr> support = new ArrayList<>();
        Head head = rule.head();
        List<Term> args = head.args().stream().map(arg -> term(arg, support)).toList();
        Head.Result result =
                switch (head.result()) {
                    case Head.Result.Member(var key) -> new Head.Result.Member(term(key, support));
                    case Head.Result.Value(var value, var assigned, var generated) ->
                            new Head.Result.Value(term(value, support), assigned, generated);
                };
        rule.head(head.withArgs(args).withResult(result));
        rule.append(support);
        rule.body(body(rule.body()));
    }

    public Body body(Body body) {
        List<Expr> exprs = new ArrayList<>();
        body.exprs().forEach(expr -> expand(expr, exprs));
        return body.withExprs(exprs);
    }

    private void expand(Expr expr, List<Expr> out) {
        List<With> modifiers = new ArrayList<>();
        for (With with : expr.modifiers()) {
            modifiers.add(new With(with.target(), term(with.value(), out), with.location()));
        }
        List<Expr> support = new ArrayList<>();
        Statement statement =
                switch (expr.statement()) {
                    case Statement.OfTerm(Call call) ->
                            new Statement.OfTerm(
                                    new Call(
                                            call.function(),
                                            all(call.args(), support),
                                            call.location()));
                    case Statement.OfTerm(var term) -> new Statement.OfTerm(term(term, support));
                    case Statement.Every(var symbols, var domain, var body, var location) -> {
                        Expr binding = bindings.bind(domain);
                        expand(binding, support);
                        yield new Statement.Every(
                                symbols, Bindings.variable(binding), body(body), location);
                    }
                    case Statement.Not(var operand, var location) ->
                            new Statement.Not(operand(operand), location);
                    case Statement.Logical(var connective, var left, var right, var location) ->
                            new Statement.Logical(
                                    connective, operand(left), operand(right), location);
                    case Statement.SomeVars some -> some;
                    case Statement.SomeIn some -> some;
                };
        support.forEach(extra -> out.add(extra.withModifiers(modifiers)));
        out.add(expr.withStatement(statement).withModifiers(modifiers));
    }

    private Operand operand(Operand operand) {
        return operand.withBody(body(operand.body()));
    }

    /**
     * The term without calls.
     *
     * @param support receives the expressions that must come before
     */
    private Term term(Term term, List<Expr> support) {
        return switch (term) {
            case Scalar _, Var _, TemplateString _ -> term;
            case Call call -> {
                List<Term> args = new ArrayList<>(all(call.args(), support));
                Var output = names.fresh(call.location());
                args.add(output);
                support.add(Expr.generated(new Call(call.function(), args, call.location())));
                yield output;
            }
            case Ref ref -> ref(ref, support);
            case ArrayTerm(var items, var location) -> new ArrayTerm(all(items, support), location);
            case SetTerm(var items, var location) -> new SetTerm(all(items, support), location);
            case ObjectTerm(var entries, var location) -> {
                List<ObjectTerm.Entry> expanded = new ArrayList<>();
                for (ObjectTerm.Entry entry : entries) {
                    Term key = term(entry.key(), support);
                    expanded.add(new ObjectTerm.Entry(key, term(entry.value(), support)));
                }
                yield new ObjectTerm(expanded, location);
            }
            case Comprehension comprehension -> comprehension(comprehension);
        };
    }

    private Ref ref(Ref ref, List<Expr> support) {
        List<Term> parts = new ArrayList<>(ref.size());
        for (Term part : ref.parts()) {
            Term expanded = term(part, support);
            if (part instanceof Call && expanded instanceof Var local) {
                names.standsFor(local, part);
            }
            parts.add(expanded);
        }
        if (!(parts.getFirst() instanceof Var || parts.getFirst() instanceof Scalar)) {
            Expr binding = bindings.bind(parts.getFirst());
            support.add(binding);
            names.standsFor(Bindings.variable(binding), ref.head());
            parts.set(0, Bindings.variable(binding));
        }
        return new Ref(parts, ref.location());
    }

    private Comprehension comprehension(Comprehension comprehension) {
        List<Expr> inner = new ArrayList<>();
        return switch (comprehension) {
            case Comprehension.OfArray(var item, var body, var location) -> {
                Term expanded = term(item, inner);
                yield new Comprehension.OfArray(expanded, closure(body, inner), location);
            }
            case Comprehension.OfSet(var item, var body, var location) -> {
                Term expanded = term(item, inner);
                yield new Comprehension.OfSet(expanded, closure(body, inner), location);
            }
            case Comprehension.OfObject(var key, var value, var body, var location) -> {
                Term expandedKey = term(key, inner);
                Term expandedValue = term(value, inner);
                yield new Comprehension.OfObject(
                        expandedKey, expandedValue, closure(body, inner), location);
            }
        };
    }

    private Body closure(Body body, List<Expr> support) {
        return body(Bodies.append(body, support));
    }

    private List<Term> all(List<Term> terms, List<Expr> support) {
        return terms.stream().map(term -> term(term, support)).toList();
    }
}
