package io.hushgate.core.grade;

import io.hushgate.core.bytes.Slice;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Whom a JSON Web Token speaks for: its {@code sub} (RFC 7519 section 4.1.2), which is no secret.
 */
final class TokenSubject {
    private static final int LONGEST = 16 * 1024;

    private TokenSubject() {}

    /** Reads the subject; empty when the bytes are no such token, or it names none. */
    static Optional<String> of(byte[] token) {
        Slice text = Slice.of(token);
        if (token.length > LONGEST || !text.startsWith("eyJ")) {
            return Optional.empty();
        }
        int start = text.indexOf('.') + 1;
        int length = text.from(start).indexOf('.');
        if (start == 0 || length < 0) {
            return Optional.empty();
        }
        try {
            byte[] payload =
                    Base64.getUrlDecoder().decode(Arrays.copyOfRange(token, start, start + length));
            return JsonFields.read(payload).map(fields -> fields.kinds().get("sub"));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no base64url, so no token
        }
    }
}
