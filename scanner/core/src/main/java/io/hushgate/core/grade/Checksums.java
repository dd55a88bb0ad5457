package io.hushgate.core.grade;

import io.hushgate.core.bytes.Slice;
import io.hushgate.core.decode.Base32Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The checksums that vendors put into credentials. Each method tells whether the one of {@code
 * secret} is right; see {@link io.hushgate.core.rule.Check} for the layouts.
 */
final class Checksums {
    private static final String BASE62 =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz";

    private Checksums() {}

    static boolean crc32Base62(Slice secret) {
        int from = secret.indexOf('_') + 1;
        return from > 0
                && secret.length() >= from + 6
                && secret.last(6)
                        .is(digits(crc32(secret.part(from, secret.length() - 6)), BASE62, 6));
    }

    static boolean crc32Hex(Slice secret) {
        int from = secret.indexOf('_') + 1;
        int to = secret.length() - 8;
        if (from == 0 || to <= from) {
            return false;
        }
        int end = secret.at(to - 1) == '_' ? to - 1 : to;
        return secret.last(8).is(hex(crc32(secret.part(from, end))));
    }

    static boolean crc32HexWhole(Slice secret) {
        int to = secret.length() - 9;
        if (to <= 0) {
            return false;
        }
        int crc = (int) crc32(secret.part(0, to));
        Slice sum = secret.last(8);
        return sum.isIgnoringCase(hex(crc & 0xffffffffL))
                || sum.isIgnoringCase(hex(Integer.reverseBytes(crc) & 0xffffffffL));
    }

    static boolean crc32UpperHex(Slice secret) {
        int to = secret.length() - 8;
        return to > 0 && secret.last(8).is(hex(crc32(secret.part(0, to))).toUpperCase(Locale.ROOT));
    }

    static boolean crc32Base64(Slice secret) {
        int to = secret.length() - 6;
        if (to <= 4) {
            return false;
        }
        int crc = Integer.reverseBytes((int) crc32(secret.part(4, to)));
        byte[] bytes = {(byte) (crc >> 24), (byte) (crc >> 16), (byte) (crc >> 8), (byte) crc};
        String sum = new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII);
        return secret.last(6).is(sum.substring(0, 6));
    }

    static boolean crc32Base36(Slice secret) {
        int to = secret.length() - 7;
        return to > 0 && secret.last(7).is(digits(crc32(secret.part(0, to)), BASE36, 7));
    }

    /** BIP 173; the part before the last {@code 1} is taken in lower case. */
    static boolean bech32(Slice secret) {
        int one = secret.length() - 1;
        while (one >= 0 && secret.at(one) != '1') {
            one--;
        }
        if (one < 1) {
            return false;
        }
        int sum = 1;
        for (int i = 0; i < one; i++) {
            sum = Bech32.step(sum, Slice.lower(secret.at(i)) >> 5);
        }
        sum = Bech32.step(sum, 0);
        for (int i = 0; i < one; i++) {
            sum = Bech32.step(sum, Slice.lower(secret.at(i)) & 31);
        }
        for (int i = one + 1; i < secret.length(); i++) {
            int value = Bech32.ALPHABET.indexOf(Slice.lower(secret.at(i)));
            if (value < 0) {
                return false;
            }
            sum = Bech32.step(sum, value);
        }
        return sum == 1;
    }

    /** CRC-16/XMODEM over all bytes but the last two, which hold it in little-endian order. */
    static boolean nkey(Slice secret) {
        byte[] bytes = Base32Bytes.decode(secret).orElse(new byte[0]);
        if (bytes.length < 4) {
            return false;
        }
        int crc = 0;
        for (int i = 0; i < bytes.length - 2; i++) {
            crc ^= (bytes[i] & 0xff) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
            }
        }
        int stored = (bytes[bytes.length - 2] & 0xff) | (bytes[bytes.length - 1] & 0xff) << 8;
        Arrays.fill(bytes, (byte) 0);
        return (crc & 0xffff) == stored;
    }

    /** The account id in an AWS access key id has 12 digits. */
    static boolean awsAccount(Slice secret) {
        return awsAccountOf(secret).isPresent();
    }

    /**
     * The account id in an AWS access key id: bits 1 to 40 of what the 16 characters after the
     * prefix decode to; empty where that is no number of 12 digits.
     */
    static Optional<String> awsAccountOf(Slice secret) {
        if (secret.length() != 20) {
            return Optional.empty();
        }
        byte[] bytes = Base32Bytes.decode(secret.from(4)).orElse(new byte[0]);
        if (bytes.length < 6) {
            return Optional.empty();
        }
        long head = 0;
        for (int i = 0; i < 6; i++) {
            head = head << 8 | (bytes[i] & 0xff);
        }
        long account = (head & 0x7fffffffff80L) >> 7;
        return account < 1_000_000_000_000L
                ? Optional.of(String.format(Locale.ROOT, "%012d", account))
                : Optional.empty();
    }

    private static long crc32(Slice bytes) {
        CRC32 crc = new CRC32();
        for (int i = 0; i < bytes.length(); i++) {
            crc.update(bytes.at(i));
        }
        return crc.getValue();
    }

    private static String hex(long value) {
        return digits(value, BASE36, 16, 8);
    }

    private static String digits(long value, String alphabet, int count) {
        return digits(value, alphabet, alphabet.length(), count);
    }

    private static String digits(long value, String alphabet, int radix, int count) {
        char[] text = new char[count];
        long rest = value;
        for (int i = count - 1; i >= 0; i--) {
            text[i] = alphabet.charAt((int) (rest % radix));
            rest /= radix;
        }
        return new String(text);
    }
}
