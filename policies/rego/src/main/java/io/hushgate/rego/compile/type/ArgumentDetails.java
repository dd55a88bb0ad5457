package io.hushgate.rego.compile.type;

import io.hushgate.rego.ast.Term;
import io.hushgate.rego.type.RegoType;
import io.hushgate.rego.type.RegoType.FunctionOf;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows the types of arguments beside those that a function wants. */
public final class ArgumentDetails {
    private ArgumentDetails() {}

    /** Like {@link #lines}, for arguments of which nothing is known but how they are written. */
    public static List<String> ofWritten(List<Term> args, FunctionOf want) {
        List<@Nullable RegoType> have = new ArrayList<>();
        args.forEach(arg -> have.add(TypeEnv.empty().type(arg)));
        return lines(have, want);
    }

    /**
     * Two lines: what was given, and what was wanted.
     *
     * @param have types of the given arguments; null where a type is not known
     */
    static List<String> lines(List<@Nullable RegoType> have, FunctionOf want) {
        List<String> wanted =
                new ArrayList<>(want.arguments().stream().map(RegoType::toString).toList());
        if (want.variadic() != null) {
            wanted.add(want.variadic() + "...");
        }
        if (want.result() != null && have.size() > wanted.size()) {
            wanted.add(want.result().toString());
        }
        String given =
                have.stream()
                        .map(type -> type == null ? "???" : type.toString())
                        .collect(Collectors.joining(", "));
        return List.of("have: (" + given + ")", "want: (" + String.join(", ", wanted) + ")");
    }
}
