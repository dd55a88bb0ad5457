package io.hushgate.estate.platform;

import io.hushgate.estate.fact.PlatformFact.PublicKey;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.tree.Place;
import io.hushgate.estate.tree.Source;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds public keys in texts: lines of {@code authorized_keys} and whatever else quotes them, such
 * as deploy keys in Terraform, and certificates with keys of RSA.
 */
public final class PublicKeys {
    private static final Pattern SSH =
            Pattern.compile(
                    "\\b(?:ssh-(?:rsa|ed25519)|ecdsa-sha2-nistp\\d{3}) (AAAA[A-Za-z0-9+/]{40,2000}={0,2})(?: ([\\w.@-]{1,80}))?");

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    private PublicKeys() {}

    /** Adds a fact for each key. */
    public static void read(Source source, Collector into) {
        String text = source.text();
        if (text.contains(" AAAA")) {
            Matcher key = SSH.matcher(text);
            while (key.find()) {
                byte[] half = decoded(key.group(1));
                if (half.length > 0) {
                    String name = key.group(2) == null ? "" : key.group(2);
                    add("ssh", half, name, source.placeAt(key.start()), into);
                }
            }
        }
        int from = text.indexOf(BEGIN);
        while (from >= 0) {
            int end = text.indexOf(END, from);
            if (end < 0) {
                return;
            }
            certificate(text.substring(from, end + END.length()), source.placeAt(from), into);
            from = text.indexOf(BEGIN, end);
        }
    }

    private static byte[] decoded(String digits) {
        try {
            return Base64.getDecoder().decode(digits);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static void certificate(String pem, Place place, Collector into) {
        String lines = pem.lines().map(String::strip).reduce("", (a, b) -> a + b + "\n");
        try {
            X509Certificate certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(
                                            new ByteArrayInputStream(
                                                    lines.getBytes(StandardCharsets.US_ASCII)));
            if (certificate.getPublicKey() instanceof RSAPublicKey key) {
                byte[] half =
                        rsa(key.getPublicExponent().toByteArray(), key.getModulus().toByteArray());
                add(
                        "certificate",
                        half,
                        certificate.getSubjectX500Principal().getName(),
                        place,
                        into);
            }
        } catch (CertificateException e) {
            // A sample, or cut off: it speaks for nobody.
        }
    }

    /** A key of RSA as SSH encodes it: RFC 4253 section 6.6. */
    private static byte[] rsa(byte[] exponent, byte[] modulus) {
        byte[] name = "ssh-rsa".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(12 + name.length + exponent.length + modulus.length);
        for (byte[] part : new byte[][] {name, exponent, modulus}) {
            out.putInt(part.length).put(part);
        }
        return out.array();
    }

    private static String fingerprint(byte[] half) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(half));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void add(String kind, byte[] half, String name, Place place, Collector into) {
        into.add(new PublicKey(kind, fingerprint(half), name, into.at(place)));
    }
}
