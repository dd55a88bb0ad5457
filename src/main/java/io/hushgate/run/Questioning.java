package io.hushgate.run;

import io.hushgate.rego.Evaluation;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks checks for their results, one after the other. */
final class Questioning {
    private final Set<String> disabled;
    private final ViolationReader reader;
    private final Complaints violations = new Complaints();
    private final Map<String, PolicyCheck> checks = new LinkedHashMap<>();

    /**
     * Begins with no answers.
     *
     * @param disabled ids of checks, and of results, that are off
     */
    Questioning(Set<String> disabled, ViolationReader reader) {
        this.disabled = disabled;
        this.reader = reader;
    }

    /** Asks a check, whose results are in a document, unless it is off. */
    void ask(Evaluation evaluation, PolicyCheck check, String document) {
        if (disabled.contains(check.id())) {
            return;
        }
        checks.put(check.id(), check);
        for (Value result : elements(evaluation.value(document))) {
            reader.read(check, result)
                    .filter(violation -> !disabled.contains(violation.id()))
                    .ifPresent(violation -> {
                        violations.add(violation);
                        checks.putIfAbsent(violation.id(), check.withId(violation.id()));
                    });
        }
    }

    private static Collection<Value> elements(@Nullable Value results) {
        List<Value> elements = new ArrayList<>();
        if (results instanceof RegoSet set) {
            set.forEach(elements::add);
        } else if (results instanceof RegoArray array) {
            array.forEach(elements::add);
        }
        return elements;
    }

    /** What was answered. */
    Policies.Judgement judgement() {
        return new Policies.Judgement(violations.all(), checks);
    }
}
