package io.hushgate.rego.eval.lower;

import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Node;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.eval.document.Clause;
import io.hushgate.rego.eval.document.Clauses;
import io.hushgate.rego.eval.document.CompleteDocument;
import io.hushgate.rego.eval.document.Document;
import io.hushgate.rego.eval.document.Function;
import io.hushgate.rego.eval.document.ObjectDocument;
import io.hushgate.rego.eval.document.Place;
import io.hushgate.rego.eval.document.SetDocument;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lowers all rules of a program: first their places, so that rules can refer to each other, then
 * bodies.
 */
final class Lowering {
    private final Definitions definitions;
    private final RuleLowering rules;
    private final boolean eager;
    private final Map<Document, List<RuleAt>> byDocument = new LinkedHashMap<>();
    private final Map<Function, List<RuleAt>> byFunction = new LinkedHashMap<>();

    Lowering(Definitions definitions, BodyLowering bodies, Instruments instruments) {
        this.definitions = definitions;
        this.rules = new RuleLowering(bodies, instruments);
        this.eager = !instruments.equals(Instruments.NONE);
    }

    /** Gives every rule its place. */
    void place(Collection<RuleAt> all) {
        Set<List<Value>> dynamic = new HashSet<>();
        for (RuleAt rule : all) {
            if (rule.isDynamic() && !rule.isFunction()) {
                dynamic.add(rule.groundKeys());
            }
        }
        Map<List<Value>, List<RuleAt>> byPath = new LinkedHashMap<>();
        Map<Ref, List<RuleAt>> byName = new LinkedHashMap<>();
        for (RuleAt rule : all) {
            if (rule.isFunction()) {
                byName.computeIfAbsent(rule.path(), _ -> new ArrayList<>()).add(rule);
            } else {
                byPath.computeIfAbsent(owner(rule.groundKeys(), dynamic), _ -> new ArrayList<>())
                        .add(rule);
            }
        }
        byPath.forEach((path, group) -> document(path, group, dynamic.contains(path)));
        byName.forEach(this::function);
    }

    /** The shortest path at or above a rule's at which entries are found by evaluation. */
    private static List<Value> owner(List<Value> path, Set<List<Value>> dynamic) {
        for (int i = 0; i < path.size(); i++) {
            if (dynamic.contains(path.subList(0, i))) {
                return path.subList(0, i);
            }
        }
        return path;
    }

    private void document(List<Value> path, List<RuleAt> group, boolean dynamic) {
        Place place = definitions.place(path);
        RuleAt first = group.getFirst();
        int number = definitions.nextMemo();
        if (dynamic) {
            int keys =
                    group.stream()
                            .mapToInt(rule -> rule.path().path().size() - path.size())
                            .min()
                            .orElse(0);
            Document document = new ObjectDocument(number, path, first.outline().location());
            byDocument.put(document, group);
            definitions.define(place, document, keys);
        } else if (first.outline().isMember()) {
            Document document = new SetDocument(number, path, first.outline().location());
            byDocument.put(document, group);
            definitions.define(place, document, 1);
        } else {
            Document document = new CompleteDocument(number, path, first.outline().location());
            byDocument.put(document, group);
            definitions.define(place, document, 0);
        }
    }

    private void function(Ref name, List<RuleAt> group) {
        Function function =
                new Function(
                        definitions.nextMemo(),
                        () -> isCostly(group),
                        name,
                        group.getFirst().outline().location());
        byFunction.put(function, group);
        definitions.define(name, function, group.getFirst().outline().parameters());
        List<Value> path = Definitions.constants(name.path());
        if (!isInDocument(path)) {
            definitions.place(path).holdFunction();
        }
    }

    /** Whether a function's bodies can run long, because they walk something. */
    private static boolean isCostly(List<RuleAt> group) {
        boolean[] walks = {false};
        for (RuleAt rule : group) {
            Walk.nodes(
                    rule.rule(),
                    node -> {
                        walks[0] |= walks(node);
                        return !walks[0];
                    });
        }
        return walks[0];
    }

    private static boolean walks(Node node) {
        return node instanceof Comprehension
                || node instanceof Statement.Every
                || (node instanceof Ref ref && !ref.isGround());
    }

    private boolean isInDocument(List<Value> path) {
        Place place = definitions.root();
        for (Value key : path) {
            if (place.document() != null) {
                return true;
            }
            Place child = place.child(key);
            if (child == null) {
                return false;
            }
            place = child;
        }
        return place.document() != null;
    }

    /** Gives packages without rules their place, since they are part of what is above them. */
    void place(Ref emptyPackage) {
        List<Value> path = Definitions.constants(emptyPackage.path());
        if (!isInDocument(path)) {
            Place place = definitions.place(path);
            assert place.path().equals(path);
        }
    }

    /** Lowers all bodies. */
    void define() {
        byDocument.forEach(this::define);
        byFunction.forEach(this::define);
        keyed();
    }

    /** Lowers the keyed parts that bodies have asked for, and those that their bodies ask for. */
    void keyed() {
        for (Definitions.KeyedRequest request = definitions.nextRequest();
                request != null;
                request = definitions.nextRequest()) {
            keyed(request);
        }
    }

    private void define(Document document, List<RuleAt> group) {
        if (document instanceof CompleteDocument complete) {
            complete.define(values(group), byDefault(group));
        } else if (document instanceof SetDocument set) {
            set.define(deferred(group, r -> rules.member(r.rule())));
        } else if (document instanceof ObjectDocument object) {
            int depth = depth(document);
            object.define(deferred(withoutDefault(group), r -> rules.entry(r, depth, 0)));
        } else {
            throw new IllegalStateException("no rules make " + document.name());
        }
    }

    private void define(Function function, List<RuleAt> group) {
        function.define(values(group), byDefault(group));
    }

    private Clauses values(List<RuleAt> group) {
        List<RuleAt> definitionsOnly = withoutDefault(group);
        if (eager) {
            return values(definitionsOnly, lowered(definitionsOnly, r -> rules.value(r.rule())));
        }
        return Clauses.deferred(
                new Possible(definitionsOnly, definitions.root()),
                () ->
                        values(
                                definitionsOnly,
                                lowered(definitionsOnly, r -> rules.value(r.rule()))));
    }

    private static Clauses values(List<RuleAt> group, Clauses clauses) {
        return haveSameValue(group) ? clauses.agreeing() : clauses;
    }

    private void keyed(Definitions.KeyedRequest request) {
        Document document = request.document();
        List<RuleAt> group = withoutDefault(byDocument.getOrDefault(document, List.of()));
        int depth = depth(document);
        request.keyed()
                .define(
                        deferred(
                                group,
                                r ->
                                        document instanceof SetDocument
                                                ? rules.knownMember(r.rule())
                                                : rules.entry(r, depth, request.depth())));
    }

    private int depth(Document document) {
        return definitions.depth(document);
    }

    /** Clauses that are lowered when they are needed; at once for those who watch. */
    private Clauses deferred(
            List<RuleAt> group, java.util.function.Function<RuleAt, Clause> clause) {
        if (eager) {
            return lowered(group, clause);
        }
        return Clauses.deferred(
                new Possible(group, definitions.root()), () -> lowered(group, clause));
    }

    /**
     * Threads that evaluate share what is known about the program, and lower one after the other.
     */
    private synchronized Clauses lowered(
            List<RuleAt> group, java.util.function.Function<RuleAt, Clause> clause) {
        List<Clause> clauses = new ArrayList<>(group.size());
        for (RuleAt rule : group) {
            clauses.add(clause.apply(rule));
        }
        keyed();
        return index(group, clauses);
    }

    private static Clauses index(List<RuleAt> group, List<Clause> clauses) {
        return group.size() == 1
                ? Clauses.of(clauses)
                : Index.over(group.stream().map(RuleAt::rule).toList(), clauses);
    }

    private static List<RuleAt> withoutDefault(List<RuleAt> group) {
        return group.size() == 1 && !group.getFirst().outline().isDefault()
                ? group
                : group.stream().filter(rule -> !rule.outline().isDefault()).toList();
    }

    /** The {@code default} rule alone, if there is one. */
    private Clauses byDefault(List<RuleAt> group) {
        for (RuleAt rule : group) {
            if (rule.outline().isDefault()) {
                return deferred(List.of(rule), r -> rules.value(r.rule()));
            }
        }
        return Clauses.NONE;
    }

    /** Whether all definitions, {@code else} branches included, yield one and the same constant. */
    private static boolean haveSameValue(List<RuleAt> group) {
        Set<Value> values = new HashSet<>();
        for (RuleAt rule : group) {
            List<Rule> branches = new ArrayList<>(rule.rule().elseRules());
            branches.add(rule.rule());
            for (Rule branch : branches) {
                Term term = RuleLowering.valueOf(branch.head());
                Value value = Constants.of(term);
                if (value == null) {
                    return false;
                }
                values.add(value);
            }
        }
        return values.size() == 1;
    }
}
