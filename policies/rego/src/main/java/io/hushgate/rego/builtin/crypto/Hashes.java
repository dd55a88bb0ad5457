package io.hushgate.rego.builtin.crypto;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.builtin.encoding.Encodings;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests and keyed digests of text in UTF-8, as lower-case hexadecimal. */
public final class Hashes {
    public static final List<Builtin> ALL =
            List.of(
                    digest("crypto.md5", "MD5"),
                    digest("crypto.sha1", "SHA-1"),
                    digest("crypto.sha256", "SHA-256"),
                    keyed("crypto.hmac.md5", "HmacMD5"),
                    keyed("crypto.hmac.sha1", "HmacSHA1"),
                    keyed("crypto.hmac.sha256", "HmacSHA256"),
                    keyed("crypto.hmac.sha512", "HmacSHA512"),
                    Builtin.of(
                            "crypto.hmac.equal",
                            "(string, string) => boolean",
                            (_, a) ->
                                    RegoBoolean.of(
                                            MessageDigest.isEqual(
                                                    Encodings.bytes(Operands.string(a, 0)),
                                                    Encodings.bytes(Operands.string(a, 1))))));

    private Hashes() {}

    private static Builtin digest(String name, String algorithm) {
        return Builtin.of(
                name,
                "(string) => string",
                (context, a) -> {
                    byte[] bytes = Encodings.bytes(Operands.string(a, 0));
                    context.step(bytes.length / 64);
                    try {
                        return hex(MessageDigest.getInstance(algorithm).digest(bytes));
                    } catch (GeneralSecurityException e) {
                        throw new IllegalStateException(algorithm + " is missing", e);
                    }
                });
    }

    private static Builtin keyed(String name, String algorithm) {
        return Builtin.of(
                name,
                "(string, string) => string",
                (context, a) -> {
                    byte[] bytes = Encodings.bytes(Operands.string(a, 0));
                    context.step(bytes.length / 64);
                    return hex(hmac(algorithm, Encodings.bytes(Operands.string(a, 1)), bytes));
                });
    }

    /** An empty key, which Java refuses, is the same as one zero byte (RFC 2104, section 2). */
    public static byte[] hmac(String algorithm, byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " is missing", e);
        }
    }

    private static Value hex(byte[] bytes) {
        return RegoString.of(HexFormat.of().formatHex(bytes));
    }
}
