package io.hushgate.core.decode;

import io.hushgate.core.bytes.Slice;
import java.util.Arrays;
import java.util.Optional;

/** Base32 (RFC 4648 section 6) in upper case, without padding. */
public final class Base32Bytes {
    private Base32Bytes() {}

    /**
     * Decodes; bits that make no whole byte are left out.
     *
     * @return empty when there is a byte that is no digit
     */
    public static Optional<byte[]> decode(Slice text) {
        byte[] out = new byte[text.length() * 5 / 8];
        int count = 0;
        int bits = 0;
        int buffer = 0;
        for (int i = 0; i < text.length(); i++) {
            int b = text.at(i);
            int value = b >= 'A' && b <= 'Z' ? b - 'A' : b >= '2' && b <= '7' ? b - '2' + 26 : -1;
            if (value < 0) {
                return Optional.empty();
            }
            buffer = buffer << 5 | value;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out[count++] = (byte) (buffer >> bits);
            }
        }
        return Optional.of(Arrays.copyOf(out, count));
    }
}
