package io.hushgate.rego.builtin;

import io.hushgate.rego.type.RegoType.FunctionOf;
import io.hushgate.rego.type.TypeText;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.Value;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One built-in function.
 *
 * @param name as it is called in Rego, with dots
 * @param infix the operator that stands for it, or null
 */
public record Builtin(
        String name, Signature signature, Set<Trait> traits, @Nullable String infix, Body body) {

    /** What the compiler and the evaluator must know beyond the types. */
    public enum Trait {
        /** Its result may differ between calls; within one query the first result holds. */
        NONDETERMINISTIC,
        /** It yields any number of results, like a rule that is iterated. */
        RELATION,
        /** Refused in Rego v1. */
        DEPRECATED
    }

    /** The code: a {@link Function} or a {@link Relation}. */
    public sealed interface Body permits Function, Relation {}

    /** Computes one result. Must not change {@code arguments} nor keep them. */
    @FunctionalInterface
    public non-sealed interface Function extends Body {
        /**
         * Computes the result; null when it is undefined.
         *
         * @throws BuiltinError if the arguments do not suit; without strict errors that is
         *     undefined, too
         */
        @Nullable Value call(BuiltinContext context, Value[] arguments);
    }

    /** Yields results one by one. */
    @FunctionalInterface
    public non-sealed interface Relation extends Body {
        /**
         * Hands each result to {@code next} and stops at the first answer that is not 0.
         *
         * @return that answer, or 0 after the last result
         */
        int each(BuiltinContext context, Value[] arguments, ToIntFunction<Value> next);
    }

    public Builtin {
        traits = Set.copyOf(traits);
    }

    public Builtin(
            String name,
            FunctionOf declaration,
            Set<Trait> traits,
            @Nullable String infix,
            Body body) {
        this(name, Signature.of(declaration), traits, infix, body);
    }

    /** A plain function; {@code signature} is in the notation of {@link TypeText}. */
    public static Builtin of(String name, String signature, Function function) {
        return new Builtin(name, Signature.of(signature), Set.of(), null, function);
    }

    /** A relation; {@code signature} tells the type of one result. */
    public static Builtin relation(String name, String signature, Relation relation) {
        return new Builtin(name, Signature.of(signature), Set.of(Trait.RELATION), null, relation);
    }

    public Builtin withInfix(String operator) {
        return new Builtin(name, signature, traits, operator, body);
    }

    public Builtin with(Trait trait) {
        EnumSet<Trait> all = EnumSet.of(trait);
        all.addAll(traits);
        return new Builtin(name, signature, all, infix, body);
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** The types of parameters and result. */
    public FunctionOf declaration() {
        return signature.type();
    }

    public int arity() {
        return declaration().arity();
    }

    /**
     * Calls the function; a relation yields the array of all its results. Results of
     * nondeterministic functions are kept in the context, so that equal calls agree within one
     * query.
     *
     * @return null when undefined
     * @throws BuiltinError named after this function
     */
    public @Nullable Value call(BuiltinContext context, Value[] arguments) {
        try {
            if (traits.contains(Trait.NONDETERMINISTIC)) {
                return context.once(this, arguments);
            }
            return compute(context, arguments);
        } catch (BuiltinError error) {
            throw error.in(name);
        }
    }

    @Nullable Value compute(BuiltinContext context, Value[] arguments) {
        return switch (body) {
            case Function function -> function.call(context, arguments);
            case Relation relation -> {
                RegoArray.Builder results = RegoArray.builder();
                relation.each(
                        context,
                        arguments,
                        result -> {
                            results.add(result);
                            return 0;
                        });
                yield results.build();
            }
        };
    }

    /**
     * Walks the results of a relation.
     *
     * @return the first answer of {@code next} that is not 0, else 0
     * @throws BuiltinError named after this function
     */
    public int each(BuiltinContext context, Value[] arguments, ToIntFunction<Value> next) {
        if (!(body instanceof Relation relation)) {
            throw new IllegalStateException(name + " is no relation");
        }
        return relation.each(context, arguments, next);
    }
}
