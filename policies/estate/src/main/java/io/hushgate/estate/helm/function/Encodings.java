package io.hushgate.estate.helm.function;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.template.Call;
import io.hushgate.estate.helm.template.TemplateFunction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.Adler32;

/** Base64 and digests. */
final class Encodings {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Encodings() {}

    static void addTo(Map<String, TemplateFunction> functions) {
        functions.put(
                "b64enc", call -> Datum.text(Base64.getEncoder().encodeToString(bytes(call))));
        functions.put("b64dec", Encodings::decoded);
        functions.put("b32enc", call -> Datum.text(base32(bytes(call))));
        functions.put("sha1sum", call -> digest("SHA-1", call));
        functions.put("sha256sum", call -> digest("SHA-256", call));
        functions.put("sha512sum", call -> digest("SHA-512", call));
        functions.put("adler32sum", Encodings::adler);
    }

    private static byte[] bytes(Call call) {
        return call.text(0).getBytes(StandardCharsets.UTF_8);
    }

    /** What is no base64 gives a text that says so, as in sprig. */
    private static Datum decoded(Call call) {
        try {
            byte[] decoded = Base64.getDecoder().decode(call.text(0).replaceAll("[\r\n]", ""));
            return Datum.text(new String(decoded, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Datum.text("illegal base64 data");
        }
    }

    private static Datum digest(String algorithm, Call call) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(bytes(call));
            return Datum.text(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private static Datum adler(Call call) {
        Adler32 sum = new Adler32();
        sum.update(bytes(call));
        return Datum.text(Long.toString(sum.getValue()));
    }

    /** RFC 4648, section 6. */
    private static String base32(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        for (int start = 0; start < bytes.length; start += 5) {
            long group = 0;
            int count = Math.min(5, bytes.length - start);
            for (int i = 0; i < 5; i++) {
                group = group << 8 | (i < count ? bytes[start + i] & 0xff : 0);
            }
            int digits = (count * 8 + 4) / 5;
            for (int i = 0; i < 8; i++) {
                int digit = (int) (group >>> (35 - 5 * i)) & 31;
                out.append(i < digits ? BASE32.charAt(digit) : '=');
            }
        }
        return out.toString();
    }
}
