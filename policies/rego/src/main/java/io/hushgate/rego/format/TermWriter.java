package io.hushgate.rego.format;

import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.ObjectTerm;
import io.hushgate.rego.ast.Operator;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.SetTerm;
import io.hushgate.rego.ast.TemplateString;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Writes terms. */
final class TermWriter {
    private final Page page;
    private final ExprWriter exprs;
    private final Names names;

    TermWriter(Page page, ExprWriter exprs, Names names) {
        this.page = page;
        this.exprs = exprs;
        this.names = names;
    }

    void term(Term term) {
        term(term, false);
    }

    /**
     * @param nested an operator is around the term, so that an operator in it needs parentheses
     */
    void term(Term term, boolean nested) {
        page.comments(term.location().row());
        page.startLineIfNone();
        switch (term) {
            case Ref ref -> ref(ref);
            case Call call -> call(call, nested);
            case ArrayTerm array -> {
                page.write("[");
                items(array.items(), array.location(), true);
                page.write("]");
            }
            case SetTerm set -> set(set);
            case ObjectTerm object -> {
                page.write("{");
                sequence(object.entries(), e -> e.key().location(), object.location(), this::entry);
                page.write("}");
            }
            case Comprehension.OfArray array -> {
                page.write("[");
                comprehension(array.item(), array.body(), array.location());
                page.write("]");
            }
            case Comprehension.OfSet set -> {
                page.write("{");
                comprehension(set.item(), set.body(), set.location());
                page.write("}");
            }
            case Comprehension.OfObject object -> objectComprehension(object);
            case TemplateString template -> template(template);
            case Scalar.Text text -> page.write(Literals.asWritten(text));
            case Var v -> page.write(names.of(v));
            case Scalar scalar -> page.write(scalar.toString());
        }
    }

    private void set(SetTerm set) {
        if (set.items().isEmpty()) {
            page.write("set()");
            return;
        }
        page.write("{");
        items(set.items(), set.location(), true);
        page.write("}");
    }

    private void entry(ObjectTerm.Entry entry) {
        unionInParens(entry.key());
        page.write(": ");
        unionInParens(entry.value());
    }

    /** A bar in braces would make a comprehension. */
    private void unionInParens(Term term) {
        boolean parens = isUnion(term);
        page.write(parens ? "(" : "");
        term(term);
        page.write(parens ? ")" : "");
    }

    static boolean isUnion(Term term) {
        return term instanceof Call call && call.isOf(Operator.OR) && call.args().size() == 2;
    }

    void ref(Ref ref) {
        boolean inParens =
                ref.head() instanceof Call && ref.head().location().text().startsWith("(");
        term(ref.head(), inParens);
        keys(ref.path());
    }

    private void keys(List<Term> keys) {
        for (Term key : keys) {
            if (key instanceof Scalar.Text text) {
                page.write(names.key(text));
            } else if (key instanceof Var v) {
                page.write("[" + names.of(v) + "]");
            } else {
                page.write("[");
                term(key);
                page.write("]");
            }
        }
    }

    private void call(Call call, boolean nested) {
        Optional<Operator> operator = infix(call);
        if (operator.isEmpty()) {
            plain(call);
            return;
        }
        if (isNegative(call)) {
            negative(call);
            return;
        }
        switch (operator.get()) {
            case MEMBER, MEMBER_WITH_KEY -> {
                boolean parens = call.args().size() == 3 || needsParens(call, nested);
                page.write(parens ? "(" : "");
                membership(call.args());
                page.write(parens ? ")" : "");
            }
            default -> {
                page.write(nested ? "(" : "");
                term(call.args().getFirst(), true);
                page.write(" " + operator.get().symbol() + " ");
                term(call.args().getLast(), true);
                page.write(nested ? ")" : "");
            }
        }
    }

    /** {@code in} binds less than other operators; where its author put parentheses, they stay. */
    private static boolean needsParens(Call call, boolean nested) {
        return nested && call.location().text().startsWith("(");
    }

    /** Whether a call of minus was written as a sign, {@code -x}. */
    static boolean isNegative(Call call) {
        return call.isOf(Operator.MINUS)
                && call.args().size() == 2
                && call.args().getFirst() instanceof Scalar.Num zero
                && zero.location().text().equals("-");
    }

    void negative(Call call) {
        page.write("-");
        term(call.args().getLast());
    }

    /** The operator that a call can be written with. */
    static Optional<Operator> infix(Call call) {
        int arity = call.isOf(Operator.MEMBER_WITH_KEY) ? 3 : 2;
        return call.args().size() == arity ? Operator.ofFunction(call.name()) : Optional.empty();
    }

    /**
     * An operand of an operator that stands alone in an expression; parentheses only where they
     * change something.
     */
    void operand(Term operand, Operator around, boolean right) {
        boolean nested =
                operand instanceof Call call
                        && infix(call)
                                .filter(inner ->
                                        binding(inner) < binding(around)
                                                || (right && binding(inner) == binding(around)))
                                .isPresent();
        term(operand, nested);
    }

    /** How tightly an operator binds. */
    private static int binding(Operator operator) {
        return switch (operator) {
            case ASSIGN, EQ -> 0;
            case MEMBER, MEMBER_WITH_KEY -> 1;
            case EQUAL, NEQ, LT, LTE, GT, GTE -> 2;
            case OR -> 3;
            case AND -> 4;
            case PLUS, MINUS -> 5;
            case MUL, DIV, REM -> 6;
        };
    }

    /** {@code value in domain} or {@code key, value in domain}. */
    void membership(List<Term> operands) {
        for (int i = 0; i < operands.size() - 1; i++) {
            page.write(i > 0 ? ", " : "");
            term(operands.get(i), true);
        }
        page.write(" in ");
        term(operands.getLast(), true);
    }

    /** A call with parentheses. */
    void plain(Call call) {
        ref(call.function());
        page.write("(");
        Location end =
                call.location().covering(call.function().location().end(), call.location().end());
        sequence(
                call.args(),
                Term::location,
                call.function().location(),
                end.endRow(),
                item -> argument(item, false));
        page.write(")");
    }

    /** Parameters of a function, without the parentheses. */
    void parameters(List<Term> args, Location head) {
        int found = Surroundings.closingRow(args.getLast().location(), ')');
        int closingRow = found == 0 ? head.endRow() : found;
        sequence(args, Term::location, head, closingRow, item -> argument(item, false));
    }

    private void items(List<Term> items, Location location, boolean unionInParens) {
        sequence(items, Term::location, location, item -> argument(item, unionInParens));
    }

    private void argument(Term item, boolean unionInParens) {
        boolean parens = isUnion(item) && (unionInParens || item.location().text().startsWith("("));
        page.write(parens ? "(" : "");
        term(item);
        page.write(parens ? ")" : "");
    }

    private <T> void sequence(
            List<T> items, Function<T, Location> place, Location around, Consumer<T> write) {
        sequence(items, place, around, around.endRow(), write);
    }

    /** Items between brackets: on one line, or each line of the source on a line of its own. */
    private <T> void sequence(
            List<T> items,
            Function<T, Location> place,
            Location around,
            int closingRow,
            Consumer<T> write) {
        List<List<T>> lines = Lines.group(items, place, around.row());
        boolean broken =
                lines.size() > 1
                        || (!items.isEmpty()
                                && needsLines(
                                        place.apply(items.getFirst()),
                                        place.apply(items.getLast()),
                                        around,
                                        closingRow));
        if (broken) {
            page.breakAfterBracket();
        }
        for (int i = 0; i < lines.size(); i++) {
            line(lines.get(i), write);
            if (i < lines.size() - 1) {
                page.write(",");
                page.endLine();
                page.startLine();
            }
        }
        if (broken) {
            page.write(",");
            page.endLine();
            page.comments(closingRow);
            page.down();
            page.startLine();
        }
    }

    /**
     * Whether items that begin on one line go on lines of their own, because they did or for a
     * comment's sake.
     */
    private boolean needsLines(Location first, Location last, Location around, int closingRow) {
        return startsOnNewLine(first, around)
                || page.hasCommentBetween(around.row(), first.row())
                || page.hasCommentBetween(last.endRow(), closingRow);
    }

    private static boolean startsOnNewLine(Location first, Location around) {
        int from = around.start();
        int to = first.start();
        return from < to
                && to <= around.end()
                && around.source().text().substring(from, to).indexOf('\n') > 0;
    }

    private <T> void line(List<T> items, Consumer<T> write) {
        for (int i = 0; i < items.size(); i++) {
            page.write(i > 0 ? ", " : "");
            write.accept(items.get(i));
        }
    }

    private void comprehension(Term item, Body body, Location around) {
        if (item.location().row() > around.row()) {
            page.endLine();
            page.startLine();
        }
        boolean inParens =
                item instanceof Call && (isUnion(item) || item.location().text().startsWith("("));
        term(item, inParens);
        page.write(" |");
        exprs.enclosed(body, item.location().row(), around);
    }

    private void objectComprehension(Comprehension.OfObject object) {
        Location around = object.location();
        Location key = object.key().location();
        page.write("{");
        if (key.row() - around.row() > 1) {
            page.endLine();
            page.startLine();
        }
        unionInParens(object.key());
        page.write(": ");
        if (key.row() > around.row()) {
            page.endLine();
            page.startLine();
        }
        unionInParens(object.value());
        page.write(" |");
        exprs.enclosed(object.body(), key.row(), around);
        page.write("}");
    }

    private void template(TemplateString template) {
        String quote = template.raw() ? "`" : "\"";
        page.write("$" + quote);
        for (TemplateString.Part part : template.parts()) {
            switch (part) {
                case TemplateString.Part.Literal(Scalar.Text(var text, _)) ->
                        page.write(
                                template.raw()
                                        ? text.replace("{", "\\{")
                                        : Literals.escape(text).replace("{", "\\{"));
                case TemplateString.Part.Interpolation(var expr) -> {
                    if (page.hasCommentBetween(
                            template.location().row() - 1, expr.location().endRow() + 1)) {
                        throw new Unformattable();
                    }
                    page.write("{");
                    page.up();
                    exprs.expr(expr);
                    page.down();
                    page.write("}");
                }
            }
        }
        page.write(quote);
    }
}
