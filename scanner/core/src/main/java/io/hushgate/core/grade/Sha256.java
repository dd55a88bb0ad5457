package io.hushgate.core.grade;

import java.util.Arrays;

/**
 * The first 64 bits of SHA-256 (FIPS 180-4), to recognise published values by; nothing is kept
 * secret with it.
 *
 * <p>Performance island. The platform's own is faster once it runs, but finding it among the
 * security providers takes 15 ms, a tenth of a hook, and most hooks hash nothing else.
 */
final class Sha256 {
    private static final int BLOCK = 64;
    private static final int LENGTH_BYTES = 8;
    private static final int ROUNDS = 64;

    /** Fractions of the cube roots of the first primes. */
    private static final int[] K = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
        0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
        0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
        0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
        0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
        0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
        0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
        0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
        0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
    };

    /** Fractions of the square roots of the first primes. */
    private static final int[] START = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
    };

    private Sha256() {}

    /** The first eight bytes of the hash, big-endian. */
    static long first64(byte[] bytes) {
        int[] state = START.clone();
        int[] schedule = new int[ROUNDS];
        byte[] padded = new byte[(bytes.length + 1 + LENGTH_BYTES + BLOCK - 1) / BLOCK * BLOCK];
        System.arraycopy(bytes, 0, padded, 0, bytes.length);
        padded[bytes.length] = (byte) 0x80;
        long bits = 8L * bytes.length;
        for (int i = 1; i <= LENGTH_BYTES; i++) {
            padded[padded.length - i] = (byte) bits;
            bits >>>= 8;
        }
        for (int at = 0; at < padded.length; at += BLOCK) {
            expand(padded, at, schedule);
            mix(state, schedule);
        }
        Arrays.fill(padded, (byte) 0);
        Arrays.fill(schedule, 0);
        return (long) state[0] << 32 | (state[1] & 0xffffffffL);
    }

    private static void expand(byte[] block, int at, int[] w) {
        for (int t = 0; t < 16; t++) {
            int from = at + 4 * t;
            w[t] =
                    block[from] << 24
                            | (block[from + 1] & 0xff) << 16
                            | (block[from + 2] & 0xff) << 8
                            | (block[from + 3] & 0xff);
        }
        for (int t = 16; t < ROUNDS; t++) {
            int a = w[t - 2];
            int b = w[t - 15];
            int s1 = (a >>> 17 | a << 15) ^ (a >>> 19 | a << 13) ^ a >>> 10;
            int s0 = (b >>> 7 | b << 25) ^ (b >>> 18 | b << 14) ^ b >>> 3;
            w[t] = s1 + w[t - 7] + s0 + w[t - 16];
        }
    }

    private static void mix(int[] state, int[] w) {
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int f = state[5];
        int g = state[6];
        int h = state[7];
        for (int t = 0; t < ROUNDS; t++) {
            int s1 = (e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7);
            int one = h + s1 + ((e & f) ^ (~e & g)) + K[t] + w[t];
            int s0 = (a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10);
            int two = s0 + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + one;
            d = c;
            c = b;
            b = a;
            a = one + two;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }
}
