package io.hushgate.rules.sample;

import java.io.ByteArrayOutputStream;
import java.util.Base64;

/**
 * An armored OpenPGP secret key (RFC 4880, section 5.5.3): version 4, RSA, unprotected, of random
 * numbers and hence no key of anything; the armor ends in its CRC-24.
 */
final class PgpSample {
    private static final int SECRET_KEY_PACKET = 5;
    private static final int RSA = 1;

    private PgpSample() {}

    static String block(SampleRandom random) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {4, 0x69, 0x55, (byte) 0xb9, 0, RSA});
        number(body, 128, random);
        number(body, 3, random);
        body.write(0); // not protected
        ByteArrayOutputStream secret = new ByteArrayOutputStream();
        for (int size : new int[] {128, 64, 64, 64}) {
            number(secret, size, random);
        }
        int sum = 0;
        for (byte b : secret.toByteArray()) {
            sum += b & 0xff;
        }
        body.writeBytes(secret.toByteArray());
        body.write(sum >> 8);
        body.write(sum);
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(0x80 | (SECRET_KEY_PACKET << 2) | 1); // old format, length of two bytes
        packet.write(body.size() >> 8);
        packet.write(body.size());
        packet.writeBytes(body.toByteArray());
        byte[] bytes = packet.toByteArray();
        int crc = crc24(bytes);
        byte[] check = {(byte) (crc >> 16), (byte) (crc >> 8), (byte) crc};
        return """
        -----BEGIN PGP PRIVATE KEY BLOCK-----

        %s
        =%s
        -----END PGP PRIVATE KEY BLOCK-----\
        """
                .formatted(
                        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes),
                        Generators.base64(check));
    }

    private static void number(ByteArrayOutputStream out, int size, SampleRandom random) {
        byte[] number = random.bytes(size);
        number[0] |= (byte) 0x80;
        out.write((size * 8) >> 8);
        out.write(size * 8);
        out.writeBytes(number);
    }

    private static int crc24(byte[] bytes) {
        int crc = 0xb704ce;
        for (byte b : bytes) {
            crc ^= (b & 0xff) << 16;
            for (int bit = 0; bit < 8; bit++) {
                crc <<= 1;
                if ((crc & 0x1000000) != 0) {
                    crc ^= 0x1864cfb;
                }
            }
        }
        return crc & 0xffffff;
    }
}
