package io.hushgate.rego.ast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Rebuilds a tree. Each method rebuilds the children of its node and returns the node itself if
 * none has changed; override the ones that matter and call {@code super} to go on below.
 */
@SuppressWarnings(
        "ReferenceEquality") // unchanged means: the very same node; equals would walk the tree
public abstract class Transformer {
    protected Transformer() {}

    public Module module(Module module) {
        return module.withRules(all(module.rules(), this::rule));
    }

    public Rule rule(Rule rule) {
        Head head = head(rule.head());
        Body body = body(rule.body());
        List<Rule> elseRules = all(rule.elseRules(), this::rule);
        return head == rule.head() && body == rule.body() && elseRules == rule.elseRules()
                ? rule
                : new Rule(
                        rule.isDefault(),
                        head,
                        body,
                        elseRules,
                        rule.annotations(),
                        rule.location());
    }

    /** Rebuilds keys of the reference, arguments and result; the name stays. */
    public Head head(Head head) {
        Ref ref = keys(head.ref());
        List<Term> args = all(head.args(), this::term);
        Head.Result result = result(head.result());
        return ref == head.ref() && args == head.args() && result == head.result()
                ? head
                : new Head(ref, args, result, head.location());
    }

    private Head.Result result(Head.Result result) {
        return switch (result) {
            case Head.Result.Value(var value, var assigned, var generated) -> {
                Term changed = term(value);
                yield changed == value
                        ? result
                        : new Head.Result.Value(changed, assigned, generated);
            }
            case Head.Result.Member(var key) -> {
                Term changed = term(key);
                yield changed == key ? result : new Head.Result.Member(changed);
            }
        };
    }

    public Body body(Body body) {
        List<Expr> exprs = all(body.exprs(), this::expr);
        return exprs == body.exprs() ? body : body.withExprs(exprs);
    }

    public Expr expr(Expr expr) {
        Statement statement = statement(expr.statement());
        List<With> modifiers = all(expr.modifiers(), this::with);
        return statement == expr.statement() && modifiers == expr.modifiers()
                ? expr
                : new Expr(statement, expr.negated(), expr.generated(), modifiers, expr.location());
    }

    /** Rebuilds keys of the target, and the value. */
    public With with(With with) {
        Ref target = keys(with.target());
        Term value = term(with.value());
        return target == with.target() && value == with.value()
                ? with
                : new With(target, value, with.location());
    }

    public Statement statement(Statement statement) {
        return switch (statement) {
            case Statement.OfTerm(var term) -> {
                Term changed = term(term);
                yield changed == term ? statement : new Statement.OfTerm(changed);
            }
            case Statement.SomeVars(var vars, var location) -> {
                List<Var> changed = all(vars, this::declaration);
                yield changed == vars ? statement : new Statement.SomeVars(changed, location);
            }
            case Statement.SomeIn(var symbols, var domain, var location) -> {
                List<Term> changedSymbols = all(symbols, this::term);
                Term changedDomain = term(domain);
                yield changedSymbols == symbols && changedDomain == domain
                        ? statement
                        : new Statement.SomeIn(changedSymbols, changedDomain, location);
            }
            case Statement.Every(var symbols, var domain, var body, var location) -> {
                List<Var> changedSymbols = all(symbols, this::declaration);
                Term changedDomain = term(domain);
                Body changedBody = body(body);
                yield changedSymbols == symbols && changedDomain == domain && changedBody == body
                        ? statement
                        : new Statement.Every(changedSymbols, changedDomain, changedBody, location);
            }
            case Statement.Not(var operand, var location) -> {
                Operand changed = operand(operand);
                yield changed == operand ? statement : new Statement.Not(changed, location);
            }
            case Statement.Logical(var connective, var left, var right, var location) -> {
                Operand changedLeft = operand(left);
                Operand changedRight = operand(right);
                yield changedLeft == left && changedRight == right
                        ? statement
                        : new Statement.Logical(connective, changedLeft, changedRight, location);
            }
        };
    }

    public Operand operand(Operand operand) {
        Body body = body(operand.body());
        return body == operand.body() ? operand : operand.withBody(body);
    }

    /** A variable where nothing but a variable can stand: in {@code some x} and {@code every x}. */
    public Var declaration(Var declared) {
        return declared;
    }

    /** The name of a called function. */
    public Ref function(Ref function) {
        return function;
    }

    /** Rebuilds any term; the place to override for most purposes. */
    public Term term(Term term) {
        return switch (term) {
            case Scalar _, Var _ -> term;
            case Ref ref -> {
                List<Term> parts = all(ref.parts(), this::term);
                yield parts == ref.parts() ? ref : new Ref(parts, ref.location());
            }
            case Call(var function, var args, var location) -> {
                Ref changedFunction = function(function);
                List<Term> changedArgs = all(args, this::term);
                yield changedFunction == function && changedArgs == args
                        ? term
                        : new Call(changedFunction, changedArgs, location);
            }
            case ArrayTerm(var items, var location) -> {
                List<Term> changed = all(items, this::term);
                yield changed == items ? term : new ArrayTerm(changed, location);
            }
            case SetTerm(var items, var location) -> {
                List<Term> changed = all(items, this::term);
                yield changed == items ? term : new SetTerm(changed, location);
            }
            case ObjectTerm(var entries, var location) -> {
                List<ObjectTerm.Entry> changed = all(entries, this::entry);
                yield changed == entries ? term : new ObjectTerm(changed, location);
            }
            case Comprehension.OfArray(var item, var body, var location) -> {
                Term changedItem = term(item);
                Body changedBody = body(body);
                yield changedItem == item && changedBody == body
                        ? term
                        : new Comprehension.OfArray(changedItem, changedBody, location);
            }
            case Comprehension.OfSet(var item, var body, var location) -> {
                Term changedItem = term(item);
                Body changedBody = body(body);
                yield changedItem == item && changedBody == body
                        ? term
                        : new Comprehension.OfSet(changedItem, changedBody, location);
            }
            case Comprehension.OfObject(var key, var value, var body, var location) -> {
                Term changedKey = term(key);
                Term changedValue = term(value);
                Body changedBody = body(body);
                yield changedKey == key && changedValue == value && changedBody == body
                        ? term
                        : new Comprehension.OfObject(
                                changedKey, changedValue, changedBody, location);
            }
            case TemplateString(var parts, var raw, var location) -> {
                List<TemplateString.Part> changed = all(parts, this::part);
                yield changed == parts ? term : new TemplateString(changed, raw, location);
            }
        };
    }

    /** Rebuilds the keys of a reference and leaves its head alone. */
    protected final Ref keys(Ref ref) {
        List<Term> path = ref.path();
        List<Term> changed = all(path, this::term);
        return changed == path ? ref : ref.prefix(1).appendAll(changed);
    }

    private ObjectTerm.Entry entry(ObjectTerm.Entry entry) {
        Term key = term(entry.key());
        Term value = term(entry.value());
        return key == entry.key() && value == entry.value()
                ? entry
                : new ObjectTerm.Entry(key, value);
    }

    private TemplateString.Part part(TemplateString.Part part) {
        return switch (part) {
            case TemplateString.Part.Literal _ -> part;
            case TemplateString.Part.Interpolation(var expr) -> {
                Expr changed = expr(expr);
                yield changed == expr ? part : new TemplateString.Part.Interpolation(changed);
            }
        };
    }

    /** The list itself if no item has changed, else a new one. */
    protected static <T> List<T> all(List<T> items, UnaryOperator<T> change) {
        List<T> changed = items;
        for (int i = 0; i < items.size(); i++) {
            T before = items.get(i);
            T after = change.apply(before);
            if (after != before && changed == items) {
                changed = new ArrayList<>(items);
            }
            if (changed != items) {
                changed.set(i, after);
            }
        }
        return changed;
    }
}
