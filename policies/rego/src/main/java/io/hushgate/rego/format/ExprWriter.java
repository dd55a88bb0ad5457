package io.hushgate.rego.format;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.ObjectTerm;
import io.hushgate.rego.ast.Operand;
import io.hushgate.rego.ast.Operator;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.SetTerm;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Statement.Connective;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.With;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes bodies and the expressions in them. */
final class ExprWriter {
    private final Page page;
    private final TermWriter terms;

    ExprWriter(Page page, Names names) {
        this.page = page;
        this.terms = new TermWriter(page, this, names);
    }

    TermWriter terms() {
        return terms;
    }

    /** Expressions on lines of their own, with an empty line where the author had at least one. */
    void body(Body body) {
        page.comments(body.exprs().getFirst().location().row());
        int lastRow = Integer.MAX_VALUE - 1;
        for (Expr expr : body.exprs()) {
            if (expr.location().row() > lastRow + 1) {
                page.blankLine();
            }
            page.startLine();
            expr(expr);
            page.endLine();
            lastRow = expr.location().endRow();
        }
    }

    /**
     * A body before a closing bracket: on the line of what is before it if the author had it there.
     *
     * @param row the line of what is before
     * @param around what the bracket closes
     */
    void enclosed(Body body, int row, Location around) {
        List<Expr> exprs = body.exprs();
        boolean broken =
                exprs.getFirst().location().row() > row
                        || Lines.group(exprs, Expr::location, row).size() > 1;
        if (broken) {
            page.endLine();
            page.up();
            body(body);
            page.comments(around.endRow());
            page.down();
            page.startLine();
            return;
        }
        page.write(" ");
        for (int i = 0; i < exprs.size(); i++) {
            page.write(i > 0 ? "; " : "");
            expr(exprs.get(i));
        }
        page.comments(around.endRow());
    }

    void expr(Expr expr) {
        page.comments(expr.location().row());
        page.startLineIfNone();
        page.write(expr.negated() ? "not " : "");
        switch (expr.statement()) {
            case Statement.OfTerm(Call call) -> call(call);
            case Statement.OfTerm(var term) -> terms.term(term);
            case Statement.SomeVars some -> some(some);
            case Statement.SomeIn some -> {
                page.write("some ");
                terms.membership(operands(some.symbols(), some.domain()));
            }
            case Statement.Every every -> every(every);
            case Statement.Not not -> not(not);
            case Statement.Logical logical -> logical(logical);
        }
        modifiers(expr);
    }

    private static List<Term> operands(List<Term> symbols, Term domain) {
        List<Term> operands = new ArrayList<>(symbols);
        operands.add(domain);
        return operands;
    }

    private void call(Call call) {
        Optional<Operator> operator = TermWriter.infix(call);
        if (operator.isEmpty()) {
            page.comments(call.location().row());
            terms.plain(call);
            return;
        }
        if (TermWriter.isNegative(call)) {
            terms.negative(call);
            return;
        }
        switch (operator.get()) {
            case MEMBER, MEMBER_WITH_KEY -> terms.membership(call.args());
            default -> {
                terms.operand(call.args().getFirst(), operator.get(), false);
                page.write(" " + operator.get().symbol() + " ");
                terms.operand(call.args().getLast(), operator.get(), true);
            }
        }
    }

    private void some(Statement.SomeVars some) {
        page.write("some ");
        int row = some.location().row();
        List<Var> vars = some.vars();
        for (int i = 0; i < vars.size(); i++) {
            Var v = vars.get(i);
            if (v.location().row() > row) {
                page.endLine();
                page.startLine();
                page.write("\t");
                row = v.location().row();
            } else if (i > 0) {
                page.write(" ");
            }
            terms.term(v);
            page.write(i < vars.size() - 1 ? "," : "");
        }
    }

    private void every(Statement.Every every) {
        page.write("every ");
        every.key()
                .ifPresent(key -> {
                    terms.term(key);
                    page.write(", ");
                });
        terms.term(every.value());
        page.write(" in ");
        terms.term(every.domain());
        page.write(" {");
        enclosed(every.body(), every.location().row(), every.location());
        List<Expr> exprs = every.body().exprs();
        boolean oneLine =
                exprs.size() == 1 && exprs.getFirst().location().row() == every.location().row();
        page.write(oneLine ? " }" : "}");
    }

    private void not(Statement.Not not) {
        page.write("not ");
        operand(not.operand(), isLogical(not.operand()));
    }

    private void logical(Statement.Logical logical) {
        boolean and = logical.connective() == Connective.AND;
        operand(logical.left(), and && isOr(logical.left()));
        page.write(and ? " and" : " or");
        boolean broken = logical.right().location().row() > logical.left().location().endRow();
        if (broken) {
            page.endLine();
            page.startLine();
            page.write("\t");
        } else {
            page.write(" ");
        }
        operand(logical.right(), isLogical(logical.right()) && (and || isOr(logical.right())));
    }

    private void operand(Operand operand, boolean inParens) {
        if (operand.explicit()) {
            braces(operand);
            return;
        }
        Expr only = operand.body().exprs().getFirst();
        boolean parens = inParens || !only.modifiers().isEmpty() || startsWithBrace(only);
        page.write(parens ? "(" : "");
        expr(only);
        page.write(parens ? ")" : "");
    }

    private void braces(Operand operand) {
        List<Expr> exprs = operand.body().exprs();
        if (exprs.getFirst().call().filter(TermWriter::isUnion).isPresent()) {
            // with a bar first, braces would be read as a comprehension
            throw new Unformattable();
        }
        page.write("{");
        enclosed(operand.body(), operand.location().row(), operand.location());
        boolean oneLine = exprs.getLast().location().row() == operand.location().row();
        page.write(oneLine ? " }" : "}");
    }

    private static boolean isLogical(Operand operand) {
        return !operand.explicit()
                && operand.body().exprs().getFirst().statement() instanceof Statement.Logical;
    }

    private static boolean isOr(Operand operand) {
        return !operand.explicit()
                && operand.body().exprs().getFirst().statement()
                        instanceof Statement.Logical(Connective connective, _, _, _)
                && connective == Connective.OR;
    }

    /** A value in braces at the beginning of an operand would be read as a body. */
    private static boolean startsWithBrace(Expr expr) {
        return !expr.negated() && expr.term().map(ExprWriter::startsWithBrace).orElse(false);
    }

    private static boolean startsWithBrace(Term term) {
        return switch (term) {
            case ObjectTerm _, Comprehension.OfSet _, Comprehension.OfObject _ -> true;
            case SetTerm set -> !set.items().isEmpty();
            case Ref ref -> startsWithBrace(ref.head());
            case Call call ->
                    TermWriter.infix(call).isPresent() && startsWithBrace(call.args().getFirst());
            default -> false;
        };
    }

    private void modifiers(Expr expr) {
        List<With> modifiers = expr.modifiers();
        if (modifiers.isEmpty()) {
            return;
        }
        int row = endRowBefore(expr, modifiers.getFirst());
        boolean indented = false;
        for (With with : modifiers) {
            boolean newLine = with.location().row() > row;
            if (newLine && !indented) {
                page.up();
                indented = true;
            }
            if (newLine) {
                page.endLine();
                page.startLine();
                row = with.location().row();
            }
            modifier(with, newLine);
        }
        if (indented) {
            page.down();
        }
    }

    private static int endRowBefore(Expr expr, With first) {
        Location location = expr.location();
        String text =
                location.source().text().substring(location.start(), first.location().start());
        return location.row() + (int) text.strip().chars().filter(c -> c == '\n').count();
    }

    private void modifier(With with, boolean newLine) {
        page.comments(with.location().row());
        page.write(newLine ? "with " : " with ");
        terms.ref(with.target());
        page.write(" as ");
        terms.term(with.value());
    }
}
