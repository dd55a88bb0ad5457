package io.hushgate.rego.eval.body;

import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.eval.Check;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.watch.Observer;
import java.util.function.Consumer;

/** Tells the observer how far a body has come. Only in programs that were made watchable. */
public final class Watch extends Check {
    private final Consumer<Observer> news;

    private Watch(Consumer<Observer> news) {
        this.news = news;
    }

    /** Stands before an expression. */
    public static Watch reached(Expr expr) {
        return new Watch(observer -> observer.reached(expr));
    }

    /** Stands at the end of a body. */
    public static Watch delivered(Rule rule) {
        return new Watch(observer -> observer.delivered(rule));
    }

    @Override
    public boolean holds(Scope scope, Frame frame) {
        news.accept(scope.run().observer());
        return true;
    }
}
