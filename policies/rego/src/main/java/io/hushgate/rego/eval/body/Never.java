package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Check;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;

/** What cannot hold. */
public final class Never extends Check {
    public static final Never INSTANCE = new Never();

    private Never() {}

    @Override
    public boolean holds(Scope scope, Frame frame) {
        return false;
    }
}
