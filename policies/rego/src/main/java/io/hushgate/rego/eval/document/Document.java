package io.hushgate.rego.eval.document;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.eval.Definition;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules of one reference define together. Its value is found at most once in a scope. */
public abstract sealed class Document implements Definition
        permits CompleteDocument, SetDocument, ObjectDocument, PackageDocument {
    private final int number;
    private final List<Value> path;
    private final Location location;

    /**
     * @param number of the document within its program, under which scopes remember it
     * @param path the keys under {@code data}
     */
    protected Document(int number, List<Value> path, Location location) {
        this.number = number;
        this.path = path;
        this.location = location;
    }

    /** The value, or null when the document is undefined. */
    public final @Nullable Value value(Scope scope) {
        Object known = scope.recall(number);
        if (known == null) {
            Definition caller = scope.budget().enter(this);
            Value found = evaluate(scope);
            scope.budget().leave(caller);
            scope.remember(number, found == null ? Scope.UNDEFINED : found);
            return found;
        }
        return known instanceof Value value ? value : null;
    }

    /** The value if it is remembered, else null. */
    final @Nullable Object known(Scope scope) {
        return scope.recall(number);
    }

    abstract @Nullable Value evaluate(Scope scope);

    @Override
    public final String name() {
        return Place.name(path);
    }

    @Override
    public final Location location() {
        return location;
    }
}
