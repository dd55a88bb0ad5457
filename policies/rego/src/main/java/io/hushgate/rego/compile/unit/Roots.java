package io.hushgate.rego.compile.unit;

import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The two documents that every reference into the world begins with. */
public final class Roots {
    /** Variables that are bound from the beginning. */
    public static final Set<String> NAMES = Set.of("data", "input");

    private Roots() {}

    /** Whether the term is the whole of {@code data} or {@code input}. */
    public static boolean isRoot(Term term) {
        return nameOf(term).isPresent();
    }

    /** The name of the root document that the term is. */
    public static Optional<String> nameOf(Term term) {
        return switch (term) {
            case Var v when v.isRootDocument() -> Optional.of(v.name());
            case Ref ref
                    when ref.size() == 1 && ref.head() instanceof Var v && v.isRootDocument() ->
                    Optional.of(v.name());
            default -> Optional.empty();
        };
    }

    public static boolean isData(Ref ref) {
        return ref.head() instanceof Var v && v.name().equals("data");
    }

    public static boolean isInput(Ref ref) {
        return ref.head() instanceof Var v && v.name().equals("input");
    }

    /** The root document as a reference of one part. */
    static Ref ref(Var root) {
        return new Ref(List.of(root), root.location());
    }
}
