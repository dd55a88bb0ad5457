package io.hushgate.rego.compile.check;

import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.compile.tree.RuleTree;
import io.hushgate.rego.compile.unit.Compilation;
import io.hushgate.rego.compile.unit.ModuleUnit;
import io.hushgate.rego.compile.unit.RuleUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Checks that the rules of one path agree about what stands there. */
public final class RuleConflicts {
    private final Compilation compilation;

    public RuleConflicts(Compilation compilation) {
        this.compilation = compilation;
    }

    public void check() {
        compilation.tree().each(this::check);
        checkPackages();
    }

    private void check(RuleTree<RuleUnit> place) {
        List<RuleUnit> rules = place.rules();
        if (rules.isEmpty()) {
            return;
        }
        RuleUnit first = rules.getFirst();
        List<RuleUnit> inside = inside(place);
        if (!inside.isEmpty()) {
            String others =
                    inside.stream()
                            .map(rule -> "\n  rule %s at %s".formatted(name(rule), rule.location()))
                            .collect(Collectors.joining());
            compilation
                    .problems()
                    .type(
                            first.location(),
                            "rule %s conflicts with:%s".formatted(name(rules.getLast()), others));
        } else if (disagree(rules)) {
            compilation
                    .problems()
                    .type(
                            first.location(),
                            "conflicting rules %s found".formatted(name(rules.getLast())));
        } else {
            checkDefaults(rules);
        }
    }

    /** Rules below a place that must have none: below a single value, or functions below keys. */
    private static List<RuleUnit> inside(RuleTree<RuleUnit> place) {
        List<RuleUnit> rules = place.rules();
        boolean fixed = rules.stream().anyMatch(rule -> !rule.head().hasDynamicRef());
        boolean open = rules.stream().anyMatch(rule -> rule.head().hasDynamicRef());
        List<RuleUnit> all = fixed ? below(place, _ -> true) : List.of();
        return all.isEmpty() && open ? below(place, rule -> rule.head().isFunction()) : all;
    }

    private static List<RuleUnit> below(RuleTree<RuleUnit> place, Predicate<RuleUnit> wanted) {
        Map<String, RuleUnit> found = new LinkedHashMap<>();
        place.each(child -> {
            if (child != place) {
                child.rules().stream()
                        .filter(wanted)
                        .forEach(rule -> found.putIfAbsent(rule.toString(), rule));
            }
        });
        return found.values().stream().sorted(Comparator.comparing(RuleUnit::toString)).toList();
    }

    private static boolean disagree(List<RuleUnit> rules) {
        long sets = rules.stream().filter(rule -> rule.head().isPartialSet()).count();
        long keyedSets =
                rules.stream()
                        .filter(rule -> rule.head().isPartialSet() && rule.head().hasDynamicRef())
                        .count();
        long complete =
                rules.stream()
                        .filter(rule -> !rule.head().isPartialSet() && !rule.head().hasDynamicRef())
                        .count();
        long arities = rules.stream().map(rule -> rule.head().args().size()).distinct().count();
        boolean setsAndValues = sets > 0 && sets < rules.size();
        boolean completeAndPartial = complete > 0 && complete < rules.size();
        boolean setsOfTwoDepths = keyedSets > 0 && keyedSets < sets;
        return arities > 1 || setsAndValues || completeAndPartial || setsOfTwoDepths;
    }

    private void checkDefaults(List<RuleUnit> rules) {
        List<RuleUnit> defaults = rules.stream().filter(RuleUnit::isDefault).toList();
        if (defaults.size() > 1) {
            String places =
                    defaults.stream()
                            .map(rule -> rule.location().toString())
                            .collect(Collectors.joining(", "));
            compilation
                    .problems()
                    .type(
                            defaults.getFirst().module().packageLocation(),
                            "multiple default rules %s found at %s"
                                    .formatted(name(rules.getLast()), places));
        }
    }

    /** A rule must not stand where a package has its name. */
    private void checkPackages() {
        Map<Ref, List<ModuleUnit>> packages =
                compilation.modules().stream()
                        .collect(
                                Collectors.groupingBy(
                                        ModuleUnit::path, LinkedHashMap::new, Collectors.toList()));
        for (RuleUnit rule : compilation.rules()) {
            if (rule.head().hasDynamicRef()) {
                continue;
            }
            for (ModuleUnit other : packages.getOrDefault(rule.path(), List.of())) {
                compilation
                        .problems()
                        .add(
                                ErrorCode.TYPE,
                                rule.module().packageLocation(),
                                "%s conflicts with rule %s defined at %s"
                                        .formatted(
                                                other.source().packageClause(),
                                                rule.head().ref(),
                                                rule.location()));
            }
        }
    }

    private Ref name(RuleUnit rule) {
        List<Term> parts = new ArrayList<>();
        for (Term part : rule.path().parts()) {
            parts.add(
                    switch (part) {
                        case Var v -> new Var(compilation.names().original(v.name()), v.location());
                        case Scalar scalar -> scalar;
                        default -> part;
                    });
        }
        return new Ref(parts, rule.location());
    }
}
