package io.hushgate.rego.eval.lower;

import io.hushgate.rego.ast.Node;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.ast.With;
import io.hushgate.rego.value.Value;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code with} modifiers of a program replace. Only calls and references that are named
 * here pay for looking whether they are replaced.
 *
 * @param functions number of each function, by its name
 * @param data paths under {@code data}
 */
record Replaced(Map<String, Integer> functions, Set<List<Value>> data) {
    /**
     * @param isFunction whether a reference names a function or builtin
     */
    static Replaced in(List<? extends Node> nodes, Predicate<Ref> isFunction) {
        Map<String, Integer> functions = new HashMap<>();
        Set<List<Value>> data = new LinkedHashSet<>();
        for (Node top : nodes) {
            Walk.nodes(
                    top,
                    node -> {
                        if (node instanceof With with) {
                            if (isFunction.test(with.target())) {
                                functions.putIfAbsent(with.target().toString(), functions.size());
                            } else if (Definitions.isData(with.target())) {
                                data.add(Definitions.constants(with.target().path()));
                            }
                        }
                        return true;
                    });
        }
        return new Replaced(functions, data);
    }

    @Nullable Integer function(String name) {
        return functions.get(name);
    }
}
