package io.hushgate.rego.syntax;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Operand;
import io.hushgate.rego.ast.Operator;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.With;
import java.util.ArrayList;
import java.util.List;

/** Reads bodies and the expressions in them. */
final class BodyParser {
    private final TokenStream in;
    private final TermParser terms;
    private final DeclarationParser declarations;
    private final LogicalParser logical;

    BodyParser(TokenStream in) {
        this.in = in;
        this.terms = new TermParser(in, this);
        this.declarations = new DeclarationParser(in, terms, this);
        this.logical = new LogicalParser(in, terms, this);
    }

    TermParser terms() {
        return terms;
    }

    /** Expressions up to the end, which stays under the cursor. */
    Body body(TokenKind end) {
        in.enter();
        Body body = expressions(end, false);
        in.leave(1);
        return body;
    }

    /** The expressions of a query: one, and those that follow after semicolons. */
    Body query() {
        return expressions(TokenKind.EOF, true);
    }

    private Body expressions(TokenKind end, boolean onlyAfterSemicolons) {
        Location start = in.here();
        if (in.at(end)) {
            throw in.fail(start, "found empty body");
        }
        List<Expr> exprs = new ArrayList<>();
        while (true) {
            exprs.add(literal());
            if (in.at(TokenKind.SEMICOLON)) {
                in.advance();
                continue;
            }
            if (in.at(end) || onlyAfterSemicolons) {
                return new Body(exprs, in.since(start));
            }
            if (!in.token().newline()) {
                throw in.unexpected("expected \\n or ; or " + end.text());
            }
        }
    }

    /** One expression with its modifiers. */
    Expr literal() {
        Location start = in.here();
        return expression(start).at(in.since(start));
    }

    private Expr expression(Location start) {
        if (logical.mayStart()) {
            Expr expr = logical.leading();
            if (expr != null) {
                return expr;
            }
        }
        if (in.startsReference()) {
            in.readAsName();
            return plain(start);
        }
        if (in.at(TokenKind.NOT)) {
            return logical.negation(start);
        }
        return switch (in.kind()) {
            case SOME -> declarations.some();
            case EVERY -> declarations.every();
            default -> plain(start);
        };
    }

    /**
     * A term, call, assignment or unification, with its modifiers, and perhaps {@code and} and
     * {@code or} after it.
     */
    private Expr plain(Location start) {
        Expr expr = assignment();
        hintAtEvery(expr);
        return finish(expr, start);
    }

    /**
     * Modifiers of an expression, or {@code and} and {@code or} after it; both are one too many.
     */
    Expr finish(Expr expr, Location start) {
        if (logical.atConnective()) {
            return logical.chainAfter(expr.at(in.since(start)));
        }
        if (!in.at(TokenKind.WITH)) {
            return expr;
        }
        Location with = in.here();
        Expr modified = expr.withModifiers(modifiers());
        logical.rejectAfterModifier(with);
        return modified;
    }

    private void hintAtEvery(Expr expr) {
        if (!in.isKeyword(TokenKind.EVERY)
                && in.at(TokenKind.IDENT)
                && expr.statement() instanceof Statement.OfTerm(Var v)
                && v.name().equals("every")) {
            in.hint("`import future.keywords.every` for `every x in xs { ... }` expressions");
        }
    }

    /** A term or call, or two of them with {@code =} or {@code :=} between. */
    Expr assignment() {
        Location start = in.here();
        Term left = terms.infix();
        Operator operator =
                switch (in.kind()) {
                    case ASSIGN -> Operator.ASSIGN;
                    case UNIFY -> Operator.EQ;
                    default -> null;
                };
        if (operator == null) {
            return Expr.of(left);
        }
        Ref function = operator.ref(in.here());
        in.advance();
        Term right = terms.infix();
        return Expr.of(new Call(function, List.of(left, right), in.since(start)));
    }

    /** The modifiers under the cursor, perhaps none, put onto an expression. */
    Expr withModifiers(Expr expr) {
        return in.at(TokenKind.WITH) ? expr.withModifiers(modifiers()) : expr;
    }

    private List<With> modifiers() {
        List<With> modifiers = new ArrayList<>();
        while (in.at(TokenKind.WITH)) {
            Location start = in.here();
            in.advance();
            if (!in.at(TokenKind.IDENT)) {
                throw in.unexpected("expected ident");
            }
            Term target = terms.term();
            Ref path =
                    switch (target) {
                        case Ref ref -> ref;
                        case Var v -> new Ref(List.of(v), v.location());
                        default -> throw in.unexpected("expected with target path");
                    };
            if (!in.at(TokenKind.AS)) {
                throw in.unexpected("expected as keyword");
            }
            in.advance();
            Term value = terms.infix();
            modifiers.add(new With(path, value, in.since(start)));
        }
        return modifiers;
    }

    /** An operand without braces, around one expression. */
    static Operand implicit(Expr expr) {
        return new Operand(new Body(List.of(expr), expr.location()), false, expr.location());
    }
}
