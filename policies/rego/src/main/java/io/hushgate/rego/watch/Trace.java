package io.hushgate.rego.watch;

import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.eval.Check;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.lower.Env;
import io.hushgate.rego.eval.lower.Instruments;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What an evaluation did, step by step: which expressions it looked at, which of them held, which
 * rules it left with a result, and what {@code trace} noted. The program is to be {@linkplain
 * io.hushgate.rego.Program#watchedBy watched by} it, and its notes are to come here. For one
 * evaluation at a time.
 */
public final class Trace implements Instruments, BuiltinContext.Sink {
    /** What a step is. */
    public enum Kind {
        /** An expression that held at least once. */
        EVAL("Eval"),
        /** An expression that did not hold. */
        FAIL("Fail"),
        /** A rule whose body held. */
        EXIT("Exit"),
        /** What {@code trace} was given. */
        NOTE("Note");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /**
     * One step.
     *
     * @param text the expression as it was written, the rule's name, or the note
     */
    public record Step(Kind kind, Location location, String text) {
        /** {@code FILE:ROW Kind text}, on one line. */
        @Override
        public String toString() {
            String place = location.file().isEmpty() ? "query:" + location.row() : "" + location;
            return place + " " + kind.word + " " + text.strip().replaceAll("\\s+", " ");
        }
    }

    /** An event; of an expression it is not known at first how it ends. */
    private static final class Event {
        private Kind kind;
        private final Expr expr;
        private final Location location;
        private final String text;

        Event(Kind kind, Expr expr, Location location, String text) {
            this.kind = kind;
            this.expr = expr;
            this.location = location;
            this.text = text;
        }

        /** The compiler takes expressions apart; its parts count when they end the matter. */
        boolean isTold() {
            return kind != Kind.EVAL || !expr.generated();
        }
    }

    /** Stands in events that are no expressions. */
    private static final Expr NOTHING = Expr.generated(new Scalar.Bool(true, Location.NONE));

    private final int maxSteps;
    private final List<Event> events = new ArrayList<>();

    /** Expressions that may still hold, the innermost last. */
    private final Deque<Event> open = new ArrayDeque<>();

    private long dropped;

    /**
     * An empty trace.
     *
     * @param maxSteps how many steps are kept; those after them are only counted
     */
    public Trace(int maxSteps) {
        this.maxSteps = maxSteps;
    }

    /** The steps in the order in which they were begun. */
    public List<Step> steps() {
        return events.stream()
                .filter(Event::isTold)
                .map(event -> new Step(event.kind, event.location, event.text))
                .toList();
    }

    /** How many steps there were beyond those that are kept. */
    public long dropped() {
        return dropped;
    }

    @Override
    public void before(Expr expr, Env env) {
        env.add(check(() -> reached(expr)));
    }

    @Override
    public void after(Expr expr, Env env) {
        env.add(check(() -> held(expr)));
    }

    @Override
    public void end(Rule rule, Env env) {
        Location location = rule.location();
        String name = rule.head().ref().toString();
        env.add(check(() -> add(new Event(Kind.EXIT, NOTHING, location, name))));
    }

    @Override
    public void accept(String note, Location place) {
        String quoted = JsonWriter.COMPACT.write(RegoString.of(note));
        add(new Event(Kind.NOTE, NOTHING, place, quoted));
    }

    private void reached(Expr expr) {
        Location here = expr.location();
        Event event = new Event(Kind.FAIL, expr, here, here.text());
        if (add(event)) {
            open.addLast(event);
        }
    }

    /** What was begun after the expression has ended by now, one way or the other. */
    @SuppressWarnings("ReferenceEquality") // equal expressions may stand at two places
    private void held(Expr expr) {
        if (dropped > 0) {
            return;
        }
        while (!open.isEmpty() && open.getLast().expr != expr) {
            open.removeLast();
        }
        if (!open.isEmpty()) {
            open.getLast().kind = Kind.EVAL;
        }
    }

    private boolean add(Event event) {
        if (events.size() == maxSteps) {
            dropped++;
            return false;
        }
        events.add(event);
        return true;
    }

    private static Check check(Runnable news) {
        return new Check() {
            @Override
            public boolean holds(Scope scope, Frame frame) {
                news.run();
                return true;
            }
        };
    }
}
