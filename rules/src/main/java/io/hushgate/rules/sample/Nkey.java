package io.hushgate.rules.sample;

import java.util.Map;

/**
 * Seeds of NATS NKEYs: two bytes that spell S and the type in base32, 32 random bytes,
 * CRC-16/XMODEM of them, little-endian (NATS, "NKeys").
 */
final class Nkey {
    private static final int SEED = 18 << 3;
    private static final Map<String, Integer> TYPES =
            Map.of("N", 13 << 3, "C", 2 << 3, "O", 14 << 3, "A", 0, "U", 20 << 3, "X", 23 << 3);

    private Nkey() {}

    static String seed(String letter, SampleRandom random) {
        Integer type = TYPES.get(letter);
        if (type == null) {
            throw new TemplateProblem("an NKEY is of type N, C, O, A, U or X: nkey:U");
        }
        byte[] raw = new byte[36];
        raw[0] = (byte) (SEED | (type >> 5));
        raw[1] = (byte) ((type & 31) << 3);
        System.arraycopy(random.bytes(32), 0, raw, 2, 32);
        int crc = crc16(raw, 34);
        raw[34] = (byte) crc;
        raw[35] = (byte) (crc >> 8);
        return base32(raw);
    }

    private static int crc16(byte[] bytes, int length) {
        int crc = 0;
        for (int i = 0; i < length; i++) {
            crc ^= (bytes[i] & 0xff) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ 0x1021;
            }
            crc &= 0xffff;
        }
        return crc;
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        long buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = buffer << 8 | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(Alphabet.B32.characters().charAt((int) (buffer >> bits) & 31));
            }
        }
        if (bits > 0) {
            text.append(Alphabet.B32.characters().charAt((int) (buffer << (5 - bits)) & 31));
        }
        return text.toString();
    }
}
