package io.hushgate.rego.ast;

import java.util.List;
import java.util.Optional;

/**
 * What a rule defines.
 *
 * <p>{@code p := 1}, {@code p[x] := y}, {@code a.b[x].c := 1} and {@code f(x) := y} have a {@link
 * Result.Value}; {@code p contains x} and {@code a.b contains x} have a {@link Result.Member}.
 *
 * @param ref as written, relative to the package; starts with a {@link Var}
 * @param args parameters; empty for a rule that is no function
 */
public record Head(Ref ref, List<Term> args, Result result, Location location) implements Node {
    public Head {
        args = List.copyOf(args);
    }

    /** What one evaluation of the rule contributes. */
    public sealed interface Result {
        /**
         * The value of the reference.
         *
         * @param assigned written with {@code :=} and not {@code =}
         * @param generated not written at all: the value is {@code true}
         */
        record Value(Term value, boolean assigned, boolean generated) implements Result {}

        /** A member of the set that the reference stands for. */
        record Member(Term key) implements Result {}
    }

    /** The first part of the reference. */
    public String name() {
        return ref.head() instanceof Var v ? v.name() : ref.head().toString();
    }

    public boolean isFunction() {
        return !args.isEmpty();
    }

    public boolean isPartialSet() {
        return result instanceof Result.Member;
    }

    /**
     * Whether some part of the reference is not a constant, so that several evaluations fill one
     * document.
     */
    public boolean hasDynamicRef() {
        return !ref.isGround();
    }

    /** The value, unless this is a partial set. */
    public Optional<Term> value() {
        return result instanceof Result.Value v ? Optional.of(v.value()) : Optional.empty();
    }

    /** The member, if this is a partial set. */
    public Optional<Term> key() {
        return result instanceof Result.Member m ? Optional.of(m.key()) : Optional.empty();
    }

    public Head withRef(Ref newRef) {
        return new Head(newRef, args, result, location);
    }

    public Head withArgs(List<Term> newArgs) {
        return new Head(ref, newArgs, result, location);
    }

    public Head withResult(Result newResult) {
        return new Head(ref, args, newResult, location);
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}
