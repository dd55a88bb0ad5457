package io.hushgate.rego.compile.name;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Operand;
import io.hushgate.rego.ast.Operator;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.TemplateString;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.ast.With;
import io.hushgate.rego.compile.safety.OutputVars;
import io.hushgate.rego.compile.unit.LocalNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Renames the declared variables of one body and of the bodies inside of it, in the order of the
 * text, so that a use before the declaration is noticed.
 */
final class BodyRenaming {
    private static final String ASSIGN_IN_NEGATION = "cannot assign vars inside negated expression";

    private final LocalNames names;
    private final Scopes scopes;
    private final boolean strict;
    private final List<RegoError> errors;
    private final TermRenaming terms;

    BodyRenaming(LocalNames names, Scopes scopes, boolean strict, List<RegoError> errors) {
        this.names = names;
        this.scopes = scopes;
        this.strict = strict;
        this.errors = errors;
        this.terms = new TermRenaming(scopes, errors, this::closure);
    }

    TermRenaming terms() {
        return terms;
    }

    /**
     * Renames a body in the present scope.
     *
     * @param used names that are used outside of the body: in the head, or in the term of a
     *     comprehension
     */
    Body body(Body body, Set<String> used) {
        List<Expr> renamed = new ArrayList<>();
        for (Expr expr : body.exprs()) {
            expr(expr).ifPresent(renamed::add);
        }
        if (renamed.isEmpty()) {
            renamed.add(Expr.of(new Scalar.Bool(true, body.location())));
        }
        Body result = body.withExprs(renamed);
        if (errors.isEmpty()) {
            UnusedVariables unused = new UnusedVariables(scopes, body, result);
            if (strict) {
                unused.assigned(used, errors);
            }
            if (errors.isEmpty()) {
                unused.declared(used, errors);
            }
        }
        return result;
    }

    /** Renames a comprehension, whose body is a scope of its own. */
    Comprehension closure(Comprehension comprehension) {
        Set<String> used = new LinkedHashSet<>();
        return switch (comprehension) {
            case Comprehension.OfArray(var item, var body, var location) -> {
                Declarations.addVars(item, used);
                scopes.push();
                Body renamed = body(body, used);
                Term renamedItem = terms.term(item);
                scopes.pop();
                yield new Comprehension.OfArray(renamedItem, renamed, location);
            }
            case Comprehension.OfSet(var item, var body, var location) -> {
                Declarations.addVars(item, used);
                scopes.push();
                Body renamed = body(body, used);
                Term renamedItem = terms.term(item);
                scopes.pop();
                yield new Comprehension.OfSet(renamedItem, renamed, location);
            }
            case Comprehension.OfObject(var key, var value, var body, var location) -> {
                Declarations.addVars(key, used);
                Declarations.addVars(value, used);
                scopes.push();
                Body renamed = body(body, used);
                Term renamedKey = terms.term(key);
                Term renamedValue = terms.term(value);
                scopes.pop();
                yield new Comprehension.OfObject(renamedKey, renamedValue, renamed, location);
            }
        };
    }

    /** Renames a template whose parts are scopes of their own, as in the head of a rule. */
    TemplateString template(TemplateString template) {
        List<TemplateString.Part> parts = new ArrayList<>();
        for (TemplateString.Part part : template.parts()) {
            parts.add(
                    switch (part) {
                        case TemplateString.Part.Literal literal -> literal;
                        case TemplateString.Part.Interpolation(var expr) -> {
                            scopes.push();
                            Expr renamed = terms.expr(expr);
                            scopes.pop();
                            yield new TemplateString.Part.Interpolation(renamed);
                        }
                    });
        }
        return new TemplateString(parts, template.raw(), template.location());
    }

    private Optional<Expr> expr(Expr expr) {
        if (expr.isAssignment()) {
            return Optional.of(assignment(expr));
        }
        return switch (expr.statement()) {
            case Statement.OfTerm _ -> Optional.of(terms.expr(expr));
            case Statement.SomeVars some -> {
                for (Var v : some.vars()) {
                    if (declare(v, Occurrence.DECLARED, some.location()).isEmpty()) {
                        break;
                    }
                }
                yield Optional.empty();
            }
            case Statement.SomeIn some -> someIn(expr, some);
            case Statement.Every every -> every(expr, every);
            case Statement.Not(var operand, var location) -> {
                Operand renamed = operand(operand, ASSIGN_IN_NEGATION);
                yield Optional.of(
                        withModifiers(expr.withStatement(new Statement.Not(renamed, location))));
            }
            case Statement.Logical logical -> Optional.of(logical(expr, logical));
        };
    }

    private Expr assignment(Expr expr) {
        if (expr.negated()) {
            error(expr.location(), ASSIGN_IN_NEGATION);
            return expr;
        }
        Call call = expr.call().orElseThrow();
        Term right = terms.term(call.args().get(1));
        List<With> modifiers = expr.modifiers().stream().map(terms::with).toList();
        Term left = new AssignedPattern(this::declareAssigned, errors).rename(call.args().get(0));
        return expr.withTerm(Call.of(Operator.ASSIGN, call.location(), left, right))
                .withModifiers(modifiers);
    }

    private Optional<Term> declareAssigned(Var v) {
        return declare(v, Occurrence.ASSIGNED, v.location()).map(local -> local);
    }

    /** {@code some k, v in xs} is {@code v = xs[k]}; what that binds is declared. */
    private Optional<Expr> someIn(Expr expr, Statement.SomeIn some) {
        Term key = some.key().orElseGet(() -> names.fresh(some.location()));
        Ref element =
                some.domain() instanceof Ref domain
                        ? domain.append(key)
                        : new Ref(List.of(some.domain(), key), some.domain().location());
        Expr unification =
                expr.withTerm(Call.of(Operator.EQ, some.location(), some.value(), element));
        Set<String> domainVars = new LinkedHashSet<>();
        Declarations.addVars(some.domain(), domainVars);
        for (String bound : new TreeSet<>(OutputVars.ofEquality(unification, domainVars))) {
            Var v = new Var(bound, some.location());
            if (declare(v, Occurrence.DECLARED, some.location()).isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(terms.expr(unification));
    }

    private Optional<Expr> every(Expr expr, Statement.Every every) {
        Term domain = terms.term(every.domain());
        List<With> modifiers = expr.modifiers().stream().map(terms::with).toList();
        scopes.push();
        try {
            List<Var> symbols = new ArrayList<>();
            for (Var symbol : every.symbols()) {
                if (symbol.isWildcard()) {
                    symbols.add(symbol);
                    continue;
                }
                Optional<Var> local = declare(symbol, Occurrence.DECLARED, every.location());
                if (local.isEmpty()) {
                    return Optional.empty();
                }
                symbols.add(local.get());
            }
            Body body = body(every.body(), Set.of());
            return Optional.of(
                    expr.withStatement(new Statement.Every(symbols, domain, body, every.location()))
                            .withModifiers(modifiers));
        } finally {
            scopes.pop();
        }
    }

    private Expr logical(Expr expr, Statement.Logical logical) {
        String problem =
                switch (logical.connective()) {
                    case AND -> "cannot assign vars inside implicit and operand";
                    case OR -> "cannot assign vars inside implicit or operand";
                };
        Operand left = operand(logical.left(), problem);
        Operand right = operand(logical.right(), problem);
        Statement renamed =
                new Statement.Logical(logical.connective(), left, right, logical.location());
        Walk.vars(renamed, v -> terms.see(v.name()));
        return withModifiers(expr.withStatement(renamed));
    }

    private Operand operand(Operand operand, String assignmentProblem) {
        if (operand.explicit()) {
            scopes.push();
            Body renamed = body(operand.body(), Set.of());
            scopes.pop();
            return operand.withBody(renamed);
        }
        List<Expr> renamed = new ArrayList<>();
        for (Expr inner : operand.body().exprs()) {
            if (inner.isAssignment()) {
                error(inner.location(), assignmentProblem);
            } else {
                expr(inner).ifPresent(renamed::add);
            }
        }
        return operand.withBody(operand.body().withExprs(renamed));
    }

    private Expr withModifiers(Expr expr) {
        return expr.modifiers().isEmpty()
                ? expr
                : expr.withModifiers(expr.modifiers().stream().map(terms::with).toList());
    }

    /**
     * Declares {@code v} in the innermost scope; empty and an error if the scope knows it already.
     */
    private Optional<Var> declare(Var v, Occurrence how, Location place) {
        Optional<Occurrence> before = scopes.occurrenceHere(v.name());
        if (before.isPresent()) {
            error(
                    place,
                    switch (before.get()) {
                        case SEEN -> "var " + v + " referenced above";
                        case ASSIGNED -> "var " + v + " assigned above";
                        case DECLARED -> "var " + v + " declared above";
                        case PARAMETER -> "arg " + v + " redeclared";
                    });
            return Optional.empty();
        }
        Var local = names.freshFor(v);
        scopes.insert(v.name(), local.name(), how);
        return Optional.of(local);
    }

    private void error(Location location, String message) {
        errors.add(new RegoError(ErrorCode.COMPILE, message, location));
    }
}
