package io.hushgate.rego.load;

import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A bundle's {@code .manifest} (OPA documentation, "Bundles").
 *
 * @param revision what the maker calls this state of the bundle; empty when absent
 * @param regoVersion 0 or 1 if the bundle says in which version its modules are written
 * @param metadata whatever else the maker noted; empty when absent
 */
public record Manifest(String revision, Roots roots, OptionalInt regoVersion, RegoObject metadata) {
    /** What holds for a bundle without a manifest. */
    static final Manifest NONE = new Manifest("", Roots.ALL, OptionalInt.empty(), RegoObject.EMPTY);

    static Manifest of(String place, Value json) {
        if (!(json instanceof RegoObject object)) {
            throw new LoadProblem(place, "a manifest must be a JSON object");
        }
        Value version = object.get("rego_version");
        if (version != null
                && !version.equals(RegoNumber.ZERO)
                && !version.equals(RegoNumber.ONE)) {
            throw new LoadProblem(place, "rego_version must be 0 or 1");
        }
        return new Manifest(
                object.get("revision") instanceof RegoString text ? text.value() : "",
                roots(place, object.get("roots")),
                version == null
                        ? OptionalInt.empty()
                        : OptionalInt.of((int) ((RegoNumber) version).longValue()),
                object.get("metadata") instanceof RegoObject metadata
                        ? metadata
                        : RegoObject.EMPTY);
    }

    private static Roots roots(String place, @Nullable Value json) {
        if (json == null) {
            return Roots.ALL;
        }
        List<String> paths = new ArrayList<>();
        if (json instanceof RegoArray array) {
            for (Value element : array) {
                if (element instanceof RegoString path) {
                    paths.add(path.value());
                }
            }
            if (paths.size() == array.size()) {
                checkDistinct(place, paths);
                return new Roots(paths);
            }
        }
        throw new LoadProblem(place, "roots must be an array of strings");
    }

    private static void checkDistinct(String place, List<String> paths) {
        for (int i = 0; i < paths.size(); i++) {
            Roots one = new Roots(List.of(paths.get(i)));
            String overlap = one.overlap(new Roots(paths.subList(i + 1, paths.size())));
            if (overlap != null) {
                throw new LoadProblem(
                        place, "the roots overlap in '%s'; name it once".formatted(overlap));
            }
        }
    }
}
