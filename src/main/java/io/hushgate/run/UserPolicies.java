package io.hushgate.run;

import io.hushgate.rego.ast.Module;
import io.hushgate.rego.value.RegoObject;
import java.util.List;

/**
 * The policies that the user adds with {@code --policy} or in the configuration.
 *
 * @param data laid over the data of the library, key by key
 */
record UserPolicies(List<Module> all, RegoObject data) {
    static final UserPolicies NONE = new UserPolicies(List.of(), RegoObject.EMPTY);
    private static final String GATE = "data.hushgate.gate";

    UserPolicies {
        all = List.copyOf(all);
    }

    static UserPolicies load(List<java.nio.file.Path> paths) {
        if (paths.isEmpty()) {
            return NONE;
        }
        throw new UnsupportedOperationException();
    }

    /** The modules that hold checks. */
    List<Module> modules() {
        return all.stream().filter(module -> !isGate(module)).toList();
    }

    /** The modules that replace the shipped gate; none where it is kept. */
    List<Module> gate() {
        return all.stream().filter(UserPolicies::isGate).toList();
    }

    int checkCount() {
        return modules().stream().mapToInt(module -> Policies.resultRules(module).size()).sum();
    }

    private static boolean isGate(Module module) {
        return module.packageClause().path().toString().equals(GATE);
    }

    /** The library's data with the user's over it. */
    RegoObject over(RegoObject shipped) {
        return merged(shipped, data);
    }

    private static RegoObject merged(RegoObject below, RegoObject above) {
        RegoObject.Builder merged = below.toBuilder();
        above.forEach((key, value) -> {
            if (value instanceof RegoObject inner && below.get(key) instanceof RegoObject shipped) {
                merged.put(key, merged(shipped, inner));
            } else {
                merged.put(key, value);
            }
        });
        return merged.build();
    }
}
