package io.hushgate.rego.annotation;

import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.ObjectTerm;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Term;
import java.util.List;
import java.util.Optional;

/** The fields of a block, read with the types that they must have. Absent and null are the same. */
record Fields(ObjectTerm all, Location location) {
    String text(String key) {
        return field(key).map(this::asText).orElse("");
    }

    boolean flag(String key) {
        return field(key)
                .map(value -> {
                    if (value instanceof Scalar.Bool(var flag, _)) {
                        return flag;
                    }
                    throw mismatch(value, "bool");
                })
                .orElse(false);
    }

    /** Items of a list; {@code type} names it in an error, as Go does. */
    List<Term> list(String key, String type) {
        return field(key)
                .map(value -> {
                    if (value instanceof ArrayTerm array) {
                        return array.items();
                    }
                    throw mismatch(value, type);
                })
                .orElse(List.of());
    }

    Optional<ObjectTerm> optionalObject(String key) {
        return field(key)
                .map(value -> {
                    if (value instanceof ObjectTerm object) {
                        return object;
                    }
                    throw mismatch(value, "map[string]interface {}");
                });
    }

    ObjectTerm object(String key) {
        return optionalObject(key).orElse(new ObjectTerm(List.of(), Location.NONE));
    }

    /** Any scalar as the text that was written for it. */
    String asText(Term value) {
        return switch (value) {
            case Scalar.Text(var text, _) -> text;
            case Scalar.Null _ -> "";
            case Scalar other -> other.toString();
            default -> throw mismatch(value, "string");
        };
    }

    private Optional<Term> field(String key) {
        return all.get(key).filter(value -> !(value instanceof Scalar.Null));
    }

    private MetadataProblem mismatch(Term value, String wanted) {
        Location place = value.location();
        return new MetadataProblem(
                place,
                "yaml: unmarshal errors:\n  line %d: cannot unmarshal %s into %s"
                        .formatted(place.row() - location.row(), shown(value), wanted));
    }

    /** The tag of a value, and the beginning of what was written if it is a scalar. */
    private static String shown(Term value) {
        return switch (value) {
            case ArrayTerm _ -> "!!seq";
            case ObjectTerm _ -> "!!map";
            case Scalar.Text(var text, _) -> "!!str " + excerpt(text);
            case Scalar.Bool _ -> "!!bool " + excerpt(value.toString());
            case Scalar.Num(var text, _) ->
                    (text.contains(".") ? "!!float " : "!!int ") + excerpt(text);
            default -> "!!null";
        };
    }

    private static String excerpt(String text) {
        return "`" + (text.length() > 10 ? text.substring(0, 7) + "..." : text) + "`";
    }
}
