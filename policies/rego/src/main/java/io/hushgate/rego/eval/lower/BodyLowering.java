package io.hushgate.rego.eval.lower;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Operand;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.eval.Check;
import io.hushgate.rego.eval.Step;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.eval.body.Both;
import io.hushgate.rego.eval.body.Either;
import io.hushgate.rego.eval.body.Every;
import io.hushgate.rego.eval.body.Exists;
import io.hushgate.rego.eval.body.Found;
import io.hushgate.rego.eval.body.Holds;
import io.hushgate.rego.eval.body.Never;
import io.hushgate.rego.eval.body.Not;
import io.hushgate.rego.eval.body.Scan;
import io.hushgate.rego.eval.body.WithScope;

/** Lowers expressions, one after the other, into the chain of an {@link Env}. */
final class BodyLowering {
    private final TermLowering terms;
    private final Unification unification;
    private final CallLowering calls;
    private final ScopeLowering scopes;
    private final Instruments instruments;

    BodyLowering(Definitions definitions, Instruments instruments) {
        this.terms = new TermLowering(this, definitions);
        this.unification = new Unification(terms);
        this.calls = new CallLowering(terms, unification, definitions);
        this.scopes = new ScopeLowering(terms, definitions);
        this.instruments = instruments;
    }

    TermLowering terms() {
        return terms;
    }

    Unification unification() {
        return unification;
    }

    void body(Body body, Env env) {
        for (Expr expr : body.exprs()) {
            instruments.before(expr, env);
            expression(expr, env);
            instruments.after(expr, env);
        }
    }

    private void expression(Expr expr, Env env) {
        if (expr.modifiers().isEmpty()) {
            unmodified(expr, env);
            return;
        }
        WithScope scope = new WithScope(scopes.change(expr.modifiers(), env));
        Env inside = env.part();
        unmodified(expr, inside);
        scope.enclose(inside.chain().end(scope.resumption()));
        env.add(scope);
    }

    /** Lowers an expression of a query, and yields its value. */
    Thunk valued(Expr expr, Env env) {
        boolean plain = !expr.negated() && expr.modifiers().isEmpty();
        if (plain && expr.statement() instanceof Statement.OfTerm(var term)) {
            if (term instanceof Call call) {
                return calls.valued(call, env);
            }
            Thunk value = unification.inSlot(terms.thunk(term, env), env);
            env.add(new Holds(value));
            return value;
        }
        expression(expr, env);
        return QueryLowering.HOLDS;
    }

    private void unmodified(Expr expr, Env env) {
        if (expr.negated()) {
            Env negated = env.closure();
            statement(expr.statement(), negated);
            env.add(new Not(negated.chain().end(Found.INSTANCE)));
        } else {
            statement(expr.statement(), env);
        }
    }

    private void statement(Statement statement, Env env) {
        switch (statement) {
            case Statement.OfTerm(var term) -> term(term, env);
            case Statement.Every every -> env.add(every(every, env));
            case Statement.Not(var operand, _) -> env.add(new Not(closed(operand.body(), env)));
            case Statement.Logical logical -> env.add(logical(logical, env));
            case Statement.SomeVars _, Statement.SomeIn _ ->
                    throw new IllegalStateException("not compiled away: " + statement);
        }
    }

    private void term(Term term, Env env) {
        if (term instanceof Call call) {
            calls.statement(call, env);
        } else if (term instanceof Scalar.Bool(boolean value, _)) {
            if (!value) {
                env.add(Never.INSTANCE);
            }
        } else {
            env.add(new Holds(terms.thunk(term, env)));
        }
    }

    private Check every(Statement.Every every, Env env) {
        Thunk domain = unification.inSlot(terms.thunk(every.domain(), env), env);
        Env inside = env.closure();
        int key = every.key().map(inside::bind).orElse(Scan.UNUSED);
        int value = inside.bind(every.value());
        body(every.body(), inside);
        return new Every(domain, key, value, inside.chain().end(Found.INSTANCE));
    }

    private Check logical(Statement.Logical logical, Env env) {
        Check left = exists(logical.left(), env);
        Check right = exists(logical.right(), env);
        return switch (logical.connective()) {
            case AND -> new Both(left, right);
            case OR -> new Either(left, right);
        };
    }

    private Check exists(Operand operand, Env env) {
        return new Exists(closed(operand.body(), env));
    }

    /** A body within a body, of which it only matters whether it holds. */
    private Step closed(Body body, Env env) {
        Env inside = env.closure();
        body(body, inside);
        return inside.chain().end(Found.INSTANCE);
    }
}
