package io.hushgate.rules.sample;

import java.util.Locale;

/** Bech32 as of BIP 173, as far as age writes its identities with it. */
final class Bech32 {
    private static final String AGE = "AGE-SECRET-KEY-";
    private static final int[] GENERATOR = {
        0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
    };

    private Bech32() {}

    /** 32 random bytes under the prefix of age. */
    static String ageSecretKey(SampleRandom random) {
        int[] data = new int[52];
        for (int i = 0; i < 51; i++) {
            data[i] = random.below(32);
        }
        // 256 bits are 51 groups of five and one bit more, padded with zeros.
        data[51] = random.below(2) << 4;
        return AGE + "1" + text(data) + text(checksum(AGE.toLowerCase(Locale.ROOT), data));
    }

    private static String text(int[] groups) {
        StringBuilder text = new StringBuilder();
        for (int group : groups) {
            text.append(Alphabet.BECH32.characters().charAt(group));
        }
        return text.toString();
    }

    private static int[] checksum(String prefix, int[] data) {
        int sum = 1;
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum) ^ (prefix.charAt(i) >> 5);
        }
        sum = step(sum);
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum) ^ (prefix.charAt(i) & 31);
        }
        for (int group : data) {
            sum = step(sum) ^ group;
        }
        for (int i = 0; i < 6; i++) {
            sum = step(sum);
        }
        sum ^= 1;
        int[] groups = new int[6];
        for (int i = 0; i < 6; i++) {
            groups[i] = (sum >> (5 * (5 - i))) & 31;
        }
        return groups;
    }

    private static int step(int sum) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5;
        for (int i = 0; i < GENERATOR.length; i++) {
            if (((top >> i) & 1) == 1) {
                next ^= GENERATOR[i];
            }
        }
        return next;
    }
}
