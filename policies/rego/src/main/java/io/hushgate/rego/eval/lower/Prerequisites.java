package io.hushgate.rego.eval.lower;

import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Operator;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.document.Place;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must be in the documents for a rule to hold, as far as the beginning of its body tells
 * without being lowered: of the rules about roles, whose bodies begin with {@code some role in
 * data.estate.roles}, none can hold where there are no roles. Nothing that can fail stands before
 * what is looked at here, so that a rule that is left out is one that would have done nothing.
 */
public record Prerequisites(List<Part> parts) {
    /**
     * A part of a document.
     *
     * @param input whether it is of the input, and else of base data
     * @param scanned whether something must be in it, too
     */
    public record Part(boolean input, List<Value> path, boolean scanned) {
        public Part {
            path = List.copyOf(path);
        }
    }

    public Prerequisites {
        parts = List.copyOf(parts);
    }

    /**
     * The prerequisites of a rule.
     *
     * @param root the places of all rules
     */
    public static Prerequisites of(Rule rule, Place root) {
        Search search = new Search(root);
        if (rule.elseRules().isEmpty()) {
            for (Expr expr : rule.body().exprs()) {
                if (!search.accept(expr)) {
                    break;
                }
            }
        }
        return new Prerequisites(search.parts);
    }

    /** Whether nothing that the rule needs is missing. */
    boolean hold(Scope scope) {
        for (Part part : parts) {
            Value value = part.input() ? input(scope, part.path()) : scope.data(part.path());
            if (value == null || (part.scanned() && isEmpty(value))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Value input(Scope scope, List<Value> path) {
        Value value = scope.input();
        for (Value key : path) {
            value = value == null ? null : value.get(key);
        }
        return value;
    }

    private static boolean isEmpty(Value value) {
        if (value instanceof RegoArray array) {
            return array.size() == 0;
        }
        if (value instanceof RegoObject object) {
            return object.size() == 0;
        }
        return !(value instanceof RegoSet set) || set.size() == 0;
    }

    /** Goes through the beginning of a body. */
    private static final class Search {
        private final List<Part> parts = new ArrayList<>();
        private final Place root;

        Search(Place root) {
            this.root = root;
        }

        /** Whether to look at the next expression as well: if this one cannot fail. */
        private boolean accept(Expr expr) {
            if (expr.negated()
                    || !expr.modifiers().isEmpty()
                    || !(expr.statement() instanceof Statement.OfTerm(var term))) {
                return false;
            }
            if (term instanceof Call call) {
                return call.isOf(Operator.EQ)
                        && call.args().size() == 2
                        && accept(call.args().getFirst())
                        && accept(call.args().getLast());
            }
            return accept(term);
        }

        private boolean accept(Term term) {
            return term instanceof Var
                    || term instanceof Scalar
                    || (term instanceof Ref ref && accept(ref));
        }

        private boolean accept(Ref ref) {
            if (!(ref.head() instanceof Var head) || !head.isRootDocument()) {
                return ref.path().stream()
                        .allMatch(key -> key instanceof Var || key instanceof Scalar);
            }
            List<Value> path = new ArrayList<>();
            List<Term> keys = ref.path();
            Value key = keys.isEmpty() ? null : Constants.of(keys.getFirst());
            while (key != null) {
                path.add(key);
                key = path.size() == keys.size() ? null : Constants.of(keys.get(path.size()));
            }
            boolean isInput = head.name().equals("input");
            if (!isInput && !isBase(path)) {
                return false;
            }
            parts.add(new Part(isInput, path, isScan(keys, path.size())));
            return keys.stream().allMatch(k -> k instanceof Var || k instanceof Scalar);
        }

        /** Whether a variable key follows; it finds nothing in what is empty, bound or not. */
        private static boolean isScan(List<Term> keys, int constants) {
            return constants < keys.size();
        }

        /** Whether there are no rules at, below or above a path under {@code data}. */
        private boolean isBase(List<Value> path) {
            Place place = root;
            for (Value key : path) {
                if (place.document() != null || place.isFunction()) {
                    return false;
                }
                Place child = place.child(key);
                if (child == null) {
                    return true;
                }
                place = child;
            }
            return false;
        }
    }
}
