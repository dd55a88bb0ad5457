package io.hushgate.rego.builtin.token;

import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.encoding.Encodings;
import io.hushgate.rego.value.JsonProblem;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A JSON Web Token in compact form (RFC 7519, 7515 section 3.1): three texts in base64url with dots
 * between.
 */
record JwtToken(String header, String payload, String signature) {
    static JwtToken split(String text) {
        if (text.indexOf('.') < 0) {
            throw BuiltinError.of("encoded JWT had no period separators");
        }
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw BuiltinError.of(
                    "encoded JWT must have 3 sections, found %d".formatted(parts.length));
        }
        return new JwtToken(parts[0], parts[1], parts[2]);
    }

    /** What the signature signs. */
    byte[] signed() {
        return (header + "." + payload).getBytes(StandardCharsets.UTF_8);
    }

    byte[] signatureBytes() {
        return Encodings.base64Url(signature);
    }

    RegoObject decodedHeader() {
        RegoObject decoded;
        String json = decoded(header, "JWT header had invalid encoding");
        try {
            decoded = object(json);
        } catch (BuiltinError e) {
            throw BuiltinError.of("bad JWT header: " + e.getMessage());
        }
        if (decoded.get("enc") != null) {
            throw BuiltinError.of("JWT is a JWE object, which is not supported");
        }
        return decoded;
    }

    String payloadText() {
        return decoded(payload, "JWT payload had invalid encoding");
    }

    byte[] checkedSignature() {
        try {
            return signatureBytes();
        } catch (BuiltinError e) {
            throw BuiltinError.of("JWT signature had invalid encoding: " + e.getMessage());
        }
    }

    private static String decoded(String text, String complaint) {
        try {
            return Encodings.decoded(Encodings.base64Url(text));
        } catch (BuiltinError e) {
            throw BuiltinError.of(complaint + ": " + e.getMessage());
        }
    }

    static RegoObject object(String json) {
        Value value;
        try {
            value = JsonReader.standard().read(json);
        } catch (JsonProblem e) {
            throw BuiltinError.of("invalid JSON: " + e.getMessage());
        }
        if (value instanceof RegoObject object) {
            return object;
        }
        throw BuiltinError.of("decoded JSON type was not an Object");
    }

    /**
     * The parameters of a header that decide how a token is verified; empty when absent.
     *
     * @param acceptable false if there is no algorithm, or an unknown parameter is critical (RFC
     *     7515, 4.1.11)
     */
    record Header(String algorithm, String keyId, String contentType, boolean acceptable) {
        private static final List<String> KNOWN = List.of("alg", "kid", "typ", "cty", "crit");

        static Header of(RegoObject header) {
            String algorithm = text(header, "alg");
            text(header, "typ");
            boolean acceptable = !algorithm.isEmpty();
            Value critical = header.get("crit");
            if (critical != null) {
                if (!(critical instanceof RegoArray names)) {
                    throw BuiltinError.of("crit: must be a list");
                }
                if (names.size() == 0) {
                    throw BuiltinError.of("crit: must be a nonempty list");
                }
                for (Value name : names) {
                    boolean known = name instanceof RegoString s && KNOWN.contains(s.value());
                    acceptable &= known || header.get(name) == null;
                }
            }
            return new Header(algorithm, text(header, "kid"), text(header, "cty"), acceptable);
        }

        private static String text(RegoObject header, String name) {
            Value value = header.get(name);
            if (value == null) {
                return "";
            }
            if (value instanceof RegoString string) {
                return string.value();
            }
            throw BuiltinError.of(name + ": must be a string");
        }
    }
}
