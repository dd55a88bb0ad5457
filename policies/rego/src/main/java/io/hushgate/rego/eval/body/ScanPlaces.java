package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Check;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Link;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Stored;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.eval.document.Place;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reference into {@code data} that leaves the names of packages or rules open, such as {@code
 * data.tests[name].result}: base data and rules are walked side by side, base data first.
 */
public final class ScanPlaces extends Link {
    /**
     * One key of the reference.
     *
     * @param key the key, or null when it is to be found
     * @param slot where a found key goes
     * @param pattern what the key must match besides; may bind further slots
     */
    public record Part(@Nullable Thunk key, int slot, List<? extends Check> pattern) {}

    private final Place start;
    private final Part[] parts;
    private final int valueSlot;

    public ScanPlaces(Place start, List<Part> parts, int valueSlot) {
        this.start = start;
        this.parts = parts.toArray(Part[]::new);
        this.valueSlot = valueSlot;
    }

    @Override
    public boolean run(Scope scope, Frame frame) {
        return place(start, 0, scope, frame);
    }

    private boolean place(Place place, int depth, Scope scope, Frame frame) {
        boolean hidden = scope.overrides().hides(place.number());
        if (depth == parts.length || place.document() != null || hidden) {
            return value(place.value(scope), hidden, depth, scope, frame);
        }
        Value base = scope.data(place.path());
        Part part = parts[depth];
        if (part.key != null) {
            Value key = part.key.of(scope, frame);
            return key != null && child(place, base, key, depth, scope, frame);
        }
        if (base instanceof RegoObject object) {
            for (int i = 0; i < object.size(); i++) {
                if (found(part, object.keyAt(i), scope, frame)
                        && child(place, base, object.keyAt(i), depth, scope, frame)) {
                    return true;
                }
            }
        }
        for (Place child : place.children()) {
            boolean seen = base != null && base.get(child.key()) != null;
            if (!seen
                    && found(part, child.key(), scope, frame)
                    && place(child, depth + 1, scope, frame)) {
                return true;
            }
        }
        return false;
    }

    private boolean child(
            Place place, @Nullable Value base, Value key, int depth, Scope scope, Frame frame) {
        Place child = place.child(key);
        return child != null
                ? place(child, depth + 1, scope, frame)
                : value(base == null ? null : Stored.get(base, key), true, depth + 1, scope, frame);
    }

    private boolean value(
            @Nullable Value value, boolean stored, int depth, Scope scope, Frame frame) {
        if (value == null) {
            return false;
        }
        if (depth == parts.length) {
            frame.set(valueSlot, value);
            return next().run(scope, frame);
        }
        Part part = parts[depth];
        if (part.key != null) {
            Value key = part.key.of(scope, frame);
            Value child = key == null ? null : stored ? Stored.get(value, key) : value.get(key);
            return value(child, stored, depth + 1, scope, frame);
        }
        int size =
                switch (value) {
                    case RegoArray array -> array.size();
                    case RegoObject object -> object.size();
                    case RegoSet set -> set.size();
                    default -> 0;
                };
        for (int i = 0; i < size; i++) {
            Value key =
                    switch (value) {
                        case RegoObject object -> object.keyAt(i);
                        case RegoSet set -> set.at(i);
                        default -> RegoNumber.of(i);
                    };
            if (found(part, key, scope, frame)
                    && value(value.get(key), stored, depth + 1, scope, frame)) {
                return true;
            }
        }
        return false;
    }

    private static boolean found(Part part, Value key, Scope scope, Frame frame) {
        scope.budget().step();
        if (part.slot != Scan.UNUSED) {
            frame.set(part.slot, key);
        }
        for (Check check : part.pattern) {
            if (!check.holds(scope, frame)) {
                return false;
            }
        }
        return true;
    }
}
