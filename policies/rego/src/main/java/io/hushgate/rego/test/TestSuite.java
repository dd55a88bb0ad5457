package io.hushgate.rego.test;

import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tests of some modules.
 *
 * @param modules the modules, in which tests of one name have got different ones
 * @param tests in the order of modules and rules
 */
record TestSuite(List<Module> modules, List<TestRule> tests) {
    static TestSuite of(List<Module> modules) {
        Map<Ref, Integer> seen = new HashMap<>();
        List<Module> renamed = new ArrayList<>();
        List<TestRule> tests = new ArrayList<>();
        for (Module module : modules) {
            List<Rule> rules = new ArrayList<>();
            for (Rule rule : module.rules()) {
                TestRule test = TestRule.of(module, rule).map(t -> unique(t, seen)).orElse(null);
                if (test != null) {
                    tests.add(test);
                }
                rules.add(test == null ? rule : test.rule());
            }
            renamed.add(module.withRules(rules));
        }
        return new TestSuite(List.copyOf(renamed), List.copyOf(tests));
    }

    private static TestRule unique(TestRule test, Map<Ref, Integer> seen) {
        int before = seen.merge(test.path(), 1, Integer::sum) - 1;
        return before == 0 ? test : test.renamed("#%02d".formatted(before));
    }
}
