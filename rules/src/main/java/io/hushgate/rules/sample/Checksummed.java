package io.hushgate.rules.sample;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.zip.CRC32;

/** Credentials that carry a CRC-32 (IEEE) of themselves, each where and how its vendor puts it. */
final class Checksummed {
    private static final int GITHUB_BODY = 30;
    private static final int GITHUB_REFRESH_BODY = 70;

    private Checksummed() {}

    /** The body, then its checksum as six digits of base62; npm does the same. */
    static String github(String prefix, SampleRandom random) {
        int length = prefix.equals("ghr_") ? GITHUB_REFRESH_BODY : GITHUB_BODY;
        String body = Alphabet.ALNUM.draw(length, random);
        return prefix + body + Alphabet.ALNUM.count(crc(body), 6);
    }

    /** Forty characters, then their checksum in hexadecimal. */
    static String cloudflare(String prefix, SampleRandom random) {
        String body = Alphabet.ALNUM.draw(40, random);
        return prefix + body + Alphabet.HEX.count(crc(body), 8);
    }

    static String zuplo(SampleRandom random) {
        String body = Alphabet.ALNUM.draw(32, random);
        return "zpka_" + body + "_" + Alphabet.HEX.count(crc(body), 8);
    }

    /** The checksum of all before it, in capital hexadecimal. */
    static String atlassian(String prefix, SampleRandom random) {
        String body = prefix + Alphabet.B64U.draw(172, random) + "=";
        return body + Alphabet.UPPERHEX.count(crc(body), 8);
    }

    static String bitbucket(SampleRandom random) {
        String body = "ATBB" + Alphabet.ALNUM.draw(24, random);
        return body + Alphabet.UPPERHEX.count(crc(body), 8);
    }

    /** Payload, version, length of the payload in base36, checksum of all before in base36. */
    static String gitlab(String prefix, SampleRandom random) {
        String payload = Alphabet.B64U.draw(27, random);
        String body = prefix + payload + ".01." + Alphabet.B36.count(payload.length(), 2);
        return body + Alphabet.B36.count(crc(body), 7);
    }

    static String grafana(SampleRandom random) {
        String body = "glsa_" + Alphabet.ALNUM.draw(32, random);
        long swapped = Integer.reverseBytes((int) crc(body)) & 0xffffffffL;
        return body + "_" + Alphabet.HEX.count(swapped, 8);
    }

    static String confluent(SampleRandom random) {
        String body = Alphabet.B64.draw(54, random);
        int crc = (int) crc(body);
        byte[] bytes = {(byte) crc, (byte) (crc >> 8), (byte) (crc >> 16), (byte) (crc >> 24)};
        return "cflt" + body + Generators.base64(bytes).substring(0, 6);
    }

    /**
     * Sixteen characters of base32 whose bits 1 to 40 are the account id; the account is invented
     * too.
     */
    static String awsKeyId(String prefix, SampleRandom random) {
        long account = Long.parseLong("1" + Alphabet.DIGIT.draw(11, random));
        // 80 bits: one that is always set in the field, 40 of account, 39 of anything.
        StringBuilder bits = new StringBuilder("1");
        bits.append("%40s".formatted(Long.toBinaryString(account)).replace(' ', '0'));
        while (bits.length() < 80) {
            bits.append(random.below(2));
        }
        StringBuilder text = new StringBuilder(prefix);
        for (int i = 0; i < 80; i += 5) {
            text.append(
                    Alphabet.B32
                            .characters()
                            .charAt(Integer.parseInt(bits.substring(i, i + 5), 2)));
        }
        return text.toString();
    }

    static long crc(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(US_ASCII));
        return crc.getValue();
    }
}
