package io.hushgate.rego.builtin.crypto;

import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.encoding.Encodings;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNull;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * X.509 certificates (RFC 5280) out of text, and as the JSON of Go's {@code x509.Certificate}: its
 * names, times, alternative names, constraints and raw parts. Go's numbers of algorithms and its
 * public key structures are left out.
 */
final class X509Certificates {
    private static final int EMAIL = 1;
    private static final int DNS = 2;
    private static final int URI = 6;
    private static final int IP = 7;

    private X509Certificates() {}

    /** PEM, or base64 of PEM or of DER, of one certificate or several. */
    static List<X509Certificate> read(String text) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (byte[] der : blocks(text, "CERTIFICATE")) {
            DerReader reader = DerReader.of(der);
            do {
                byte[] one;
                try {
                    one = reader.next(DerReader.SEQUENCE).allBytes();
                } catch (BuiltinError e) {
                    throw malformed();
                }
                certificates.add(parse(one));
            } while (reader.hasNext());
        }
        return certificates;
    }

    /** The content of the PEM blocks of one type, or what is no PEM as one block. */
    static List<byte[]> blocks(String text, String type) {
        String pem = text;
        byte[] der = null;
        if (!text.startsWith("-----BEGIN")) {
            der = Encodings.base64(text);
            pem = Encodings.decoded(der);
        }
        List<PemBlock> blocks = PemBlock.findAll(pem);
        if (blocks.isEmpty() && der != null) {
            return List.of(der);
        }
        return blocks.stream()
                .filter(block -> block.type().endsWith(type))
                .map(PemBlock::bytes)
                .toList();
    }

    private static X509Certificate parse(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw malformed();
        }
    }

    private static BuiltinError malformed() {
        return BuiltinError.of("x509: malformed certificate");
    }

    static RegoArray toValue(List<X509Certificate> certificates) {
        return RegoArray.of(certificates.stream().map(X509Certificates::toValue).toList());
    }

    static RegoObject toValue(X509Certificate certificate) {
        try {
            int pathLength = certificate.getBasicConstraints();
            return RegoObject.builder()
                    .put("Raw", base64(certificate.getEncoded()))
                    .put("RawTBSCertificate", base64(certificate.getTBSCertificate()))
                    .put("RawSubjectPublicKeyInfo", base64(certificate.getPublicKey().getEncoded()))
                    .put("RawSubject", base64(certificate.getSubjectX500Principal().getEncoded()))
                    .put("RawIssuer", base64(certificate.getIssuerX500Principal().getEncoded()))
                    .put("Signature", base64(certificate.getSignature()))
                    .put("Version", RegoNumber.of(certificate.getVersion()))
                    .put("SerialNumber", RegoNumber.of(certificate.getSerialNumber()))
                    .put(
                            "Subject",
                            X509Names.read(certificate.getSubjectX500Principal().getEncoded()))
                    .put(
                            "Issuer",
                            X509Names.read(certificate.getIssuerX500Principal().getEncoded()))
                    .put(
                            "NotBefore",
                            RegoString.of(certificate.getNotBefore().toInstant().toString()))
                    .put(
                            "NotAfter",
                            RegoString.of(certificate.getNotAfter().toInstant().toString()))
                    .put("BasicConstraintsValid", RegoBoolean.of(hasConstraints(certificate)))
                    .put("IsCA", RegoBoolean.of(pathLength >= 0))
                    .put(
                            "MaxPathLen",
                            RegoNumber.of(pathLength == Integer.MAX_VALUE ? -1 : pathLength))
                    .put("KeyUsage", RegoNumber.of(keyUsage(certificate.getKeyUsage())))
                    .put("DNSNames", alternatives(certificate, DNS))
                    .put("EmailAddresses", alternatives(certificate, EMAIL))
                    .put("IPAddresses", alternatives(certificate, IP))
                    .put("URIStrings", alternatives(certificate, URI))
                    .build();
        } catch (GeneralSecurityException e) {
            throw malformed();
        }
    }

    private static boolean hasConstraints(X509Certificate certificate) {
        return certificate.getExtensionValue("2.5.29.19") != null;
    }

    /** Go's bits have the order of the extension's. */
    private static int keyUsage(boolean @Nullable [] usage) {
        int bits = 0;
        for (int i = 0; usage != null && i < usage.length; i++) {
            bits |= usage[i] ? 1 << i : 0;
        }
        return bits;
    }

    static RegoString base64(byte[] bytes) {
        return RegoString.of(Base64.getEncoder().encodeToString(bytes));
    }

    /** The alternative names of one kind; null when there are none, as in Go. */
    private static Value alternatives(X509Certificate certificate, int kind)
            throws CertificateParsingException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        RegoArray.Builder found = RegoArray.builder();
        for (List<?> name : names == null ? List.<List<?>>of() : names) {
            if (name.getFirst().equals(kind)) {
                found.add(RegoString.of(String.valueOf(name.get(1))));
            }
        }
        return found.size() == 0 ? RegoNull.NULL : found.build();
    }
}
