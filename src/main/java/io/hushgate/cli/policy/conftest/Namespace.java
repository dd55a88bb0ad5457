package io.hushgate.cli.policy.conftest;

import io.hushgate.rego.ast.Head;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A package whose rules are asked.
 *
 * @param name the package's path without {@code data.}
 * @param path the same as keys
 * @param rules the names that count as failures or warnings, in the order of the text
 * @param definitions how many definitions these rules have together
 */
record Namespace(String name, List<Value> path, Set<String> rules, int definitions) {
    private static final Pattern FAILURE = Pattern.compile("(deny|violation)(_[a-zA-Z0-9]++)*+");
    private static final Pattern WARNING = Pattern.compile("warn(_[a-zA-Z0-9]++)*+");

    static boolean isFailure(String rule) {
        return FAILURE.matcher(rule).matches();
    }

    static boolean counts(String rule) {
        return isFailure(rule) || WARNING.matcher(rule).matches();
    }

    /** What exceptions call a rule: {@code deny_root} is {@code root}, {@code deny} is nothing. */
    static String suffix(String rule) {
        int underscore = rule.indexOf('_');
        return underscore < 0 ? "" : rule.substring(underscore + 1);
    }

    static String nameOf(Module module) {
        String path = module.packageClause().path().toString();
        return path.startsWith("data.") ? path.substring("data.".length()) : path;
    }

    /** The namespace of a name; one that no module has says nothing. */
    static Namespace of(String name, List<Module> modules) {
        List<Value> path = Arrays.stream(name.split("\\.", -1)).<Value>map(RegoString::of).toList();
        Set<String> rules = new LinkedHashSet<>();
        int definitions = 0;
        for (Module module : modules) {
            if (nameOf(module).equals(name)) {
                path = path(module);
                for (Rule rule : module.rules()) {
                    if (rule.head().ref().size() == 1 && counts(rule.head().name())) {
                        rules.add(rule.head().name());
                        definitions++;
                    }
                }
            }
        }
        return new Namespace(name, path, rules, definitions);
    }

    private static List<Value> path(Module module) {
        List<Value> path = new ArrayList<>();
        for (Term key : module.packageClause().path().path()) {
            path.add(
                    RegoString.of(key instanceof Scalar.Text text ? text.value() : key.toString()));
        }
        return path;
    }

    /**
     * Refuses {@code deny[x] if {...}}: in Rego v1 that is an object of truths, no set of messages,
     * and nothing would ever be reported.
     */
    static void refuseIfWithoutContains(Module module) {
        for (Rule rule : module.rules()) {
            Head head = rule.head();
            boolean object =
                    head.ref().size() > 1
                            && head.result() instanceof Head.Result.Value value
                            && value.value().toString().equals("true");
            if (object && counts(head.name())) {
                throw new ConftestProblem(
                        "%s:%d: %s uses if without contains; write \"%s contains ... if\""
                                .formatted(
                                        head.location().file(),
                                        head.location().row(),
                                        head.name(),
                                        head.name()));
            }
        }
    }

    /** The keys of something in this package. */
    List<Value> path(String rule) {
        List<Value> longer = new ArrayList<>(path);
        longer.add(RegoString.of(rule));
        return longer;
    }
}
