package io.hushgate.rego.eval.lower;

import io.hushgate.rego.ast.Head;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A compiled rule and where it stands.
 *
 * @param path the absolute reference that its head defines, with its variables
 */
public record RuleAt(Ref path, Rule rule) {
    Head head() {
        return rule.head();
    }

    /** The constant keys under {@code data} that the path begins with. */
    List<Value> groundKeys() {
        List<Value> keys = new ArrayList<>();
        for (Term key : path.path()) {
            Value value = Constants.of(key);
            if (value == null) {
                break;
            }
            keys.add(value);
        }
        return keys;
    }

    /** The keys of the path below a place. */
    List<Term> keysBelow(int depth) {
        return path.path().subList(depth, path.path().size());
    }

    /** Whether the path has variables, so that several evaluations fill one document. */
    boolean isDynamic() {
        return groundKeys().size() < path.path().size();
    }
}
