package io.hushgate.rego.builtin.encoding;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Base64 (RFC 4648) and hexadecimal. Decoded bytes that are no UTF-8 become U+FFFD, because strings
 * are text.
 */
public final class Encodings {
    private static final String TEXT_TO_TEXT = "(string) => string";

    public static final List<Builtin> ALL =
            List.of(
                    text("base64.encode", s -> Base64.getEncoder().encodeToString(bytes(s))),
                    text("base64.decode", s -> decoded(base64(s))),
                    Builtin.of("base64.is_valid", "(string) => boolean", (_, a) -> isBase64(a[0])),
                    text("base64url.encode", s -> Base64.getUrlEncoder().encodeToString(bytes(s))),
                    text(
                            "base64url.encode_no_pad",
                            s -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(s))),
                    text("base64url.decode", s -> decoded(base64Url(s))),
                    text("hex.encode", s -> HexFormat.of().formatHex(bytes(s))),
                    text("hex.decode", s -> decoded(hex(s))));

    private Encodings() {}

    private static Builtin text(String name, UnaryOperator<String> function) {
        return Builtin.of(
                name,
                TEXT_TO_TEXT,
                (context, a) -> {
                    String text = Operands.string(a, 0);
                    context.step(text.length() / 16);
                    return RegoString.of(function.apply(text));
                });
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static String decoded(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Decodes the standard alphabet with its padding; line ends are passed over. */
    public static byte[] base64(String text) {
        return decode(text, false);
    }

    /** Decodes the alphabet for URLs, with or without padding. */
    public static byte[] base64Url(String text) {
        String padded = text;
        if (!text.endsWith("=")) {
            padded +=
                    switch (bytes(text).length % 4) {
                        case 0 -> "";
                        case 2 -> "==";
                        case 3 -> "=";
                        default -> throw BuiltinError.of("illegal base64url string: " + text);
                    };
        }
        return decode(padded, true);
    }

    private static byte[] decode(String text, boolean url) {
        Base64.Decoder decoder = url ? Base64.getUrlDecoder() : Base64.getDecoder();
        String joined = text.replace("\r", "").replace("\n", "");
        try {
            if (joined.length() % 4 == 0) {
                return decoder.decode(bytes(joined));
            }
        } catch (IllegalArgumentException e) {
            throw illegalBase64(joined, url);
        }
        throw illegalBase64(joined, url);
    }

    /** Names the first position that cannot be right, as Go does. */
    private static BuiltinError illegalBase64(String text, boolean url) {
        int at = 0;
        while (at < text.length() && isDigit(text.charAt(at), url)) {
            at++;
        }
        if (at == text.length()) {
            at -= at % 4;
        }
        return BuiltinError.of("illegal base64 data at input byte " + at);
    }

    private static boolean isDigit(char c, boolean url) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == (url ? '-' : '+')
                || c == (url ? '_' : '/');
    }

    private static RegoBoolean isBase64(Value value) {
        if (!(value instanceof RegoString string)) {
            return RegoBoolean.FALSE;
        }
        try {
            base64(string.value());
            return RegoBoolean.TRUE;
        } catch (BuiltinError e) {
            return RegoBoolean.FALSE;
        }
    }

    private static byte[] hex(String text) {
        byte[] bytes = bytes(text);
        for (byte b : bytes) {
            if (!HexFormat.isHexDigit(b & 0xff)) {
                throw BuiltinError.of(
                        "encoding/hex: invalid byte: U+%04X '%s'"
                                .formatted(b & 0xff, Character.toString(b & 0xff)));
            }
        }
        if (bytes.length % 2 != 0) {
            throw BuiltinError.of("encoding/hex: odd length hex string");
        }
        return HexFormat.of().parseHex(text);
    }
}
