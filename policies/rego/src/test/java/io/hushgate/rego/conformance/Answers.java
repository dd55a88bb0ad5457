package io.hushgate.rego.conformance;

import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.Arrays;

/** Answers in the form in which the cases expect them. */
final class Answers {
    private Answers() {}

    /** A value as JSON shows it: sets are sorted arrays, keys are strings. */
    static Value json(Value value) {
        return switch (value) {
            case RegoArray array -> {
                RegoArray.Builder copy = RegoArray.builder();
                array.forEach(element -> copy.add(json(element)));
                yield copy.build();
            }
            case RegoSet set -> {
                RegoArray.Builder copy = RegoArray.builder();
                set.forEach(member -> copy.add(json(member)));
                yield copy.build();
            }
            case RegoObject object -> {
                RegoObject.Builder copy = RegoObject.builder();
                object.forEach((key, child) ->
                        copy.put(
                                key instanceof RegoString
                                        ? key
                                        : RegoString.of(JsonWriter.COMPACT.write(key)),
                                json(child)));
                yield copy.build();
            }
            default -> value;
        };
    }

    /** The rows as a set, with each bound array sorted if the case says so. */
    static RegoSet rows(Iterable<? extends Value> rows, Case testCase) {
        RegoSet.Builder set = RegoSet.builder();
        for (Value row : rows) {
            RegoObject.Builder copy = RegoObject.builder();
            ((RegoObject) row)
                    .forEach((name, value) -> {
                        boolean generated = ((RegoString) name).value().startsWith("__local");
                        if (!(generated && testCase.ignoreGenerated())) {
                            copy.put(name, testCase.sortBindings() ? sorted(value) : value);
                        }
                    });
            set.add(copy.build());
        }
        return set.build();
    }

    private static Value sorted(Value value) {
        if (value instanceof RegoArray array) {
            Value[] elements = array.toArray();
            Arrays.sort(elements);
            return RegoArray.of(elements);
        }
        return value;
    }
}
