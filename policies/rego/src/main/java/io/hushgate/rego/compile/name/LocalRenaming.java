package io.hushgate.rego.compile.name;

import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Head;
import io.hushgate.rego.ast.ObjectTerm;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.SetTerm;
import io.hushgate.rego.ast.TemplateString;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.ast.With;
import io.hushgate.rego.compile.safety.OutputVars;
import io.hushgate.rego.compile.unit.Compilation;
import io.hushgate.rego.compile.unit.LocalNames;
import io.hushgate.rego.compile.unit.Problems;
import io.hushgate.rego.compile.unit.RuleUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Gives every declared variable a name of its own and removes the declarations: {@code a := 1;
 * p[a]} becomes {@code __local0__ := 1; p[__local0__]}. Parameters count as declared. The
 * assignment itself stays until safety has been decided, because its left side must not make its
 * right side safe.
 */
public final class LocalRenaming {
    private final LocalNames names;
    private final boolean strict;
    private final Problems problems;
    private final Predicate<String> isBuiltin;

    /**
     * Renames within one compilation.
     *
     * @param strict whether parameters and assigned variables that nobody reads are errors
     */
    public LocalRenaming(Compilation compilation, boolean strict) {
        this.names = compilation.names();
        this.strict = strict;
        this.problems = compilation.problems();
        this.isBuiltin = name -> compilation.builtins().find(name) != null;
    }

    /** Renames a query. */
    public Body query(Body query) {
        List<RegoError> errors = new ArrayList<>();
        Body renamed = new BodyRenaming(names, new Scopes(), strict, errors).body(query, Set.of());
        problems.addAll(errors);
        return renamed;
    }

    /** Renames a rule and its branches. */
    public void rule(RuleUnit rule) {
        Set<String> unused = new LinkedHashSet<>();
        if (strict) {
            rule.head().args().forEach(arg -> Declarations.addVars(arg, unused));
        }
        Scopes parameters = new Scopes();
        Head head = rule.head();
        rule.head(head.withArgs(head.args().stream().map(a -> parameter(a, parameters)).toList()));
        rule.withBranches().forEach(branch -> branch(branch, parameters.copy(), unused));
        for (String name : unused) {
            if (!Var.of(name).isWildcard()) {
                problems.compile(
                        head.ref().head().location(),
                        "unused argument %s. (hint: use _ (wildcard variable) instead)"
                                .formatted(name));
            }
        }
    }

    private void branch(RuleUnit rule, Scopes scopes, Set<String> unusedParameters) {
        List<RegoError> errors = new ArrayList<>();
        Head head = HeadRenaming.closures(rule.head(), names, strict, errors);
        Set<String> used = new LinkedHashSet<>();
        head.ref().path().forEach(key -> Declarations.addVars(key, used));
        head.key().ifPresent(key -> Declarations.addVars(key, used));
        Set<String> inValue = new LinkedHashSet<>();
        head.value().ifPresent(value -> Declarations.addVars(value, inValue));
        used.addAll(inValue);
        unusedParameters.removeAll(inValue);

        hideBuiltins(rule, scopes);
        Body body = new BodyRenaming(names, scopes, strict, errors).body(rule.body(), used);
        problems.addAll(errors);
        rule.body(body);
        rule.head(HeadRenaming.locals(head, scopes.here()));
        unusedParameters.removeIf(name -> scopes.occurrences(name) > 1);
    }

    /**
     * A variable that is named like a builtin gets another name, so that nobody takes it for the
     * builtin.
     */
    private void hideBuiltins(RuleUnit rule, Scopes scopes) {
        Set<String> hiding = new TreeSet<>(OutputVars.neededBy(rule.body()));
        hiding.removeIf(name -> !isBuiltin.test(name) || scopes.local(name).isPresent());
        if (hiding.isEmpty()) {
            return;
        }
        hiding.removeAll(Declarations.in(rule.body()));
        Walk.nodes(
                rule.body(),
                node -> {
                    if (node instanceof With with) {
                        Walk.vars(with, v -> hiding.remove(v.name()));
                    }
                    return true;
                });
        hiding.forEach(
                name -> scopes.insert(name, names.freshFor(Var.of(name)).name(), Occurrence.SEEN));
    }

    /** A parameter with new names for its variables. */
    private Term parameter(Term parameter, Scopes scopes) {
        return switch (parameter) {
            case Var v -> local(v, scopes);
            case ArrayTerm(var items, var location) ->
                    new ArrayTerm(
                            items.stream().map(item -> parameter(item, scopes)).toList(), location);
            case ObjectTerm(var entries, var location) ->
                    new ObjectTerm(
                            entries.stream()
                                    .map(e ->
                                            new ObjectTerm.Entry(
                                                    e.key(), parameter(e.value(), scopes)))
                                    .toList(),
                            location);
            case Ref(var parts, var location) ->
                    new Ref(parts.stream().map(part -> parameter(part, scopes)).toList(), location);
            case Call call -> {
                problems.add(
                        ErrorCode.COMPILE, call.location(), "rule arguments cannot contain calls");
                yield call;
            }
            case Scalar _, SetTerm _, Comprehension _, TemplateString _ -> parameter;
        };
    }

    private Var local(Var v, Scopes scopes) {
        Optional<String> known = scopes.local(v.name());
        if (known.isPresent()) {
            scopes.count(v.name());
            return new Var(known.get(), v.location());
        }
        Var local = names.freshFor(v);
        scopes.insert(v.name(), local.name(), Occurrence.PARAMETER);
        return local;
    }
}
