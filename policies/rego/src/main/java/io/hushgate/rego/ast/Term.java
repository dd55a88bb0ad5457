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

    /** The same term at another place. */
    default Term at(Location location) {
        return switch (this) {
            case Scalar.Null _ -> new Scalar.Null(location);
            case Scalar.Bool(var value, _) -> new Scalar.Bool(value, location);
            case Scalar.Num(var text, _) -> new Scalar.Num(text, location);
            case Scalar.Text(var value, _) -> new Scalar.Text(value, location);
            case Var(var name, _) -> new Var(name, location);
            case Ref(var parts, _) -> new Ref(parts, location);
            case Call(var function, var args, _) -> new Call(function, args, location);
            case ArrayTerm(var items, _) -> new ArrayTerm(items, location);
            case SetTerm(var items, _) -> new SetTerm(items, location);
            case ObjectTerm(var entries, _) -> new ObjectTerm(entries, location);
            case Comprehension.OfArray(var item, var body, _) ->
                    new Comprehension.OfArray(item, body, location);
            case Comprehension.OfSet(var item, var body, _) ->
                    new Comprehension.OfSet(item, body, location);
            case Comprehension.OfObject(var key, var value, var body, _) ->
                    new Comprehension.OfObject(key, value, body, location);
            case TemplateString(var parts, var raw, _) -> new TemplateString(parts, raw, location);
        };
    }

    /** What kind of term this is, in the word that OPA uses in messages. */
    default String typeName() {
        return switch (this) {
            case Scalar.Null _ -> "null";
            case Scalar.Bool _ -> "boolean";
            case Scalar.Num _ -> "number";
            case Scalar.Text _ -> "string";
            case Var _ -> "var";
            case Ref _ -> "ref";
            case Call _ -> "call";
            case ArrayTerm _ -> "array";
            case SetTerm _ -> "set";
            case ObjectTerm _ -> "object";
            case Comprehension.OfArray _ -> "arraycomprehension";
            case Comprehension.OfSet _ -> "setcomprehension";
            case Comprehension.OfObject _ -> "objectcomprehension";
            case TemplateString _ -> "templatestring";
        };
    }
}
