package io.hushgate.rego.eval.lower;

import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.ObjectTerm;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.SetTerm;
import io.hushgate.rego.ast.TemplateString;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.eval.Step;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.eval.body.AddElement;
import io.hushgate.rego.eval.body.AddEntry;
import io.hushgate.rego.eval.body.AddMember;
import io.hushgate.rego.eval.body.AddRow;
import io.hushgate.rego.eval.term.ArrayComprehension;
import io.hushgate.rego.eval.term.Constant;
import io.hushgate.rego.eval.term.Grouped;
import io.hushgate.rego.eval.term.MakeArray;
import io.hushgate.rego.eval.term.MakeObject;
import io.hushgate.rego.eval.term.MakeSet;
import io.hushgate.rego.eval.term.ObjectComprehension;
import io.hushgate.rego.eval.term.SetComprehension;
import io.hushgate.rego.eval.term.Thunks;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Lowers terms that are read. What of a term has to be scanned goes into the chain first. */
final class TermLowering {
    private final BodyLowering bodies;
    private final RefLowering refs;
    private final Definitions definitions;

    TermLowering(BodyLowering bodies, Definitions definitions) {
        this.bodies = bodies;
        this.definitions = definitions;
        this.refs = new RefLowering(this, definitions);
    }

    Unification unification() {
        return bodies.unification();
    }

    Thunk thunk(Term term, Env env) {
        Value constant = Constants.of(term);
        if (constant != null) {
            return new Constant(constant);
        }
        return switch (term) {
            case Var variable -> variable(variable, env);
            case Ref ref -> refs.thunk(ref, env);
            case ArrayTerm(var items, _) -> new MakeArray(thunks(items, env));
            case SetTerm(var items, _) -> new MakeSet(thunks(items, env));
            case ObjectTerm(var entries, _) -> object(entries, env);
            case Comprehension comprehension -> comprehension(comprehension, env);
            case Scalar _, Call _, TemplateString _ ->
                    throw new IllegalStateException("not compiled away: " + term);
        };
    }

    Thunks thunks(List<? extends Term> terms, Env env) {
        List<Thunk> thunks = new ArrayList<>(terms.size());
        for (Term term : terms) {
            thunks.add(thunk(term, env));
        }
        return new Thunks(thunks);
    }

    private Thunk variable(Var variable, Env env) {
        Thunk slot = env.slot(variable);
        if (slot == null) {
            throw new IllegalStateException(
                    "%s is read before it is bound".formatted(variable.name()));
        }
        return slot;
    }

    private Thunk object(List<ObjectTerm.Entry> entries, Env env) {
        return new MakeObject(
                thunks(entries.stream().map(ObjectTerm.Entry::key).toList(), env),
                thunks(entries.stream().map(ObjectTerm.Entry::value).toList(), env));
    }

    private Thunk comprehension(Comprehension comprehension, Env env) {
        Thunk direct = direct(comprehension, env);
        if (env.isPlain() || !definitions.mayGroup()) {
            return direct;
        }
        return GroupKeys.of(comprehension, env, call -> definitions.parameters(call))
                .map(keys -> grouped(comprehension, keys, direct, env))
                .orElse(direct);
    }

    private Thunk grouped(Comprehension comprehension, List<Var> keys, Thunk direct, Env env) {
        Env inside = env.grouping(keys);
        bodies.body(comprehension.body(), inside);
        List<Term> columns = new ArrayList<>(keys);
        Grouped.Kind kind =
                switch (comprehension) {
                    case Comprehension.OfArray(var item, _, _) -> {
                        columns.add(item);
                        yield Grouped.Kind.ARRAY;
                    }
                    case Comprehension.OfSet(var item, _, _) -> {
                        columns.add(item);
                        yield Grouped.Kind.SET;
                    }
                    case Comprehension.OfObject(var key, var value, _, _) -> {
                        columns.add(key);
                        columns.add(value);
                        yield Grouped.Kind.OBJECT;
                    }
                };
        Step body = inside.chain().end(new AddRow(thunks(columns, inside)));
        return new Grouped(kind, definitions.nextMemo(), thunks(keys, env), body, direct);
    }

    private Thunk direct(Comprehension comprehension, Env env) {
        Env inside = env.closure();
        bodies.body(comprehension.body(), inside);
        return switch (comprehension) {
            case Comprehension.OfArray(var item, _, _) -> {
                Thunk element = thunk(item, inside);
                yield new ArrayComprehension(inside.chain().end(new AddElement(element)));
            }
            case Comprehension.OfSet(var item, _, _) -> {
                Thunk member = thunk(item, inside);
                yield new SetComprehension(inside.chain().end(new AddMember(member)));
            }
            case Comprehension.OfObject(var key, var value, _, var location) -> {
                Thunk keyThunk = thunk(key, inside);
                Thunk valueThunk = thunk(value, inside);
                yield new ObjectComprehension(
                        inside.chain().end(new AddEntry(keyThunk, valueThunk, location)));
            }
        };
    }
}
