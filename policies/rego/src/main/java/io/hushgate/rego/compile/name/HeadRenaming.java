package io.hushgate.rego.compile.name;

import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Head;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.TemplateString;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Transformer;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.compile.unit.LocalNames;
import io.hushgate.rego.compile.unit.Roots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renames variables in the head of a rule, in two steps: what comprehensions there declare for
 * themselves, before the body is renamed; and what the body declares, after it.
 */
final class HeadRenaming {
    private HeadRenaming() {}

    /** Renames what comprehensions and templates in the head declare. */
    static Head closures(Head head, LocalNames names, boolean strict, List<RegoError> errors) {
        return new Transformer() {
            @Override
            public Term term(Term term) {
                BodyRenaming inner = new BodyRenaming(names, new Scopes(), strict, errors);
                return switch (term) {
                    case Comprehension comprehension -> inner.closure(comprehension);
                    case TemplateString template -> inner.template(template);
                    default -> super.term(term);
                };
            }
        }.head(head);
    }

    /** Replaces the written names that {@code locals} knows, wherever they stand in the head. */
    static Head locals(Head head, Map<String, String> locals) {
        return new Transformer() {
            @Override
            public Term term(Term term) {
                Optional<String> root = Roots.nameOf(term);
                if (root.isPresent()) {
                    String local = locals.getOrDefault(root.get(), root.get());
                    Var name = new Var(local, term.location());
                    return name.isRootDocument() ? new Ref(List.of(name), term.location()) : name;
                }
                return switch (term) {
                    case Var v -> rename(v);
                    case Ref ref -> ref(ref);
                    default -> super.term(term);
                };
            }

            @Override
            public Ref function(Ref function) {
                return ref(function);
            }

            private Ref ref(Ref ref) {
                List<Term> parts = new ArrayList<>(ref.size());
                parts.add(ref.head() instanceof Var v ? rename(v) : term(ref.head()));
                ref.path().forEach(key -> parts.add(term(key)));
                return new Ref(parts, ref.location());
            }

            private Var rename(Var v) {
                return new Var(locals.getOrDefault(v.name(), v.name()), v.location());
            }
        }.head(head);
    }
}
