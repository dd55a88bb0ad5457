package io.hushgate.rego.compile.name;

import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Transformer;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.With;
import io.hushgate.rego.compile.unit.Roots;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Renames variables where they are used, and notes those that nobody has declared. */
final class TermRenaming extends Transformer {
    private final Scopes scopes;
    private final List<RegoError> errors;
    private final UnaryOperator<Comprehension> closures;

    TermRenaming(Scopes scopes, List<RegoError> errors, UnaryOperator<Comprehension> closures) {
        this.scopes = scopes;
        this.errors = errors;
        this.closures = closures;
    }

    @Override
    public Term term(Term term) {
        Optional<String> root = Roots.nameOf(term);
        if (root.isPresent()) {
            return document(new Var(root.get(), term.location()));
        }
        return switch (term) {
            case Var v -> use(v);
            case Ref ref -> ref(ref);
            case Call call -> {
                reportShadowed(call);
                yield super.term(call);
            }
            case Comprehension comprehension -> closures.apply(comprehension);
            default -> super.term(term);
        };
    }

    /** The call of a statement is not checked for shadowed names; it will be found undefined. */
    @Override
    public Statement statement(Statement statement) {
        return statement instanceof Statement.OfTerm(Call call)
                ? new Statement.OfTerm(super.term(call))
                : super.statement(statement);
    }

    @Override
    public Ref function(Ref function) {
        return ref(function);
    }

    /** The input that {@code with} replaces is the document, whatever variables are named. */
    @Override
    public With with(With with) {
        Ref target = Roots.isInput(with.target()) ? keys(with.target()) : ref(with.target());
        return new With(target, term(with.value()), with.location());
    }

    /** Notes that {@code name} stands here undeclared. */
    void see(String name) {
        if (scopes.local(name).isEmpty()) {
            scopes.insert(name, name, Occurrence.SEEN);
        }
    }

    /** A root document, or the variable that hides it. */
    private Term document(Var root) {
        boolean hidden =
                scopes.occurrence(root.name()).filter(o -> o != Occurrence.SEEN).isPresent();
        return hidden ? use(root) : new Ref(List.of(root), root.location());
    }

    private Var use(Var v) {
        Optional<String> local = scopes.local(v.name());
        if (local.isPresent()) {
            scopes.count(v.name());
            return new Var(local.get(), v.location());
        }
        scopes.insert(v.name(), v.name(), Occurrence.SEEN);
        return v;
    }

    private Ref ref(Ref ref) {
        List<Term> parts = new ArrayList<>(ref.size());
        parts.add(ref.head() instanceof Var head ? use(head) : term(ref.head()));
        ref.path().forEach(key -> parts.add(term(key)));
        return new Ref(parts, ref.location());
    }

    private void reportShadowed(Call call) {
        if (call.function().head() instanceof Var head
                && scopes.local(head.name())
                        .filter(local -> !local.equals(head.name()))
                        .isPresent()) {
            errors.add(
                    new RegoError(
                            ErrorCode.COMPILE,
                            "called function " + call.function() + " shadowed",
                            call.location()));
        }
    }
}
