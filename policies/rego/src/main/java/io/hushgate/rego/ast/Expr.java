package io.hushgate.rego.ast;

import java.util.List;
import java.util.Optional;

/**
 * One expression of a body, with what surrounds it.
 *
 * @param negated {@code not} in the meaning it has without {@code import future.keywords.not}; with
 *     the import, negation is a {@link Statement.Not}
 * @param generated nobody wrote it
 * @param modifiers the {@code with} modifiers in order
 */
public record Expr(
        Statement statement,
        boolean negated,
        boolean generated,
        List<With> modifiers,
        Location location)
        implements Node {
    public Expr {
        modifiers = List.copyOf(modifiers);
    }

    /** A plain expression at the place of its statement. */
    public static Expr of(Statement statement) {
        return new Expr(statement, false, false, List.of(), statement.location());
    }

    /** A plain expression that is a term or call. */
    public static Expr of(Term term) {
        return of(new Statement.OfTerm(term));
    }

    /**
     * The expression that the compiler or parser adds: same as {@link #of(Term)}, marked as
     * generated.
     */
    public static Expr generated(Term term) {
        return new Expr(new Statement.OfTerm(term), false, true, List.of(), term.location());
    }

    /** The term, if this is a term or a call. */
    public Optional<Term> term() {
        return statement instanceof Statement.OfTerm(var term)
                ? Optional.of(term)
                : Optional.empty();
    }

    /** The call, if this is one. */
    public Optional<Call> call() {
        return statement instanceof Statement.OfTerm(Call call)
                ? Optional.of(call)
                : Optional.empty();
    }

    /** Whether this is {@code left = right}. */
    public boolean isEquality() {
        return isCallTo(Operator.EQ);
    }

    /** Whether this is {@code left := right}. */
    public boolean isAssignment() {
        return isCallTo(Operator.ASSIGN);
    }

    private boolean isCallTo(Operator operator) {
        return statement instanceof Statement.OfTerm(Call call)
                && call.isOf(operator)
                && call.args().size() == 2;
    }

    public Expr withStatement(Statement newStatement) {
        return new Expr(newStatement, negated, generated, modifiers, location);
    }

    public Expr withTerm(Term newTerm) {
        return withStatement(new Statement.OfTerm(newTerm));
    }

    public Expr withNegated(boolean newNegated) {
        return new Expr(statement, newNegated, generated, modifiers, location);
    }

    public Expr at(Location newLocation) {
        return new Expr(statement, negated, generated, modifiers, newLocation);
    }

    public Expr withModifiers(List<With> newModifiers) {
        return new Expr(statement, negated, generated, newModifiers, location);
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}
