package io.hushgate.core.context;

import io.hushgate.core.bytes.Signs;
import io.hushgate.core.bytes.Slice;
import io.hushgate.core.bytes.Words;

/** What a value is made of. Counts are of bytes. */
record Shape(
        int digits,
        int hexDigits,
        int blanks,
        int punctuation,
        int foreign,
        boolean isDotted,
        boolean isPath,
        boolean isUuid,
        boolean namesCredential) {
    private static final Words CREDENTIAL_WORDS =
            Words.ignoringCase(
                    "password",
                    "passwd",
                    "secret",
                    "token",
                    "apikey",
                    "api_key",
                    "api-key",
                    "credential",
                    "passphrase",
                    "private_key",
                    "access_key",
                    "auth",
                    "bearer");
    private static final Signs JOINING = Signs.of("_-./+=");
    private static final int UUID_LENGTH = 36;

    static Shape of(Slice value) {
        int digits = 0;
        int hex = 0;
        int blanks = 0;
        int punctuation = 0;
        int foreign = 0;
        int dots = 0;
        int slashes = 0;
        for (int i = 0; i < value.length(); i++) {
            int b = value.at(i);
            boolean digit = b >= '0' && b <= '9';
            int lower = Slice.lower(b);
            boolean letter = lower >= 'a' && lower <= 'z';
            digits += digit ? 1 : 0;
            hex += digit || (lower >= 'a' && lower <= 'f') ? 1 : 0;
            blanks += b == ' ' || b == '\t' ? 1 : 0;
            foreign += b >= 0x80 || b < ' ' ? 1 : 0;
            dots += b == '.' ? 1 : 0;
            slashes += b == '/' || b == '\\' ? 1 : 0;
            punctuation += !digit && !letter && b > ' ' && !JOINING.has(b) ? 1 : 0;
        }
        boolean path =
                value.startsWith("/")
                        || value.startsWith("./")
                        || value.startsWith("~/")
                        || value.startsWith("../")
                        || value.contains("://")
                        || (slashes > 1 && value.length() < 40);
        return new Shape(
                digits,
                hex,
                blanks,
                punctuation,
                foreign,
                dots > 0 && digits == 0,
                path,
                isUuid(value),
                CREDENTIAL_WORDS.isPartOf(value));
    }

    private static boolean isUuid(Slice value) {
        return value.length() == UUID_LENGTH
                && value.at(8) == '-'
                && value.at(13) == '-'
                && value.at(18) == '-'
                && value.at(23) == '-';
    }
}
