package io.hushgate.rego.compile.check;

import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.compile.CompiledRule;
import io.hushgate.rego.compile.tree.RuleTree;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds rules that stand where base data has a value already, or below a value that has no keys:
 * which of the two a reference means would be anybody's guess.
 */
public final class DataConflicts {
    private final List<RegoError> found = new ArrayList<>();

    private DataConflicts() {}

    /**
     * The conflicts, one for each path, in the order of the rules.
     *
     * @param rules all rules by path, from above {@code data}
     * @param data the root of base data
     */
    public static List<RegoError> between(RuleTree<CompiledRule> rules, RegoObject data) {
        DataConflicts conflicts = new DataConflicts();
        if (data.size() > 0) {
            rules.children().values().forEach(root -> conflicts.below(root, data, ""));
        }
        return List.copyOf(conflicts.found);
    }

    private void below(RuleTree<CompiledRule> place, Value data, String path) {
        for (Map.Entry<Scalar, RuleTree<CompiledRule>> child : place.children().entrySet()) {
            if (child.getKey() instanceof Scalar.Text(var key, _)) {
                String longer = path.isEmpty() ? key : path + "/" + key;
                at(child.getValue(), data instanceof RegoObject o ? o.get(key) : data, longer);
            }
        }
    }

    /**
     * @param data what base data has here, or the value above that has no keys
     */
    private void at(RuleTree<CompiledRule> place, @Nullable Value data, String path) {
        if (data == null) {
            return;
        }
        if (place.rules().isEmpty()) {
            below(place, data, path);
        } else {
            found.add(
                    new RegoError(
                            ErrorCode.COMPILE,
                            "conflicting rule for data path %s found".formatted(path),
                            place.rules().getFirst().rule().location()));
        }
    }
}
