package io.hushgate.rego.syntax;

import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Head;
import io.hushgate.rego.ast.Head.Result;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what stands before the body of a rule. */
final class HeadParser {
    private final TokenStream in;
    private final TermParser terms;

    HeadParser(TokenStream in, TermParser terms) {
        this.in = in;
        this.terms = terms;
    }

    /**
     * A head as far as it can be understood before the body is seen.
     *
     * @param call whether parentheses were written, even if nothing is in them
     * @param value what stands after {@code =} or {@code :=}
     * @param member what stands after {@code contains}
     */
    record Draft(
            Ref ref,
            List<Term> args,
            boolean call,
            @Nullable Term value,
            boolean assigned,
            @Nullable Term member,
            Location location) {

        /**
         * Whether the value is {@code true} because none was written. {@code p[x]} may be a set
         * instead.
         */
        boolean hasGeneratedValue() {
            return value == null && member == null && (ref.size() != 2 || !args.isEmpty());
        }

        /** The head of a rule that needs no body. */
        Head complete(Location place) {
            return new Head(ref, args, result(true), place);
        }

        /**
         * The head of a rule with a body.
         *
         * @param usesIf without {@code if}, {@code p[x]} is a set of which x is a member
         */
        Head complete(boolean usesIf) {
            boolean oldSet =
                    !usesIf && value == null && member == null && args.isEmpty() && ref.size() == 2;
            return oldSet
                    ? new Head(
                            ref.prefix(1), args, new Result.Member(ref.parts().getLast()), location)
                    : new Head(ref, args, result(true), location);
        }

        private Result result(boolean generated) {
            if (member != null) {
                return new Result.Member(member);
            }
            return value != null
                    ? new Result.Value(value, assigned, false)
                    : new Result.Value(new Scalar.Bool(true, location), false, generated);
        }
    }

    Draft head(boolean isDefault) {
        Location start = in.here();
        Term term = name();
        Ref ref =
                switch (term) {
                    case Var v -> new Ref(List.of(v), v.location());
                    case Ref r -> r;
                    case Call call -> call.function();
                    default -> throw in.unexpected("expected rule head name");
                };
        if (!(ref.head() instanceof Var)) {
            throw in.unexpected("rule head ref " + ref + " invalid");
        }
        boolean call = term instanceof Call;
        List<Term> args = term instanceof Call c ? c.args() : List.of();
        Term value = null;
        Term member = null;
        boolean assigned = in.at(TokenKind.ASSIGN);
        switch (in.kind()) {
            case CONTAINS -> member = member(ref, call);
            case UNIFY ->
                    value =
                            after(
                                    "expected rule value term (e.g., %s[<nil>] = <VALUE> { ... })"
                                            .formatted(ref));
            case ASSIGN -> value = after(expectedValue(ref, args, isDefault));
            default -> {}
        }
        return new Draft(ref, args, call, value, assigned, member, in.since(start));
    }

    private Term name() {
        try {
            return terms.headOf(terms.variable());
        } catch (Failure failure) {
            throw in.unexpected("expected rule head name");
        }
    }

    private Term member(Ref ref, boolean call) {
        if (call) {
            throw in.unexpected(
                    "the contains keyword can only be used with multi-value rule definitions (e.g.,"
                            + " %s contains <VALUE> { ... })".formatted(ref));
        }
        return after("expected rule key term (e.g., %s contains <VALUE> { ... })".formatted(ref));
    }

    /** The term after the current token; {@code note} says what was expected there. */
    private Term after(String note) {
        in.advance();
        try {
            return terms.infix();
        } catch (Failure failure) {
            throw in.unexpected(note);
        }
    }

    private static String expectedValue(Ref ref, List<Term> args, boolean isDefault) {
        String form;
        if (!args.isEmpty()) {
            form = "expected function value term (e.g., %s(...) := <VALUE> { ... })";
        } else if (isDefault) {
            form = "expected default rule value term (e.g., default %s := <VALUE>)";
        } else {
            form = "expected rule value term (e.g., %s := <VALUE> { ... })";
        }
        return form.formatted(ref);
    }
}
