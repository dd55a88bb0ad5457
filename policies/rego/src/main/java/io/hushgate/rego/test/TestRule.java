package io.hushgate.rego.test;

import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule that is a test.
 *
 * @param name the path of the test within its package, up to the part that makes it one
 * @param skipped whether it is one that is still to be written
 */
record TestRule(Module module, Rule rule, Ref name, boolean skipped) {
    private static final String TEST = "test_";
    private static final String TODO = "todo_test_";

    static Optional<TestRule> of(Module module, Rule rule) {
        Ref ref = rule.head().ref();
        if (rule.head().isFunction()) {
            return Optional.empty();
        }
        for (int i = 0; i < ref.groundPrefix().size(); i++) {
            String part = text(ref.parts().get(i));
            if (part.startsWith(TEST) || part.startsWith(TODO)) {
                return Optional.of(
                        new TestRule(module, rule, ref.prefix(i + 1), part.startsWith(TODO)));
            }
        }
        return Optional.empty();
    }

    private static String text(Term part) {
        return switch (part) {
            case Var v -> v.name();
            case Scalar.Text(var text, _) -> text;
            default -> "";
        };
    }

    /** The keys below the name, each set of values of which is a case. */
    List<Term> keys() {
        List<Term> parts = rule.head().ref().parts();
        return parts.subList(name.size(), parts.size());
    }

    /** The absolute path of the test. */
    Ref path() {
        return absolute(name);
    }

    Ref absolute(Ref within) {
        List<Term> keys = new ArrayList<>();
        for (Term part : within.parts()) {
            keys.add(
                    part instanceof Var v && keys.isEmpty()
                            ? new Scalar.Text(v.name(), v.location())
                            : part);
        }
        return module.packageClause().path().appendAll(keys);
    }

    /** The same test under a name with a suffix. */
    TestRule renamed(String suffix) {
        List<Term> parts = new ArrayList<>(name.parts());
        Term last = parts.removeLast();
        parts.add(
                switch (last) {
                    case Var(var text, var location) -> new Var(text + suffix, location);
                    default -> new Scalar.Text(text(last) + suffix, last.location());
                });
        Ref newName = new Ref(parts, name.location());
        Rule newRule = rule.withHead(rule.head().withRef(newName.appendAll(keys())));
        return new TestRule(module, newRule, newName, skipped);
    }
}
