package io.hushgate.rego.eval.lower;

import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.document.Clauses;
import io.hushgate.rego.eval.document.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a scope has what one of several rules needs. */
final class Possible implements Clauses.Promise {
    private final List<RuleAt> rules;
    private final Place root;
    private volatile @Nullable List<Prerequisites> known;

    Possible(List<RuleAt> rules, Place root) {
        this.rules = rules;
        this.root = root;
    }

    @Override
    public boolean isKept(Scope scope) {
        List<Prerequisites> prerequisites = known;
        if (prerequisites == null) {
            prerequisites = prerequisites();
            known = prerequisites;
        }
        for (Prerequisites needed : prerequisites) {
            if (needed.hold(scope)) {
                return true;
            }
        }
        return false;
    }

    private List<Prerequisites> prerequisites() {
        List<Prerequisites> all = new ArrayList<>(rules.size());
        for (RuleAt rule : rules) {
            all.add(rule.prerequisites(root));
        }
        return all;
    }
}
