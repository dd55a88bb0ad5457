package io.hushgate.rego.test;

import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Cases under construction, by name. */
final class CaseTree {
    private final Map<String, CaseTree> below = new TreeMap<>();
    private final List<Value> path;
    private boolean passed;

    CaseTree(List<Value> path) {
        this.path = path;
    }

    /** Takes the value of a test: an object of as many levels as there are keys. */
    void add(@Nullable Value value, int levels) {
        if (levels == 0) {
            passed = value instanceof RegoBoolean && value.isTruthy();
        } else if (value instanceof RegoObject object) {
            object.forEach((key, inner) -> child(key).add(inner, levels - 1));
        }
    }

    /** Takes a case that was begun; if the value did not have it, it has failed. */
    void begun(List<Value> names) {
        if (!names.isEmpty()) {
            child(names.getFirst()).begun(names.subList(1, names.size()));
        }
    }

    private CaseTree child(Value key) {
        return below.computeIfAbsent(
                text(key),
                _ -> {
                    List<Value> longer = new ArrayList<>(path);
                    longer.add(key);
                    return new CaseTree(longer);
                });
    }

    private static String text(Value key) {
        return key instanceof RegoString string ? string.value() : JsonWriter.COMPACT.write(key);
    }

    List<CaseResult> results(Witness witness) {
        List<CaseResult> results = new ArrayList<>();
        below.forEach((name, tree) -> results.add(tree.result(name, witness)));
        return results;
    }

    private CaseResult result(String name, Witness witness) {
        List<CaseResult> cases = results(witness);
        boolean all = cases.isEmpty() ? passed : cases.stream().allMatch(CaseResult::passed);
        Optional<FailureNote> note =
                all || !cases.isEmpty() ? Optional.empty() : witness.note(path);
        return new CaseResult(name, all, cases, note);
    }
}
