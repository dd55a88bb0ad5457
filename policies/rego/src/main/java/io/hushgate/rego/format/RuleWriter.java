package io.hushgate.rego.format;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Head;
import io.hushgate.rego.ast.Head.Result;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.SetTerm;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Term;

/** Writes rules with all their branches. */
final class RuleWriter {
    private final Page page;
    private final Style style;
    private final ExprWriter exprs;

    RuleWriter(Page page, Style style, ExprWriter exprs) {
        this.page = page;
        this.style = style;
        this.exprs = exprs;
    }

    /** Whether a rule may stand directly below another one. */
    boolean isOneLiner(Rule rule) {
        return rule.body().exprs().size() == 1
                && rule.elseRules().isEmpty()
                && !rule.isDefault()
                && writesIf(rule);
    }

    private boolean writesIf(Rule rule) {
        return style.usesIf() && (style.usesContains() || !rule.head().isPartialSet());
    }

    void rule(Rule rule) {
        page.startLine();
        page.write(rule.isDefault() ? "default " : "");
        boolean constant = isTruth(rule.body()) && rule.elseRules().isEmpty();
        head(rule, constant);
        if (constant) {
            page.endLine();
            return;
        }
        body(rule, rule.head().location());
        Rule before = rule;
        for (Rule branch : rule.elseRules()) {
            boolean last = branch.equals(rule.elseRules().getLast());
            branch(before, branch, isTruth(branch.body()) && (last || branch.body().isGenerated()));
            before = branch;
        }
    }

    /** Whether a body says nothing: it is not written then. */
    private static boolean isTruth(Body body) {
        return body.exprs().size() == 1
                && body.exprs().getFirst()
                        instanceof
                        Expr(Statement.OfTerm(Term term), var negated, _, var modifiers, _)
                && term instanceof Scalar.Bool(var value, _)
                && value
                && !negated
                && modifiers.isEmpty();
    }

    /** The body with what is before it; the end of the line is left to the caller. */
    private void body(Rule rule, Location head) {
        Body body = rule.body();
        if (writesIf(rule)) {
            page.write(" if");
            Expr first = body.exprs().getFirst();
            if (body.exprs().size() == 1
                    && first.location().row() == head.endRow()
                    && !isSet(first)) {
                page.write(" ");
                exprs.expr(first);
                page.endLine();
                return;
            }
        }
        page.write(" {");
        page.endLine();
        page.up();
        exprs.body(body);
        int closingRow = Surroundings.closingRow(body.location());
        if (closingRow > 0) {
            page.comments(closingRow);
        }
        page.down();
        page.startLine();
        page.write("}");
    }

    private static boolean isSet(Expr expr) {
        return expr.statement() instanceof Statement.OfTerm(SetTerm _) && !expr.negated();
    }

    private void branch(Rule before, Rule branch, boolean constant) {
        int row = branch.location().row();
        boolean wasInline =
                row > before.location().row() && !Surroundings.startsItsLine(branch.location());
        boolean commentAbove = page.hasCommentBefore(row) || page.hasCommentBeside();
        if (wasInline && !commentAbove && page.isInLine()) {
            page.write(" ");
        } else {
            page.blankLine();
            page.startLine();
        }
        page.comments(row);
        page.startLineIfNone();
        page.write("else");
        if (branch.head().result() instanceof Result.Value value
                && (constant || !isTrue(value.value()))) {
            page.write(style.version1() || value.assigned() ? " := " : " = ");
            exprs.terms().term(value.value());
        }
        if (constant) {
            page.endLine();
            return;
        }
        body(branch, branch.head().location());
    }

    private static boolean isTrue(Term term) {
        return term instanceof Scalar.Bool(var value, _) && value;
    }

    private void head(Rule rule, boolean constant) {
        Head head = rule.head();
        name(head);
        if (head.isFunction()) {
            page.write("(");
            exprs.terms().parameters(head.args(), head.location());
            page.write(")");
        }
        switch (head.result()) {
            case Result.Member(var key) -> member(key);
            case Result.Value value -> {
                if (writesValue(rule, value, constant)) {
                    page.write(style.version1() || value.assigned() ? " := " : " = ");
                    exprs.terms().term(value.value());
                }
            }
        }
    }

    private void member(Term key) {
        page.write(style.usesContains() ? " contains " : "[");
        exprs.terms().term(key);
        page.write(style.usesContains() ? "" : "]");
    }

    /** A value that is {@code true} is left out where it is understood. */
    private boolean writesValue(Rule rule, Result.Value value, boolean constant) {
        if (!isTrue(value.value())) {
            return true;
        }
        if (value.generated()) {
            return constant;
        }
        if (isUnderstood(rule.head(), value.value())) {
            return false;
        }
        boolean keyed = rule.head().ref().size() == 2 && rule.head().hasDynamicRef();
        return keyed || constant || rule.isDefault();
    }

    /** {@code f(x)} alone: the parser has put the value where the name stands. */
    private static boolean isUnderstood(Head head, Term value) {
        return head.isFunction() && value.location().isSamePlaceAs(head.location());
    }

    private void name(Head head) {
        Ref ref = head.ref();
        boolean keyInBrackets = ref.size() == 2 && !style.dottedHeads() && !head.isPartialSet();
        if (!keyInBrackets) {
            exprs.terms().ref(ref);
            return;
        }
        page.write(head.name()).write("[");
        exprs.terms().term(ref.parts().getLast());
        page.write("]");
    }
}
