package io.hushgate.rego.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Head;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.Node;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.TemplateString;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.syntax.Parser;
import io.hushgate.rego.syntax.SharedCorpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The promises of the package description, held against all modules of the conformance cases. */
final class CompiledShapeTest {
    @Test
    void keepsItsPromises() {
        List<String> broken = new ArrayList<>();
        int compiled = 0;
        for (SharedCorpus.Sample sample : SharedCorpus.modules("v1")) {
            Optional<CompiledModules> modules = compile(sample);
            if (modules.isPresent()) {
                compiled++;
                for (CompiledRule rule : modules.get().rules()) {
                    check(rule.rule()).ifPresent(what -> broken.add(what + " in " + rule.rule()));
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(compiled).isGreaterThan(1_000);
    }

    private static Optional<CompiledModules> compile(SharedCorpus.Sample sample) {
        try {
            Module module = Parser.parseModule("m.rego", sample.text());
            return Optional.of(Compiler.compile(List.of(module), CompileOptions.DEFAULT));
        } catch (RegoException e) {
            return Optional.empty(); // needs other modules of its case
        }
    }

    private static Optional<String> check(Rule rule) {
        List<String> broken = new ArrayList<>();
        checkHead(rule.head(), broken);
        Walk.nodes(rule.body(), node -> checkNode(node, broken));
        rule.elseRules().forEach(branch -> check(branch).ifPresent(broken::add));
        return broken.stream().findFirst();
    }

    private static void checkHead(Head head, List<String> broken) {
        List<Term> terms = new ArrayList<>(head.args());
        head.key().ifPresent(terms::add);
        head.value().ifPresent(terms::add);
        for (Term term : terms) {
            if (contains(term, Ref.class) || contains(term, Comprehension.class)) {
                broken.add("evaluation in head: " + term);
            }
        }
    }

    private static boolean checkNode(Node node, List<String> broken) {
        switch (node) {
            case Expr expr -> checkExpr(expr, broken);
            case Ref ref -> {
                if (!(ref.head() instanceof Var) && !(ref.head() instanceof Scalar)) {
                    broken.add("composite head: " + ref);
                }
                if (ref.path().stream().anyMatch(key -> contains(key, Ref.class))) {
                    broken.add("nested reference: " + ref);
                }
            }
            case Var v -> {
                if (v.isRootDocument()) {
                    return true;
                }
            }
            case TemplateString template -> broken.add("template: " + template);
            case Statement.SomeVars some -> broken.add("declaration: " + some);
            case Statement.SomeIn some -> broken.add("declaration: " + some);
            default -> {}
        }
        return true;
    }

    private static void checkExpr(Expr expr, List<String> broken) {
        if (expr.isAssignment()) {
            broken.add("assignment: " + expr);
        }
        expr.modifiers().stream()
                .filter(with -> contains(with.value(), Comprehension.class))
                .forEach(with -> broken.add("value to evaluate: " + with));
        expr.call().ifPresent(call -> call.args().forEach(arg -> checkArg(expr, arg, broken)));
        expr.term()
                .filter(term -> !(term instanceof Call) && contains(term, Call.class))
                .ifPresent(term -> {
                    if (!(term instanceof Comprehension)) {
                        broken.add("nested call: " + term);
                    }
                });
    }

    private static void checkArg(Expr expr, Term arg, List<String> broken) {
        if (arg instanceof Call) {
            broken.add("nested call: " + expr);
        }
        boolean plain = !contains(arg, Ref.class) && !contains(arg, Comprehension.class);
        boolean side = expr.isEquality() && (arg instanceof Ref || arg instanceof Comprehension);
        if (!plain && !side) {
            broken.add("argument to evaluate: " + expr);
        }
    }

    private static boolean contains(Node node, Class<? extends Node> kind) {
        boolean[] found = {false};
        Walk.nodes(
                node,
                n -> {
                    found[0] |= kind.isInstance(n);
                    return !found[0];
                });
        return found[0];
    }
}
