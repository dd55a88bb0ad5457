package io.hushgate.rego.ast;

/** A value, or what becomes one when it is evaluated. */
public sealed interface Term extends Node
        permits Scalar,
                Var,
                Ref,
                Call,
                ArrayTerm,
                ObjectTerm,
                SetTerm,
                Comprehension,
                TemplateString {
    /**
     * Whether no variable stands in this term. As in OPA the first part of a reference does not
     * count, and a call is ground when its arguments are.
     */
    default boolean isGround() {
        return switch (this) {
            case Scalar _ -> true;
            case Var _ -> false;
            case Ref ref -> ref.path().stream().allMatch(Term::isGround);
            case Call call -> call.args().stream().allMatch(Term::isGround);
            case ArrayTerm array -> array.items().stream().allMatch(Term::isGround);
            case SetTerm set -> set.items().stream().allMatch(Term::isGround);
            case ObjectTerm object ->
                    object.entries().stream()
                            .allMatch(entry -> entry.key().isGround() && entry.value().isGround());
            case Comprehension _, TemplateString _ -> false;
        };
    }
}
