package io.hushgate.rego.syntax;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.ObjectTerm;
import io.hushgate.rego.ast.Operand;
import io.hushgate.rego.ast.Operator;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Statement.Connective;
import io.hushgate.rego.ast.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code not}, and {@code and} and {@code or} where they are imported.
 *
 * <p>{@code or} binds less than {@code and}, which binds less than {@code not}; {@code with} at the
 * end belongs to the whole. An operand is an expression, a group in parentheses, or a body in
 * braces; what stands in braces is a body if it can be one.
 */
final class LogicalParser {
    private final TokenStream in;
    private final TermParser terms;
    private final BodyParser bodies;

    LogicalParser(TokenStream in, TermParser terms, BodyParser bodies) {
        this.in = in;
        this.terms = terms;
        this.bodies = bodies;
    }

    private boolean isActive() {
        return in.isKeyword(TokenKind.LOGICAL_AND) || in.isKeyword(TokenKind.LOGICAL_OR);
    }

    boolean atConnective() {
        return in.at(TokenKind.LOGICAL_AND) || in.at(TokenKind.LOGICAL_OR);
    }

    /** Whether a body or a group may be the first operand of a logical expression. */
    boolean mayStart() {
        return isActive() && (in.at(TokenKind.LEFT_BRACE) || in.at(TokenKind.LEFT_PAREN));
    }

    /**
     * A logical expression that begins with a brace or parenthesis; null, with nothing read, if it
     * is none.
     */
    @Nullable Expr leading() {
        if (in.at(TokenKind.LEFT_BRACE)) {
            return leadingBody();
        }
        Operand group = group(false, "");
        return group == null ? null : tail(group);
    }

    private @Nullable Expr leadingBody() {
        TokenStream.Mark mark = in.mark();
        Operand operand = tryBraces();
        if (operand == null || !atConnective()) {
            in.back(mark);
            return null;
        }
        rejectUnion(operand, "");
        return bodies.withModifiers(chain(operand));
    }

    private @Nullable Operand tryBraces() {
        try {
            return bracedOperand();
        } catch (Failure failure) {
            return null;
        }
    }

    /** {@code not} and what follows it. */
    Expr negation(Location not) {
        in.advance();
        if (in.negatesBodies() && in.at(TokenKind.LEFT_BRACE)) {
            return tail(BodyParser.implicit(notBody(not)));
        }
        if (in.negatesBodies() && in.at(TokenKind.LEFT_PAREN)) {
            Operand group = group(true, "not ");
            if (group != null) {
                return tail(BodyParser.implicit(not(not, group)));
            }
        }
        rejectDeclaration();
        Expr inner = bodies.assignment();
        Location location = in.since(not);
        Expr negated =
                in.negatesBodies()
                        ? not(not, BodyParser.implicit(inner.at(location)))
                        : inner.withNegated(true);
        return bodies.finish(negated, not);
    }

    private void rejectDeclaration() {
        if (in.startsReference()) {
            in.readAsName();
        } else if (in.at(TokenKind.SOME) || in.at(TokenKind.EVERY)) {
            throw in.unexpected("illegal negation of '" + in.kind().text() + "'");
        }
    }

    private Expr not(Location not, Operand operand) {
        return Expr.of(new Statement.Not(operand, in.since(not)));
    }

    /** {@code { body }} after {@code not}. */
    private Expr notBody(Location not) {
        Location brace = in.here();
        TokenStream.Mark mark = in.mark();
        Operand operand;
        try {
            operand = bracedOperand();
        } catch (Failure failure) {
            reportValueInBraces(mark, brace, "not ", "");
            throw failure;
        }
        rejectUnion(operand, "not ");
        return not(not, operand);
    }

    /** {@code { body }}, the cursor being on the brace. */
    private Operand bracedOperand() {
        Location start = in.here();
        in.advance();
        Body body = bodies.body(TokenKind.RIGHT_BRACE);
        in.advance();
        return new Operand(body, true, in.since(start));
    }

    /** If the braces hold a value and no body, says so instead of the error of the body. */
    private void reportValueInBraces(
            TokenStream.Mark mark, Location brace, String prefix, String connective) {
        TokenStream.Mark failed = in.mark();
        List<RegoError> errors = in.errorsSince(mark);
        in.back(mark);
        Term term = startsEmptyBraces(mark) ? null : terms.tryInfix();
        if (term == null) {
            in.back(mark);
            in.jump(failed.position(), failed.wildcards(), errors);
            return;
        }
        String text = in.textBetween(brace.start(), in.lastEnd());
        if (connective.isEmpty()) {
            in.hint(
                    "write `%s(%s)` to negate the value, or `%s{%s}` for a body holding it"
                            .formatted(prefix, text, prefix, text));
            throw in.fail(
                    brace,
                    "`{...}` in an operand position must contain expression(s), got: "
                            + leadingValue(term).typeName());
        }
        throw braceLedOperand(brace, text, connective);
    }

    private boolean startsEmptyBraces(TokenStream.Mark mark) {
        in.advance();
        boolean empty = in.at(TokenKind.RIGHT_BRACE);
        in.back(mark);
        return empty;
    }

    /** The value that the first brace of a term opens. */
    private static Term leadingValue(Term term) {
        Term value = term;
        while (value instanceof Call call
                && !call.args().isEmpty()
                && Operator.ofFunction(call.name()).isPresent()) {
            value = call.args().getFirst();
        }
        return value;
    }

    private Failure braceLedOperand(Location place, String text, String connective) {
        in.hint("wrap the operand to keep the value: `(%s) %s ...`".formatted(text, connective));
        return in.fail(
                place,
                "operand of `%s` cannot begin with `{` unless the braces hold a body"
                        .formatted(connective));
    }

    /** The connectives after an operand if there are any, and the modifiers of the whole. */
    private Expr tail(Operand operand) {
        return bodies.withModifiers(
                atConnective() ? chain(operand) : operand.body().exprs().getFirst());
    }

    /** A logical expression whose first operand is an expression without braces. */
    Expr chainAfter(Expr first) {
        String connective = in.kind().text();
        String text = first.location().text();
        if (text.startsWith("{")) {
            if (first.statement() instanceof Statement.OfTerm(ObjectTerm object)
                    && object.entries().isEmpty()) {
                throw in.fail(first.location(), "found empty body");
            }
            throw braceLedOperand(first.location(), text, connective);
        }
        return bodies.withModifiers(chain(BodyParser.implicit(first)));
    }

    void rejectAfterModifier(Location with) {
        if (atConnective()) {
            String connective = in.kind().text();
            in.hint(
                    ("Wrap the operand in `(...)` or `{...}` to scope, or move `with` after the `%s`"
                                    + " expression to apply it to the whole expression")
                            .formatted(connective));
            throw in.fail(
                    with, "`with` modifier is not allowed on operand of `" + connective + "`");
        }
    }

    /** All connectives after an operand: {@code and} first, then {@code or}. */
    private Expr chain(Operand first) {
        TokenStream.Mark mark = in.mark();
        Operand left = conjunction(first);
        while (in.at(TokenKind.LOGICAL_OR)) {
            in.enter();
            in.advance();
            Operand right = conjunction(operand("or"));
            left = join(Connective.OR, left, right);
        }
        in.leaveTo(mark);
        return left.body().exprs().getFirst();
    }

    private Operand conjunction(Operand first) {
        Operand left = first;
        while (in.at(TokenKind.LOGICAL_AND)) {
            in.enter();
            in.advance();
            left = join(Connective.AND, left, operand("and"));
        }
        return left;
    }

    private Operand join(Connective connective, Operand left, Operand right) {
        rejectVoid(left, connective);
        rejectVoid(right, connective);
        Location location = in.since(left.location());
        return BodyParser.implicit(
                Expr.of(new Statement.Logical(connective, left, right, location)));
    }

    /** {@code print} alone never fails, so it decides nothing. */
    private void rejectVoid(Operand operand, Connective connective) {
        boolean onlyPrints =
                operand.body().exprs().stream()
                        .allMatch(e ->
                                !e.negated()
                                        && e.call()
                                                .filter(c -> c.name().equals("print"))
                                                .isPresent());
        if (onlyPrints) {
            String word = connective == Connective.AND ? "and" : "or";
            in.hint(
                    "`print` produces no value and always succeeds, so the operand can never fail;"
                            + " move it out of the operand, or add an expression that can fail");
            throw in.fail(
                    operand.body().exprs().getFirst().location(),
                    "operand of `%s` cannot consist only of calls to `print`".formatted(word));
        }
    }

    /**
     * One operand.
     *
     * @param connective the word before it, or "" while it is not sure that this is a logical
     *     expression
     */
    private Operand operand(String connective) {
        if (in.at(TokenKind.LEFT_BRACE)) {
            return explicitOperand(connective);
        }
        Location start = in.here();
        boolean negated = in.at(TokenKind.NOT) && !in.startsReference();
        if (negated) {
            in.advance();
            if (in.negatesBodies() && in.at(TokenKind.LEFT_BRACE)) {
                return BodyParser.implicit(notBody(start));
            }
        }
        if (in.at(TokenKind.LEFT_PAREN) && isActive() && (!negated || in.negatesBodies())) {
            Operand group = group(true, negated ? "not " : "");
            if (group != null) {
                return negated ? BodyParser.implicit(not(start, group)) : group;
            }
        }
        if (!negated && in.startsReference()) {
            in.readAsName();
        }
        Expr expr = bodies.assignment().at(in.since(start));
        if (!negated) {
            return BodyParser.implicit(expr);
        }
        return BodyParser.implicit(
                in.negatesBodies()
                        ? not(start, BodyParser.implicit(expr))
                        : expr.withNegated(true));
    }

    private Operand explicitOperand(String connective) {
        Location brace = in.here();
        TokenStream.Mark mark = in.mark();
        Operand operand;
        try {
            operand = bracedOperand();
        } catch (Failure failure) {
            if (!connective.isEmpty()) {
                reportValueInBraces(mark, brace, "", connective);
            }
            throw failure;
        }
        rejectUnion(operand, "");
        return operand;
    }

    /** A body of one union could as well be a comprehension. */
    private void rejectUnion(Operand operand, String prefix) {
        Expr first = operand.body().exprs().getFirst();
        Call union = first.call().filter(c -> c.isOf(Operator.OR)).orElse(null);
        if (union == null
                || !union.function().location().text().equals("|")
                || first.location().text().startsWith("(")) {
            return;
        }
        String braces = operand.location().text();
        int at = first.location().start() - operand.location().start();
        String body = first.location().text();
        String withParens =
                braces.substring(0, at) + "(" + body + ")" + braces.substring(at + body.length());
        in.hint(
                "write `%s(%s)` for the comprehension, or `%s%s` for the set union"
                        .formatted(prefix, braces, prefix, withParens));
        throw in.fail(
                operand.location(),
                "ambiguous `{ ... | ... }` operand: read as a body holding a set-union expression,"
                        + " not as a comprehension");
    }

    /**
     * A group in parentheses that holds a logical expression, or that a connective follows. Null,
     * with nothing read, if it is a plain term.
     *
     * @param isOperand whether only an operand can stand here
     */
    private @Nullable Operand group(boolean isOperand, String prefix) {
        in.enter();
        TokenStream.Mark mark = in.mark();
        Location open = in.here();
        in.advance();
        if (in.at(TokenKind.RIGHT_PAREN)) {
            if (isOperand) {
                throw in.fail(open, "empty parenthesized group");
            }
            return nothing(mark);
        }
        Operand inner;
        try {
            inner = operand("");
        } catch (Failure failure) {
            return nothing(mark);
        }
        if (atConnective()) {
            Expr expr = bodies.withModifiers(chain(inner));
            return closed(open, BodyParser.implicit(expr));
        }
        if (in.at(TokenKind.WITH) && !inner.explicit()) {
            Location with = in.here();
            Expr expr = bodies.withModifiers(inner.body().exprs().getFirst());
            rejectAfterModifier(with);
            Operand group = closed(open, BodyParser.implicit(expr));
            return isOperand || atConnective() ? group : nothing(mark);
        }
        if (inner.explicit()) {
            return bracesInParens(mark, open, inner, prefix);
        }
        Expr only = inner.body().exprs().getFirst();
        boolean isGroup =
                only.negated()
                        || only.statement() instanceof Statement.Logical
                        || only.statement() instanceof Statement.Not;
        return isGroup ? closed(open, inner) : nothing(mark);
    }

    private @Nullable Operand bracesInParens(
            TokenStream.Mark mark, Location open, Operand inner, String prefix) {
        in.back(mark);
        in.advance();
        try {
            terms.term();
        } catch (Failure failure) {
            in.back(mark);
            in.hint("drop the parens to keep the body: `" + prefix + inner.location().text() + "`");
            throw in.fail(open, "`(...)` in an operand position cannot contain a body");
        }
        return nothing(mark);
    }

    private @Nullable Operand nothing(TokenStream.Mark mark) {
        in.back(mark);
        in.leave(1);
        return null;
    }

    private Operand closed(Location open, Operand inner) {
        if (!in.at(TokenKind.RIGHT_PAREN)) {
            throw in.fail(in.here(), "expected ) to close parenthesized group");
        }
        in.advance();
        in.leave(1);
        return new Operand(inner.body(), false, in.since(open));
    }
}
