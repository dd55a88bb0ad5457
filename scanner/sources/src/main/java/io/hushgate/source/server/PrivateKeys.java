package io.hushgate.source.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Private keys in PEM as tools of clusters write them: PKCS 8, and the older forms of RSA (RFC 8017
 * A.1.2) and of elliptic curves (RFC 5915), which are wrapped into PKCS 8 (RFC 5208 section 5):
 *
 * <pre>{@code
 * SEQUENCE { INTEGER 0, SEQUENCE { OID algorithm, NULL | OID curve }, OCTET STRING { old form } }
 * }</pre>
 */
public final class PrivateKeys {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN (RSA |EC |)PRIVATE KEY-----([^-]*)-----END ");

    private static final byte[] VERSION = {2, 1, 0};

    /** {@code rsaEncryption} with NULL as its parameters. */
    private static final byte[] RSA = {
        6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
    };

    /** {@code id-ecPublicKey}; the curve follows. */
    private static final byte[] ELLIPTIC = {6, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 4;
    private static final int PARAMETERS = 0xa0;

    private PrivateKeys() {}

    /**
     * Reads the first key.
     *
     * @throws GeneralSecurityException when there is none without a pass phrase, or its algorithm
     *     is neither RSA nor an elliptic curve
     */
    public static PrivateKey read(byte[] pem) throws GeneralSecurityException {
        Matcher block = BLOCK.matcher(new String(pem, StandardCharsets.ISO_8859_1));
        if (!block.find()) {
            throw new GeneralSecurityException("no private key");
        }
        byte[] der = Base64.getMimeDecoder().decode(block.group(2));
        byte[] key =
                switch (block.group(1)) {
                    case "RSA " -> wrapped(RSA, der);
                    case "EC " -> wrapped(joined(ELLIPTIC, curve(der)), der);
                    default -> der;
                };
        try {
            return key(key);
        } finally {
            Arrays.fill(der, (byte) 0);
            Arrays.fill(key, (byte) 0);
        }
    }

    private static PrivateKey key(byte[] der) throws GeneralSecurityException {
        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(der);
        GeneralSecurityException none =
                new GeneralSecurityException("no key of RSA or an elliptic curve");
        for (String algorithm : new String[] {"RSA", "EC", "EdDSA"}) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (GeneralSecurityException e) {
                none.addSuppressed(e);
            }
        }
        throw none;
    }

    private static byte[] wrapped(byte[] algorithm, byte[] old) {
        return element(
                SEQUENCE, joined(VERSION, element(SEQUENCE, algorithm), element(OCTETS, old)));
    }

    /** The OID within {@code ECPrivateKey ::= SEQUENCE { version, octets, [0] parameters, ...}}. */
    private static byte[] curve(byte[] der) throws GeneralSecurityException {
        try {
            int at = content(der, 0);
            at = after(der, at);
            at = after(der, at);
            if ((der[at] & 0xff) != PARAMETERS) {
                throw new GeneralSecurityException("a key without its curve");
            }
            int from = content(der, at);
            return Arrays.copyOfRange(der, from, after(der, from));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new GeneralSecurityException("a key that breaks off", e);
        }
    }

    /** Where the content of the element at {@code at} begins. */
    private static int content(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    /** Where the element at {@code at} ends. */
    private static int after(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        if (first < 0x80) {
            return at + 2 + first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7f); i++) {
            length = (length << 8) | (der[at + 2 + i] & 0xff);
        }
        return content(der, at) + length;
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
