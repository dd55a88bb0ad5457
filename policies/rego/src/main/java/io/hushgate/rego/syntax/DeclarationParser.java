package io.hushgate.rego.syntax;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Operator;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code some} and {@code every}. */
final class DeclarationParser {
    private final TokenStream in;
    private final TermParser terms;
    private final BodyParser bodies;

    DeclarationParser(TokenStream in, TermParser terms, BodyParser bodies) {
        this.in = in;
        this.terms = terms;
        this.bodies = bodies;
    }

    Expr some() {
        Location start = in.here();
        TokenStream.Mark mark = in.mark();
        in.advance();
        Term term = terms.tryInfix();
        if (term instanceof Call call) {
            if (!isMembership(call)) {
                throw in.unexpected("expected `x in xs` or `x, y in xs` expression");
            }
            List<Term> args = call.args();
            Statement statement =
                    new Statement.SomeIn(
                            args.subList(0, args.size() - 1), args.getLast(), in.since(start));
            return bodies.withModifiers(Expr.of(statement));
        }
        in.back(mark);
        Statement statement = new Statement.SomeVars(variables(), in.since(start));
        if (!in.isKeyword(TokenKind.IN) && in.at(TokenKind.IDENT) && in.text().equals("in")) {
            in.hint("`import future.keywords.in` for `some x in xs` expressions");
        }
        return Expr.of(statement);
    }

    private List<Var> variables() {
        List<Var> variables = new ArrayList<>();
        do {
            in.advance();
            if (!in.at(TokenKind.IDENT)) {
                throw in.unexpected("expected var");
            }
            variables.add(terms.variable());
        } while (in.at(TokenKind.COMMA));
        return variables;
    }

    Expr every() {
        Location start = in.here();
        in.advance();
        if (!(terms.infix() instanceof Call call) || !isMembership(call)) {
            throw in.unexpected("expected `x[, y] in xs { ... }` expression");
        }
        List<Term> args = call.args();
        List<Var> symbols = new ArrayList<>();
        for (Term symbol : args.subList(0, args.size() - 1)) {
            if (!(symbol instanceof Var variable)) {
                String role = symbols.size() + 2 == args.size() ? "value" : "key";
                throw in.unexpected("expected " + role + " to be a variable");
            }
            symbols.add(variable);
        }
        if (!in.at(TokenKind.LEFT_BRACE)) {
            throw in.unexpected("missing body");
        }
        in.advance();
        Body body = bodies.body(TokenKind.RIGHT_BRACE);
        in.advance();
        Statement statement = new Statement.Every(symbols, args.getLast(), body, in.since(start));
        return bodies.withModifiers(Expr.of(statement));
    }

    private static boolean isMembership(Call call) {
        return (call.isOf(Operator.MEMBER) && call.args().size() == 2)
                || (call.isOf(Operator.MEMBER_WITH_KEY) && call.args().size() == 3);
    }
}
