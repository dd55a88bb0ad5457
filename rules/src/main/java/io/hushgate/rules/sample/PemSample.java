package io.hushgate.rules.sample;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;

/**
 * Private keys in PEM (RFC 7468) whose DER (X.690) parses and whose numbers are random, hence no
 * keys of anything: PKCS #1, SEC 1, DSA, PKCS #8 clear and encrypted, and OpenSSH's own form.
 */
final class PemSample {
    private static final byte[] RSA_OID = {
        0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1
    };
    private static final byte[] PBES2_OID = {
        0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 5, 13
    };
    private static final byte[] P256_OID = {0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 3, 1, 7};

    private PemSample() {}

    static String block(String label, SampleRandom random) {
        byte[] content =
                switch (label) {
                    case "RSA PRIVATE KEY" -> rsa(random);
                    case "EC PRIVATE KEY" -> ec(random);
                    case "DSA PRIVATE KEY" -> numbers(random, 128, 20, 128, 128, 20);
                    case "PRIVATE KEY" ->
                            sequence(
                                    integer(0),
                                    sequence(der(0x06, RSA_OID), der(0x05)),
                                    der(0x04, rsa(random)));
                    case "ENCRYPTED PRIVATE KEY" ->
                            sequence(
                                    sequence(der(0x06, PBES2_OID), der(0x05)),
                                    der(0x04, random.bytes(320)));
                    case "OPENSSH PRIVATE KEY" -> openSsh(random);
                    case "CERTIFICATE", "PUBLIC KEY" -> sequence(der(0x04, random.bytes(270)));
                    default ->
                            throw new TemplateProblem(
                                    "no key of kind '%s' is known; write pem:PRIVATE KEY"
                                            .formatted(label));
                };
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN %s-----\n%s\n-----END %s-----".formatted(label, lines, label);
    }

    private static byte[] rsa(SampleRandom random) {
        return numbers(random, 128, 3, 128, 64, 64, 64, 64, 64);
    }

    private static byte[] ec(SampleRandom random) {
        byte[] point = random.bytes(66);
        point[0] = 0;
        point[1] = 4;
        return sequence(
                integer(1),
                der(0x04, random.bytes(32)),
                der(0xa0, der(0x06, P256_OID)),
                der(0xa1, der(0x03, point)));
    }

    /** Version 0 and positive numbers of so many bytes. */
    private static byte[] numbers(SampleRandom random, int... sizes) {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        parts.writeBytes(integer(0));
        for (int size : sizes) {
            byte[] number = random.bytes(size);
            number[0] = (byte) ((number[0] & 0x3f) | 0x40);
            number[size - 1] |= 1;
            parts.writeBytes(der(0x02, number));
        }
        return der(0x30, parts.toByteArray());
    }

    private static byte[] openSsh(SampleRandom random) {
        byte[] type = "ssh-ed25519".getBytes(US_ASCII);
        byte[] publicKey = random.bytes(32);
        byte[] check = random.bytes(4);
        byte[] secret =
                joined(
                        List.of(
                                check,
                                check,
                                counted(type),
                                counted(publicKey),
                                counted(joined(List.of(random.bytes(32), publicKey))),
                                counted("ci@example".getBytes(US_ASCII)),
                                new byte[] {1, 2, 3, 4, 5}));
        return joined(
                List.of(
                        "openssh-key-v1\0".getBytes(US_ASCII),
                        counted("none".getBytes(US_ASCII)),
                        counted("none".getBytes(US_ASCII)),
                        counted(new byte[0]),
                        new byte[] {0, 0, 0, 1},
                        counted(joined(List.of(counted(type), counted(publicKey)))),
                        counted(secret)));
    }

    private static byte[] counted(byte[] bytes) {
        return ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).array();
    }

    private static byte[] integer(int small) {
        return der(0x02, new byte[] {(byte) small});
    }

    private static byte[] sequence(byte[]... parts) {
        return der(0x30, joined(List.of(parts)));
    }

    private static byte[] der(int tag, byte... content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else if (content.length < 0x100) {
            out.write(0x81);
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
