package io.hushgate.rego.type;

import io.hushgate.rego.type.RegoType.AnyOf;
import io.hushgate.rego.type.RegoType.ArrayOf;
import io.hushgate.rego.type.RegoType.Entries;
import io.hushgate.rego.type.RegoType.FunctionOf;
import io.hushgate.rego.type.RegoType.ObjectOf;
import io.hushgate.rego.type.RegoType.Property;
import io.hushgate.rego.type.RegoType.Scalar;
import io.hushgate.rego.type.RegoType.SetOf;
import io.hushgate.rego.value.RegoString;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the notation that types print themselves in.
 *
 * <pre>
 * type     = "null" | "boolean" | "number" | "string"
 *          | "any" [ "&lt;" type { "," type } "&gt;" ]
 *          | "array" [ "&lt;" type { "," type } "&gt;" ] [ "[" type "]" ]
 *          | "set" "[" type "]"
 *          | "object" [ "&lt;" word ":" type { "," word ":" type } "&gt;" ] [ "[" type ":" type "]" ]
 * function = "(" [ type [ "..." ] { "," type [ "..." ] } ] ")" "=&gt;" ( type | "???" )
 * </pre>
 *
 * For declarations in our own source: a mistake is a bug and throws {@link
 * IllegalArgumentException}.
 */
public final class TypeText {
    private final String text;
    private int at;

    private TypeText(String text) {
        this.text = text;
    }

    public static RegoType type(String text) {
        TypeText reader = new TypeText(text);
        RegoType type = reader.type();
        reader.end();
        return type;
    }

    public static FunctionOf function(String text) {
        TypeText reader = new TypeText(text);
        FunctionOf type = reader.function();
        reader.end();
        return type;
    }

    private FunctionOf function() {
        expect("(");
        List<RegoType> arguments = new ArrayList<>();
        RegoType variadic = null;
        while (!take(")")) {
            if (!arguments.isEmpty()) {
                expect(",");
            }
            RegoType argument = type();
            if (take("...")) {
                variadic = argument;
            } else {
                arguments.add(argument);
            }
        }
        expect("=>");
        return new FunctionOf(arguments, take("???") ? null : type(), variadic);
    }

    private RegoType type() {
        String word = word();
        return switch (word) {
            case "null" -> Scalar.NULL;
            case "boolean" -> Scalar.BOOLEAN;
            case "number" -> Scalar.NUMBER;
            case "string" -> Scalar.STRING;
            case "any" -> new AnyOf(fixed());
            case "array" -> new ArrayOf(fixed(), rest());
            case "set" -> {
                RegoType member = rest();
                yield new SetOf(member == null ? RegoType.ANY : member);
            }
            case "object" -> new ObjectOf(properties(), entries());
            default -> throw mistake("'" + word + "' is no type");
        };
    }

    private List<RegoType> fixed() {
        List<RegoType> types = new ArrayList<>();
        if (take("<")) {
            do {
                types.add(type());
            } while (take(","));
            expect(">");
        }
        return types;
    }

    private @Nullable RegoType rest() {
        if (!take("[")) {
            return null;
        }
        RegoType type = type();
        expect("]");
        return type;
    }

    private List<Property> properties() {
        List<Property> properties = new ArrayList<>();
        if (take("<")) {
            do {
                String key = word();
                expect(":");
                properties.add(new Property(RegoString.of(key), type()));
            } while (take(","));
            expect(">");
        }
        return properties;
    }

    private @Nullable Entries entries() {
        if (!take("[")) {
            return null;
        }
        RegoType key = type();
        expect(":");
        Entries entries = new Entries(key, type());
        expect("]");
        return entries;
    }

    private String word() {
        skipSpace();
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean take(String token) {
        skipSpace();
        if (!text.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        return true;
    }

    private void expect(String token) {
        if (!take(token)) {
            throw mistake("'" + token + "' expected");
        }
    }

    private void end() {
        skipSpace();
        if (at != text.length()) {
            throw mistake("end expected");
        }
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private IllegalArgumentException mistake(String what) {
        return new IllegalArgumentException("%s at %d of '%s'".formatted(what, at, text));
    }
}
