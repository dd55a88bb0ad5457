package io.hushgate.rego.value;

import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import java.util.List;
import org.quicktheories.core.Gen;
import org.quicktheories.generators.Generate;

/** Values of all kinds, small ones first, often equal to one another. */
final class SomeValues {
    private SomeValues() {}

    static Gen<Value> values() {
        return values(2);
    }

    /** Values that JSON can say: no sets, and only strings as keys. */
    static Gen<Value> json() {
        return json(3);
    }

    private static Gen<Value> values(int depth) {
        Gen<Value> scalars = scalars();
        if (depth == 0) {
            return scalars;
        }
        Gen<List<Value>> members = lists().of(values(depth - 1)).ofSizeBetween(0, 3);
        return scalars.mix(members.map(m -> (Value) RegoArray.of(m)), 60)
                .mix(members.map(m -> (Value) RegoSet.of(m)), 30)
                .mix(members.map(m -> object(m)), 30);
    }

    private static Gen<Value> json(int depth) {
        Gen<Value> scalars = scalars();
        if (depth == 0) {
            return scalars;
        }
        Gen<List<Value>> members = lists().of(json(depth - 1)).ofSizeBetween(0, 10);
        Gen<Value> objects =
                members.zip(
                        lists().of(text()).ofSize(10),
                        (values, keys) -> {
                            RegoObject.Builder builder = RegoObject.builder();
                            for (int i = 0; i < values.size(); i++) {
                                builder.put(keys.get(i), values.get(i));
                            }
                            return builder.build();
                        });
        return scalars.mix(members.map(m -> (Value) RegoArray.of(m)), 50).mix(objects, 50);
    }

    private static Value object(List<Value> members) {
        RegoObject.Builder builder = RegoObject.builder();
        members.forEach(member -> builder.put(member, RegoArray.of(member)));
        return builder.build();
    }

    private static Gen<Value> scalars() {
        Gen<Value> few =
                Generate.pick(
                        List.of(
                                RegoNull.NULL,
                                RegoBoolean.TRUE,
                                RegoBoolean.FALSE,
                                RegoNumber.parse("1.0"),
                                RegoNumber.parse("-2.50"),
                                RegoNumber.parse("1e3"),
                                RegoNumber.parse("9223372036854775808"),
                                RegoString.of("\uD83D\uDE00"),
                                RegoString.of("\uFFFD")));
        Gen<Value> numbers = integers().between(-3, 3).map(n -> (Value) RegoNumber.of(n));
        return few.mix(numbers, 40).mix(text().map(t -> (Value) RegoString.of(t)), 40);
    }

    private static Gen<String> text() {
        return strings()
                .basicMultilingualPlaneAlphabet()
                .ofLengthBetween(0, 4)
                .map(t -> WellFormed.of(t));
    }
}
