package io.hushgate.rego.builtin.token;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Reading and verifying JSON Web Tokens. */
public final class Jwts {
    public static final List<Builtin> ALL = all();

    private Jwts() {}

    private static List<Builtin> all() {
        List<Builtin> all = new ArrayList<>();
        for (JwsAlgorithm algorithm : JwsAlgorithm.values()) {
            all.add(
                    Builtin.of(
                            "io.jwt.verify_" + algorithm.text().toLowerCase(Locale.ROOT),
                            "(string, string) => boolean",
                            (context, a) -> RegoBoolean.of(verify(context, algorithm, a))));
        }
        all.add(
                Builtin.of(
                        "io.jwt.decode",
                        "(string) => array<object[any: any], object[any: any], string>",
                        (_, a) -> decode(Operands.string(a, 0))));
        all.add(
                Builtin.of(
                                "io.jwt.decode_verify",
                                "(string, object[string: any]) => array<boolean, object[any: any], object[any: any]>",
                                JwtVerification::decodeVerify)
                        .with(Builtin.Trait.NONDETERMINISTIC));
        return List.copyOf(all);
    }

    /** Header, payload and signature; a token within a token is decoded in its place. */
    private static RegoArray decode(String text) {
        JwtToken token = JwtToken.split(text);
        RegoObject header = token.decodedHeader();
        String payload = token.payloadText();
        Value contentType = header.get("cty");
        if (contentType instanceof RegoString type && type.value().equals("JWT")) {
            return decode(unquoted(payload));
        }
        RegoObject claims = JwtToken.object(payload);
        String signature = HexFormat.of().formatHex(token.checkedSignature());
        return RegoArray.of(header, claims, RegoString.of(signature));
    }

    private static String unquoted(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && "\"'".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "\"'".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean verify(BuiltinContext context, JwsAlgorithm algorithm, Value[] a) {
        JwtToken token = JwtToken.split(Operands.string(a, 0));
        String key = Operands.string(a, 1);
        context.step(1_000);
        byte[] signed = token.signed();
        if (algorithm.isSymmetric()) {
            return algorithm.verifies(JwsAlgorithm.secret(key), signed, token.signatureBytes());
        }
        List<JwkKey> keys = VerificationKeys.read(key);
        byte[] signature = token.signatureBytes();
        JwtToken.Header header = JwtToken.Header.of(token.decodedHeader());
        return anyVerifies(keys, header, k -> algorithm.verifies(k.key(), signed, signature));
    }

    @FunctionalInterface
    interface Test {
        boolean verifies(JwkKey key);
    }

    /**
     * The key that the header names decides alone; else any key will do that is not for another
     * algorithm.
     */
    static boolean anyVerifies(List<JwkKey> keys, JwtToken.Header header, Test test) {
        if (!header.keyId().isEmpty()) {
            for (JwkKey key : keys) {
                if (key.id().equals(header.keyId())) {
                    return test.verifies(key);
                }
            }
        }
        for (JwkKey key : keys) {
            boolean fits = key.algorithm().isEmpty() || key.algorithm().equals(header.algorithm());
            if (fits && test.verifies(key)) {
                return true;
            }
        }
        return false;
    }
}
