package io.hushgate.rego.compile.rewrite;

import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.SetTerm;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.TemplateString;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Transformer;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.ast.With;
import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.compile.safety.OutputVars;
import io.hushgate.rego.compile.unit.Compilation;
import io.hushgate.rego.compile.unit.Roots;
import io.hushgate.rego.compile.unit.RuleUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns template strings into calls of {@code internal.template_string}. Each expression in braces
 * becomes a set of its one value, which is empty where the expression is undefined.
 */
public final class Templates extends Transformer {
    private final Compilation compilation;
    private final DefinedRules defined;
    private Set<String> known;

    /**
     * @param bound variables that are bound around the node to be rewritten
     */
    public Templates(Compilation compilation, Set<String> bound) {
        this.compilation = compilation;
        this.defined = new DefinedRules(compilation.tree());
        this.known = bound;
    }

    /** Rewrites a rule: the body first, whose variables the head may use. */
    public static void rewrite(RuleUnit rule, Compilation compilation) {
        Set<String> bound = new HashSet<>(Roots.NAMES);
        rule.head().args().forEach(arg -> Walk.vars(arg, v -> bound.add(v.name())));
        Templates body = new Templates(compilation, bound);
        Set<String> inHead = new HashSet<>(bound);
        inHead.addAll(OutputVars.ofBody(rule.body(), bound, compilation.signatures()));
        rule.body(body.body(rule.body()));
        rule.head(new Templates(compilation, inHead).head(rule.head()));
    }

    @Override
    public Body body(Body body) {
        Set<String> outside = known;
        known = new HashSet<>(outside);
        known.addAll(OutputVars.ofBody(body, outside, compilation.signatures()));
        Body rewritten = super.body(body);
        known = outside;
        return rewritten;
    }

    @Override
    public Statement statement(Statement statement) {
        if (!(statement instanceof Statement.Every every)) {
            return super.statement(statement);
        }
        Set<String> outside = known;
        Term domain = term(every.domain());
        known = new HashSet<>(outside);
        every.symbols().forEach(symbol -> known.add(symbol.name()));
        Body body = body(every.body());
        known = outside;
        return new Statement.Every(every.symbols(), domain, body, every.location());
    }

    @Override
    public Term term(Term term) {
        return switch (term) {
            case TemplateString template -> call(template);
            case Comprehension comprehension -> closure(comprehension);
            default -> super.term(term);
        };
    }

    /** The term of a comprehension sees what its body binds. */
    private Comprehension closure(Comprehension comprehension) {
        Set<String> outside = known;
        Body body = body(comprehension.body());
        known = new HashSet<>(outside);
        known.addAll(OutputVars.ofBody(comprehension.body(), outside, compilation.signatures()));
        Comprehension rewritten =
                switch (comprehension) {
                    case Comprehension.OfArray(var item, _, var location) ->
                            new Comprehension.OfArray(term(item), body, location);
                    case Comprehension.OfSet(var item, _, var location) ->
                            new Comprehension.OfSet(term(item), body, location);
                    case Comprehension.OfObject(var key, var value, _, var location) ->
                            new Comprehension.OfObject(term(key), term(value), body, location);
                };
        known = outside;
        return rewritten;
    }

    private Call call(TemplateString template) {
        List<Term> items = new ArrayList<>();
        for (TemplateString.Part part : template.parts()) {
            switch (part) {
                case TemplateString.Part.Literal(var text) -> items.add(text);
                case TemplateString.Part.Interpolation(var expr) -> items.add(item(expr));
            }
        }
        Location location = template.location();
        if (items.isEmpty()) {
            items.add(new Scalar.Text("", location));
        }
        return new Call(
                Ref.of(location, "internal", "template_string"),
                List.of(new ArrayTerm(items, location)),
                location);
    }

    private Term item(Expr written) {
        Location location = written.location();
        Optional<Term> term = written.term();
        if (term.isEmpty()) {
            compilation.problems().compile(location, "unexpected template-string expression type");
            return new Scalar.Null(location);
        }
        reportRelation(term.get());
        if (term.get() instanceof Scalar scalar) {
            return scalar;
        }
        if (written.modifiers().isEmpty() && isShownAsIs(term.get())) {
            return new SetTerm(List.of(term.get()), location);
        }
        reportUnknown(term.get());
        Term value = term(term.get());
        List<With> modifiers = written.modifiers().stream().map(this::with).toList();
        return Captures.set(value, modifiers, compilation.names());
    }

    /** Whether the term is safe to stand in a set: a body with it cannot fail because of it. */
    private boolean isShownAsIs(Term term) {
        return term instanceof Var || (term instanceof Ref ref && defined.isAlwaysDefined(ref));
    }

    private void reportRelation(Term term) {
        if (term instanceof Call call
                && compilation
                        .builtin(call.function())
                        .filter(builtin -> builtin.is(Builtin.Trait.RELATION))
                        .isPresent()) {
            compilation
                    .problems()
                    .compile(
                            term.location(),
                            "illegal call to relation built-in '%s' that may cause multiple outputs"
                                    .formatted(call.function()));
        }
    }

    private void reportUnknown(Term term) {
        Set<String> unknown = new LinkedHashSet<>(OutputVars.neededBy(term));
        unknown.removeAll(known);
        for (String name : unknown) {
            Var written = Var.of(compilation.names().original(name));
            compilation.problems().compile(term.location(), "var " + written + " is undeclared");
        }
    }
}
