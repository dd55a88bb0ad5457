package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Link;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.Value;

/**
 * Walks a collection: holds once for each element, with its key and value in slots. Elements come
 * in the order of their keys; a set's members are their own keys; a scalar has no elements.
 */
public final class Scan extends Link {
    /** In place of a slot: nobody reads it. */
    public static final int UNUSED = -1;

    private final Thunk collection;
    private final int keySlot;
    private final int valueSlot;

    public Scan(Thunk collection, int keySlot, int valueSlot) {
        this.collection = collection;
        this.keySlot = keySlot;
        this.valueSlot = valueSlot;
    }

    @Override
    public boolean run(Scope scope, Frame frame) {
        return switch (collection.of(scope, frame)) {
            case RegoArray array -> array(array, scope, frame);
            case RegoObject object -> object(object, scope, frame);
            case RegoSet set -> set(set, scope, frame);
            case null, default -> false;
        };
    }

    private boolean array(RegoArray array, Scope scope, Frame frame) {
        int size = array.size();
        for (int i = 0; i < size; i++) {
            if (keySlot != UNUSED) {
                frame.set(keySlot, RegoNumber.of(i));
            }
            if (element(array.at(i), scope, frame)) {
                return true;
            }
        }
        return false;
    }

    private boolean object(RegoObject object, Scope scope, Frame frame) {
        int size = object.size();
        for (int i = 0; i < size; i++) {
            if (keySlot != UNUSED) {
                frame.set(keySlot, object.keyAt(i));
            }
            if (element(object.valueAt(i), scope, frame)) {
                return true;
            }
        }
        return false;
    }

    private boolean set(RegoSet set, Scope scope, Frame frame) {
        int size = set.size();
        for (int i = 0; i < size; i++) {
            Value member = set.at(i);
            if (keySlot != UNUSED) {
                frame.set(keySlot, member);
            }
            if (element(member, scope, frame)) {
                return true;
            }
        }
        return false;
    }

    private boolean element(Value value, Scope scope, Frame frame) {
        scope.budget().step();
        if (valueSlot != UNUSED) {
            frame.set(valueSlot, value);
        }
        return next().run(scope, frame);
    }
}
