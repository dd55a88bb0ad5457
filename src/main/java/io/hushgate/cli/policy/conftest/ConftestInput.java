package io.hushgate.cli.policy.conftest;

import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A file to be tested.
 *
 * @param name as it is told in results
 * @param parsed the whole text
 * @param documents what is tested, each on its own: those of the text, of an array at its root its
 *     elements
 */
public record ConftestInput(String name, Value parsed, List<Value> documents) {
    private static final String COMBINED = "Combined";

    public ConftestInput {
        documents = List.copyOf(documents);
    }

    /** The input that a parsed file makes. */
    public static ConftestInput of(String name, Value parsed) {
        return new ConftestInput(
                name,
                parsed,
                parsed instanceof RegoArray array ? List.of(array.toArray()) : List.of(parsed));
    }

    /** All inputs as one: {@code [{path, contents}]}, by path. */
    public static ConftestInput combined(List<ConftestInput> inputs) {
        List<Value> all = new ArrayList<>();
        inputs.stream()
                .sorted(Comparator.comparing(ConftestInput::name))
                .forEach(input -> {
                    for (Value contents : input.documents()) {
                        all.add(
                                RegoObject.builder()
                                        .put("path", RegoString.of(input.name()))
                                        .put("contents", contents)
                                        .build());
                    }
                });
        RegoArray combined = RegoArray.of(all);
        return new ConftestInput(COMBINED, combined, List.of(combined));
    }
}
