package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;

/**
 * A certificate of its own key, for 127.0.0.1 and for good (RFC 5280 section 4.1); Java makes none
 * without a program beside it.
 */
record SelfSigned(PrivateKey key, byte[] der) {
    private static final byte[] ECDSA_SHA256 = {
        0x30, 10, 6, 8, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 4, 3, 2
    };

    /** Subject alternative name, one IP address: 127.0.0.1. */
    private static final byte[] LOOPBACK = {
        0x30, 15, 6, 3, 0x55, 0x1d, 0x11, 4, 8, 0x30, 6, (byte) 0x87, 4, 127, 0, 0, 1
    };

    /** Basic constraints: an authority. */
    private static final byte[] AUTHORITY = {
        0x30, 15, 6, 3, 0x55, 0x1d, 0x13, 1, 1, -1, 4, 5, 0x30, 3, 1, 1, -1
    };

    static SelfSigned named(String name) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        byte[] subject =
                of(
                        0x30,
                        of(
                                0x31,
                                of(
                                        0x30,
                                        new byte[] {6, 3, 0x55, 4, 3},
                                        of(12, name.getBytes(US_ASCII)))));
        byte[] validity =
                of(
                        0x30,
                        of(24, "20200101000000Z".getBytes(US_ASCII)),
                        of(24, "20990101000000Z".getBytes(US_ASCII)));
        byte[] signed =
                of(
                        0x30,
                        of(0xa0, new byte[] {2, 1, 2}),
                        new byte[] {2, 1, 1},
                        ECDSA_SHA256,
                        subject,
                        validity,
                        subject,
                        pair.getPublic().getEncoded(),
                        of(0xa3, of(0x30, LOOPBACK, AUTHORITY)));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(signed);
        byte[] bits = of(3, new byte[1], signature.sign());
        return new SelfSigned(pair.getPrivate(), of(0x30, signed, ECDSA_SHA256, bits));
    }

    private static byte[] of(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.size() < 0x80) {
            out.write(content.size());
        } else {
            out.write(0x82);
            out.write(content.size() >> 8);
            out.write(content.size());
        }
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    Certificate certificate() throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der));
    }

    /** A store with this key, and another's certificate to trust. */
    KeyStore trusting(SelfSigned other) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", key, new char[0], new Certificate[] {certificate()});
        store.setCertificateEntry("other", other.certificate());
        return store;
    }

    String certificatePem() {
        return pem("CERTIFICATE", der);
    }

    String keyPem() {
        return pem("PRIVATE " + "KEY", key.getEncoded());
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(kind, Base64.getMimeEncoder().encodeToString(der), kind);
    }
}
