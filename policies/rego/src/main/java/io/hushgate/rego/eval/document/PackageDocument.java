package io.hushgate.rego.eval.document;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * All that is at and below a place: what a reference to a package, or to {@code data}, stands for.
 */
public final class PackageDocument extends Document {
    private final Place place;

    public PackageDocument(int number, Place place) {
        super(number, place.path(), Location.NONE);
        this.place = place;
    }

    @Override
    @Nullable Value evaluate(Scope scope) {
        return place.value(scope);
    }
}
