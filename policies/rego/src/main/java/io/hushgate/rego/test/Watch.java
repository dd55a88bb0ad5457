package io.hushgate.rego.test;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.compile.CompiledRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the tests among compiled rules, orders their bodies, and shows them to a witness. */
final class Watch {
    private final Map<String, TestRule> byPlace = new HashMap<>();
    private final Witness witness;

    Watch(List<TestRule> tests, Witness witness) {
        tests.forEach(test -> byPlace.put(place(test.rule().location()), test));
        this.witness = witness;
    }

    private static String place(Location location) {
        return location.start() + ":" + location.file();
    }

    CompiledRule rule(CompiledRule compiled) {
        TestRule test = byPlace.get(place(compiled.rule().location()));
        if (test == null) {
            return compiled;
        }
        List<Term> parts = compiled.path().parts();
        List<Term> keys = parts.subList(parts.size() - test.keys().size(), parts.size());
        Rule ordered = CaseOrder.namesFirst(compiled.rule(), keys);
        witness.watch(test, ordered, keys);
        return new CompiledRule(compiled.path(), ordered, compiled.module());
    }
}
