package io.hushgate.rego.eval.document;

import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.eval.Budget;
import io.hushgate.rego.eval.Collector;
import io.hushgate.rego.eval.Definition;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.body.Tree;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a partial document under known keys, found without the rest of the document: the
 * rules run with their keys bound. Each combination of keys is looked for at most once in a scope.
 *
 * <p>Every search may walk all that the rules walk. After many of them the whole document is found
 * once, so that asking for each key of a long list costs no more than the list is long. If the
 * whole fails where its parts did not, parts are found one by one as before.
 */
public final class Keyed {
    /** A document of few keys, or one of which little is asked, is never found as a whole. */
    private static final int MANY = 32;

    private final Document whole;
    private final int number;
    private final boolean mayFindWhole;
    private final boolean isSet;
    private Clauses clauses = Clauses.NONE;

    /**
     * @param number under which scopes remember what was found
     * @param mayFindWhole whether nobody notices that more is evaluated than what is asked for
     */
    public Keyed(Document whole, int number, boolean mayFindWhole) {
        this.whole = whole;
        this.number = number;
        this.mayFindWhole = mayFindWhole;
        this.isSet = whole instanceof SetDocument;
    }

    /**
     * Called once, by lowering.
     *
     * @param rules take the keys in their first slots; those of a set end at the first way they
     *     hold
     */
    public void define(Clauses rules) {
        this.clauses = rules;
    }

    /** The part under the keys, or null when undefined. */
    public @Nullable Value under(Value[] keys, Scope scope) {
        Object document = whole.known(scope);
        if (document != null) {
            return document instanceof Value value ? descend(value, keys) : null;
        }
        Map<Value, Object> found = scope.table(number);
        Value combination = keys.length == 1 ? keys[0] : RegoArray.of(keys);
        Object known = found.get(combination);
        if (known == null && mayFindWhole && found.size() == MANY && findWhole(scope)) {
            return under(keys, scope);
        }
        if (known == null) {
            Definition caller = scope.budget().enter(whole);
            Value value = evaluate(keys, scope);
            scope.budget().leave(caller);
            known = value == null ? Scope.UNDEFINED : value;
            scope.budget().grow();
            found.put(combination, known);
        }
        return known instanceof Value value ? value : null;
    }

    /** Tells whether the whole document is known now. */
    private boolean findWhole(Scope scope) {
        Budget.Mark mark = scope.budget().mark();
        try {
            whole.value(scope);
            return true;
        } catch (RegoException e) {
            if (e.errors().getFirst().code() == ErrorCode.EVAL_CANCEL) {
                throw e;
            }
            scope.budget().rewind(mark);
            return false;
        }
    }

    private @Nullable Value evaluate(Value[] keys, Scope scope) {
        if (isSet) {
            for (Clause clause : clauses.candidates(scope)) {
                if (clause.deliver(scope, keys, Collector.NONE)) {
                    return keys[0];
                }
            }
            return null;
        }
        Tree tree = new Tree();
        for (Clause clause : clauses.candidates(scope)) {
            clause.deliver(scope, keys, tree);
        }
        return descend(tree.build(), keys);
    }

    private static @Nullable Value descend(Value document, Value[] keys) {
        Value value = document;
        for (Value key : keys) {
            Value child = value.get(key);
            if (child == null) {
                return null;
            }
            value = child;
        }
        return value;
    }
}
