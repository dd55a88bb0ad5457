package io.hushgate.rego.builtin.crypto;

import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoNull;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Distinguished names (X.501) as Go's {@code pkix.Name} is written in JSON. */
final class X509Names {
    /** Attributes of X.520 below 2.5.4 of which there may be several, by their last arc. */
    private static final Map<Long, String> SEVERAL =
            Map.of(
                    6L, "Country",
                    10L, "Organization",
                    11L, "OrganizationalUnit",
                    7L, "Locality",
                    8L, "Province",
                    9L, "StreetAddress",
                    17L, "PostalCode");

    private static final Map<Long, String> ONE = Map.of(3L, "CommonName", 5L, "SerialNumber");

    private X509Names() {}

    /** Reads the DER of a name. */
    static RegoObject read(byte[] der) {
        Map<String, List<Value>> several = new LinkedHashMap<>();
        RegoObject.Builder name = RegoObject.builder();
        ONE.values().forEach(key -> name.put(key, RegoString.EMPTY));
        SEVERAL.values().forEach(key -> name.put(key, RegoNull.NULL));
        RegoArray.Builder names = RegoArray.builder();
        for (DerReader.Element set : DerReader.of(der).next(DerReader.SEQUENCE).elements()) {
            for (DerReader.Element attribute : set.elements()) {
                DerReader parts = attribute.inner();
                List<Long> type = parts.next(DerReader.OBJECT_ID).arcs();
                RegoString value = RegoString.of(parts.next().text());
                names.add(
                        RegoObject.builder()
                                .put("Type", numbers(type))
                                .put("Value", value)
                                .build());
                if (type.size() == 4 && type.subList(0, 3).equals(List.of(2L, 5L, 4L))) {
                    String plural = SEVERAL.get(type.get(3));
                    String single = ONE.get(type.get(3));
                    if (plural != null) {
                        several.computeIfAbsent(plural, _ -> new ArrayList<>()).add(value);
                    } else if (single != null) {
                        name.put(single, value);
                    }
                }
            }
        }
        several.forEach((key, values) -> name.put(key, RegoArray.of(values)));
        RegoArray all = names.build();
        return name.put("Names", all.size() == 0 ? RegoNull.NULL : all)
                .put("ExtraNames", RegoNull.NULL)
                .build();
    }

    static RegoArray numbers(List<Long> numbers) {
        return RegoArray.of(numbers.stream().map(n -> (Value) RegoNumber.of(n)).toList());
    }
}
