package io.hushgate.rego.eval;

/**
 * What a body delivers to: the members of a set, the entries of an object, the one value of a
 * complete rule. The step that ends a chain knows which kind its own is.
 */
public abstract class Collector {
    /** For bodies that deliver nothing, because it only matters whether they hold. */
    public static final Collector NONE = new Collector() {};
}
