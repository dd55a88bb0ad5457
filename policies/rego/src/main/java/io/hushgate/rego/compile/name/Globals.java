package io.hushgate.rego.compile.name;

import io.hushgate.rego.ast.Import;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that a module may use without a declaration: rules of its package, and its imports. */
public final class Globals {
    private static final Set<String> LANGUAGE_ROOTS = Set.of("future", "rego");

    private final Map<String, Ref> refs = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /**
     * @param packagePath {@code data.a.b}
     * @param ruleNames first words of the rules of that package, from all its modules
     * @param imports they win over rules
     */
    public Globals(Ref packagePath, Set<String> ruleNames, List<Import> imports) {
        for (String name : ruleNames) {
            refs.put(name, packagePath.append(Scalar.Text.of(name)));
        }
        for (Import imported : imports) {
            if (!isOfLanguage(imported)) {
                refs.put(imported.name(), imported.path());
            }
        }
    }

    /** Whether the import switches on a part of the language and brings no name. */
    public static boolean isOfLanguage(Import imported) {
        return imported.path().head() instanceof Var v && LANGUAGE_ROOTS.contains(v.name());
    }

    /** What {@code name} stands for, with the place of its use; notes the use. */
    Optional<Ref> use(Var name) {
        Ref ref = refs.get(name.name());
        if (ref == null) {
            return Optional.empty();
        }
        used.add(name.name());
        List<Term> parts = new ArrayList<>(ref.size());
        for (Term part : ref.parts()) {
            parts.add(
                    switch (part) {
                        case Var v -> new Var(v.name(), name.location());
                        case Scalar.Text text -> new Scalar.Text(text.value(), name.location());
                        default -> part;
                    });
        }
        return Optional.of(new Ref(parts, name.location()));
    }

    boolean isUsed(String name) {
        return used.contains(name);
    }
}
