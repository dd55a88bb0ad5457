package io.hushgate.rego.ast;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Visits trees from the outside in, in the order of the text. */
public final class Walk {
    private Walk() {}

    /**
     * Shows {@code node} and all below it to {@code enter}, parents first.
     *
     * @param enter says whether to look below the node as well
     */
    public static void nodes(Node node, Predicate<? super Node> enter) {
        if (enter.test(node)) {
            children(node, child -> nodes(child, enter));
        }
    }

    /**
     * Like {@link #nodes}, for terms only; {@code enter} decides about each term, all other nodes
     * are entered.
     */
    public static void terms(Node node, Predicate<? super Term> enter) {
        nodes(node, n -> !(n instanceof Term term) || enter.test(term));
    }

    /** Every variable, heads of references and names of functions included, closures entered. */
    public static void vars(Node node, Consumer<? super Var> action) {
        nodes(
                node,
                n -> {
                    if (n instanceof Var v) {
                        action.accept(v);
                    }
                    return true;
                });
    }

    /** Every reference, those within references and names of functions included. */
    public static void refs(Node node, Consumer<? super Ref> action) {
        nodes(
                node,
                n -> {
                    if (n instanceof Ref ref) {
                        action.accept(ref);
                    }
                    return true;
                });
    }

    /** The nodes directly below {@code node}. */
    public static void children(Node node, Consumer<? super Node> action) {
        switch (node) { // the most frequent first
            case Term term -> childrenOf(term, action);
            case Statement statement -> childrenOf(statement, action);
            case Module module -> {
                action.accept(module.packageClause());
                module.imports().forEach(action);
                module.rules().forEach(action);
            }
            case PackageClause clause -> action.accept(clause.path());
            case Import imported -> action.accept(imported.path());
            case Rule rule -> {
                action.accept(rule.head());
                action.accept(rule.body());
                rule.elseRules().forEach(action);
            }
            case Head head -> {
                action.accept(head.ref());
                head.args().forEach(action);
                switch (head.result()) {
                    case Head.Result.Value value -> action.accept(value.value());
                    case Head.Result.Member member -> action.accept(member.key());
                }
            }
            case Body body -> body.exprs().forEach(action);
            case Expr expr -> {
                action.accept(expr.statement());
                expr.modifiers().forEach(action);
            }
            case Operand operand -> action.accept(operand.body());
            case With with -> {
                action.accept(with.target());
                action.accept(with.value());
            }
        }
    }

    private static void childrenOf(Statement statement, Consumer<? super Node> action) {
        switch (statement) {
            case Statement.OfTerm(var term) -> action.accept(term);
            case Statement.SomeVars(var vars, _) -> vars.forEach(action);
            case Statement.SomeIn(var symbols, var domain, _) -> {
                symbols.forEach(action);
                action.accept(domain);
            }
            case Statement.Every(var symbols, var domain, var body, _) -> {
                symbols.forEach(action);
                action.accept(domain);
                action.accept(body);
            }
            case Statement.Not(var operand, _) -> action.accept(operand);
            case Statement.Logical(_, var left, var right, _) -> {
                action.accept(left);
                action.accept(right);
            }
        }
    }

    private static void childrenOf(Term term, Consumer<? super Node> action) {
        switch (term) {
            case Scalar _, Var _ -> {}
            case Ref(var parts, _) -> parts.forEach(action);
            case Call(var function, var args, _) -> {
                action.accept(function);
                args.forEach(action);
            }
            case ArrayTerm(var items, _) -> items.forEach(action);
            case SetTerm(var items, _) -> items.forEach(action);
            case ObjectTerm(var entries, _) -> entriesOf(entries, action);
            case Comprehension.OfArray(var item, var body, _) -> {
                action.accept(item);
                action.accept(body);
            }
            case Comprehension.OfSet(var item, var body, _) -> {
                action.accept(item);
                action.accept(body);
            }
            case Comprehension.OfObject(var key, var value, var body, _) -> {
                action.accept(key);
                action.accept(value);
                action.accept(body);
            }
            case TemplateString(var parts, _, _) -> {
                for (TemplateString.Part part : parts) {
                    switch (part) {
                        case TemplateString.Part.Literal(var text) -> action.accept(text);
                        case TemplateString.Part.Interpolation(var expr) -> action.accept(expr);
                    }
                }
            }
        }
    }

    private static void entriesOf(List<ObjectTerm.Entry> entries, Consumer<? super Node> action) {
        for (ObjectTerm.Entry entry : entries) {
            action.accept(entry.key());
            action.accept(entry.value());
        }
    }
}
