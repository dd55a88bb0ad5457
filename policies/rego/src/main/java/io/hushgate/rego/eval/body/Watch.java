package io.hushgate.rego.eval.body;

import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.eval.Check;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.value.Value;
import io.hushgate.rego.watch.Observer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells the observer how far a body has come. Only in programs that were made watchable. */
public abstract sealed class Watch extends Check {
    /** Before an expression. */
    public static final class Reached extends Watch {
        private final Expr expr;
        private final Map<String, Integer> slots;

        /** Takes the slots of the variables that can be shown, by the names to show them under. */
        public Reached(Expr expr, Map<String, Integer> slots) {
            this.expr = expr;
            this.slots = Map.copyOf(slots);
        }

        @Override
        void tell(Observer observer, Frame frame) {
            observer.reached(expr, () -> values(frame));
        }

        private Map<String, Value> values(Frame frame) {
            Map<String, Value> values = new LinkedHashMap<>();
            slots.forEach((name, slot) -> {
                Value value = frame.get(slot);
                if (value != null) {
                    values.put(name, value);
                }
            });
            return values;
        }
    }

    /** After an expression that has held. */
    public static final class Held extends Watch {
        private final Expr expr;

        public Held(Expr expr) {
            this.expr = expr;
        }

        @Override
        void tell(Observer observer, Frame frame) {
            observer.held(expr);
        }
    }

    /** After a whole body. */
    public static final class Delivered extends Watch {
        private final Rule rule;

        public Delivered(Rule rule) {
            this.rule = rule;
        }

        @Override
        void tell(Observer observer, Frame frame) {
            observer.delivered(rule);
        }
    }

    abstract void tell(Observer observer, Frame frame);

    @Override
    public final boolean holds(Scope scope, Frame frame) {
        tell(scope.run().observer(), frame);
        return true;
    }
}
