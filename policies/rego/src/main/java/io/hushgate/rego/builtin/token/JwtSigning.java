package io.hushgate.rego.builtin.token;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.value.JsonProblem;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Making JSON Web Tokens. */
public final class JwtSigning {
    private static final JsonWriter WRITER = new JsonWriter(false, "", "", true);

    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of(
                                    "io.jwt.encode_sign_raw",
                                    "(string, string, string) => string",
                                    (context, a) ->
                                            sign(
                                                    context,
                                                    Operands.string(a, 0),
                                                    Operands.string(a, 1),
                                                    Operands.string(a, 2)))
                            .with(Builtin.Trait.NONDETERMINISTIC),
                    Builtin.of(
                                    "io.jwt.encode_sign",
                                    "(object[string: any], object[string: any], object[string: any]) => string",
                                    (context, a) ->
                                            sign(
                                                    context,
                                                    WRITER.write(a[0]),
                                                    WRITER.write(a[1]),
                                                    WRITER.write(a[2])))
                            .with(Builtin.Trait.NONDETERMINISTIC));

    private JwtSigning() {}

    private static RegoString sign(
            BuiltinContext context, String headers, String payload, String jwk) {
        context.step(1_000);
        JwkKey key = key(jwk);
        RegoObject header = header(headers);
        if (!(header.get("alg") instanceof RegoString name)) {
            throw invalid("jwsbb: header \"alg\" not found");
        }
        JwsAlgorithm algorithm = JwsAlgorithm.find(name.value());
        if (algorithm == null) {
            throw BuiltinError.of("unknown JWS algorithm: " + name.value());
        }
        Value type = header.get("typ");
        boolean isToken = !(type instanceof RegoString text) || text.value().equals("JWT");
        if (isToken && parse(payload) == null) {
            throw BuiltinError.of("type is JWT but payload is not JSON");
        }
        String signed = encode(headers) + "." + encode(payload);
        try {
            byte[] signature =
                    algorithm.sign(key.key(), signed.getBytes(StandardCharsets.US_ASCII));
            return RegoString.of(
                    signed
                            + "."
                            + Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
        } catch (GeneralSecurityException e) {
            throw BuiltinError.of(String.valueOf(e.getMessage()));
        }
    }

    private static JwkKey key(String jwk) {
        try {
            List<JwkKey> keys = JwkKey.readAll(jwk);
            if (keys.isEmpty()) {
                throw BuiltinError.of("no keys found in JWK set");
            }
            return keys.getFirst();
        } catch (GeneralSecurityException e) {
            throw BuiltinError.of("failed to parse JWK: " + e.getMessage());
        }
    }

    private static RegoObject header(String headers) {
        if (headers.isEmpty()) {
            throw invalid("cannot parse JSON: cannot parse empty string");
        }
        Value parsed = parse(headers);
        if (parsed instanceof RegoObject object) {
            return object;
        }
        boolean scalar = parsed != null || "{[".indexOf(headers.charAt(0)) < 0;
        throw invalid(scalar ? "jwsbb: header \"alg\" not found" : "cannot parse JSON");
    }

    private static BuiltinError invalid(String why) {
        return BuiltinError.of("missing or invalid 'alg' header: " + why);
    }

    private static @Nullable Value parse(String json) {
        try {
            return JsonReader.standard().read(json);
        } catch (JsonProblem e) {
            return null;
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
