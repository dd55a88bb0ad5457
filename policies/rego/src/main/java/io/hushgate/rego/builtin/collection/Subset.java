package io.hushgate.rego.builtin.collection;

import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.Value;

/** {@code object.subset}: whether one collection lies within another. */
final class Subset {
    private Subset() {}

    static boolean holds(Value whole, Value part) {
        if (whole instanceof RegoObject w && part instanceof RegoObject p) {
            return ofObject(w, p);
        }
        if (whole instanceof RegoSet w && part instanceof RegoSet p) {
            return ofSet(w, p);
        }
        if (whole instanceof RegoArray w && part instanceof RegoArray p) {
            return ofArray(w, p);
        }
        if (whole instanceof RegoArray w && part instanceof RegoSet p) {
            return inAnyOrder(w, p);
        }
        throw BuiltinError.operands(
                "both arguments object.subset must be of the same type or array and set");
    }

    /** Goes into collections of the same kind. */
    private static boolean ofObject(RegoObject whole, RegoObject part) {
        for (int i = 0; i < part.size(); i++) {
            Value mine = whole.get(part.keyAt(i));
            if (mine == null || !within(mine, part.valueAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean within(Value whole, Value part) {
        return whole.equals(part)
                || (whole instanceof RegoObject w && part instanceof RegoObject p && ofObject(w, p))
                || (whole instanceof RegoSet w && part instanceof RegoSet p && ofSet(w, p))
                || (whole instanceof RegoArray w && part instanceof RegoArray p && ofArray(w, p));
    }

    private static boolean ofSet(RegoSet whole, RegoSet part) {
        for (Value member : part) {
            if (!whole.contains(member)) {
                return false;
            }
        }
        return true;
    }

    /** The part as a whole must stand somewhere in the array. */
    private static boolean ofArray(RegoArray whole, RegoArray part) {
        for (int start = 0; start + part.size() <= whole.size(); start++) {
            int i = 0;
            while (i < part.size() && whole.at(start + i).equals(part.at(i))) {
                i++;
            }
            if (i == part.size()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Counts matches as OPA does: elements that repeat count again, and an empty array holds
     * nothing.
     */
    private static boolean inAnyOrder(RegoArray whole, RegoSet part) {
        int unmatched = part.size();
        for (Value element : whole) {
            if (part.contains(element)) {
                unmatched--;
            }
            if (unmatched == 0) {
                return true;
            }
        }
        return false;
    }
}
