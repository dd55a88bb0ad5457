package io.hushgate.core.context;

import io.hushgate.core.bytes.Signs;
import io.hushgate.core.bytes.Slice;
import io.hushgate.core.bytes.Words;

/** What a value is made of. Counts are of bytes. */
record Shape(
        int digits,
        int hexDigits,
        int blanks,
        int commas,
        int punctuation,
        int foreign,
        boolean isDotted,
        boolean isPath,
        boolean isUuid,
        boolean namesCredential,
        boolean isDressed) {
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
    private static final int MAX_DRESSED = 24;

    static Shape of(Slice value) {
        int digits = 0;
        int hex = 0;
        int blanks = 0;
        int commas = 0;
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
            commas += b == ',' ? 1 : 0;
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
                        || value.contains(":/")
                        || (slashes > 1 && value.length() < 40);
        return new Shape(
                digits,
                hex,
                blanks,
                commas,
                punctuation,
                foreign,
                dots > 0 && digits == 0,
                path,
                isUuid(value),
                CREDENTIAL_WORDS.isPartOf(value),
                isDressed(value, digits, punctuation + blanks));
    }

    /** At least four letters, and digits and signs beside them: {@code Letmein2024!}. */
    private static boolean isDressed(Slice value, int digits, int signs) {
        int letters = value.length() - digits - signs;
        return value.length() <= MAX_DRESSED && letters >= 4 && digits > 0 && signs > 0;
    }

    private static boolean isUuid(Slice value) {
        return value.length() == UUID_LENGTH
                && value.at(8) == '-'
                && value.at(13) == '-'
                && value.at(18) == '-'
                && value.at(23) == '-';
    }
}
