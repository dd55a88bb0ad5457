package io.hushgate.core.grade;

import java.util.Arrays;

/** Bech32 as of BIP 173, without its limit of 90 characters, as age writes keys with it. */
final class Bech32 {
    static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

    private static final int[] GENERATOR = {
        0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
    };
    private static final int CHECKSUM = 6;

    private Bech32() {}

    /** The next state of the checksum, which starts at 1. */
    static int step(int sum, int value) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= (top >> i & 1) != 0 ? GENERATOR[i] : 0;
        }
        return next;
    }

    /** Groups of five bits as bytes; bits that fill no byte are dropped. */
    static byte[] bytes(int[] groups) {
        byte[] bytes = new byte[groups.length * 5 / 8];
        int held = 0;
        int bits = 0;
        int count = 0;
        for (int group : groups) {
            held = (held << 5 | group) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[count++] = (byte) (held >> bits);
            }
        }
        return bytes;
    }

    /** The bytes under a prefix, in lower case. */
    static String text(String prefix, byte[] bytes) {
        int[] groups = groups(bytes);
        int sum = 1;
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) >> 5);
        }
        sum = step(sum, 0);
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) & 31);
        }
        StringBuilder text = new StringBuilder(prefix).append('1');
        for (int group : groups) {
            sum = step(sum, group);
            text.append(ALPHABET.charAt(group));
        }
        for (int i = 0; i < CHECKSUM; i++) {
            sum = step(sum, 0);
        }
        sum ^= 1;
        for (int i = CHECKSUM - 1; i >= 0; i--) {
            text.append(ALPHABET.charAt((sum >> (5 * i)) & 31));
        }
        return text.toString();
    }

    private static int[] groups(byte[] bytes) {
        int[] groups = new int[(bytes.length * 8 + 4) / 5];
        int held = 0;
        int bits = 0;
        int count = 0;
        for (byte b : bytes) {
            held = ((held << 8) | (b & 0xff)) & 0xfff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                groups[count++] = (held >> bits) & 31;
            }
        }
        if (bits > 0) {
            groups[count++] = (held << (5 - bits)) & 31;
        }
        return Arrays.copyOf(groups, count);
    }
}
