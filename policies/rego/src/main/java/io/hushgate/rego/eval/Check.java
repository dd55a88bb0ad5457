package io.hushgate.rego.eval;

/** A part of a body that holds in at most one way; it may bind slots of the frame. */
public abstract class Check {
    public abstract boolean holds(Scope scope, Frame frame);
}
