package io.hushgate.rego.builtin.token;

import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.crypto.PemBlock;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;

/** The keys that tokens are verified with: a PEM certificate or public key, or JSON Web Keys. */
final class VerificationKeys {
    private VerificationKeys() {}

    static List<JwkKey> read(String text) {
        PemBlock block = PemBlock.find(text, 0);
        return block == null ? jwks(text) : List.of(new JwkKey("", "", pem(text, block)));
    }

    private static PublicKey pem(String text, PemBlock block) {
        if (block.end() < text.length()) {
            throw BuiltinError.of("extra data after a PEM certificate block");
        }
        return switch (block.type()) {
            case "CERTIFICATE" -> certified(block.bytes());
            case "PUBLIC KEY" -> plain(block.bytes());
            default -> throw BuiltinError.of("failed to extract a Key from the PEM certificate");
        };
    }

    private static PublicKey certified(byte[] der) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der))
                    .getPublicKey();
        } catch (GeneralSecurityException e) {
            throw BuiltinError.of("failed to parse a PEM certificate: x509: malformed certificate");
        }
    }

    private static PublicKey plain(byte[] der) {
        for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
            try {
                return KeyFactory.getInstance(algorithm)
                        .generatePublic(new X509EncodedKeySpec(der));
            } catch (GeneralSecurityException otherKindOfKey) {
                // the next algorithm may fit
            }
        }
        throw BuiltinError.of("failed to parse a PEM public key: x509: malformed public key");
    }

    /** Keys for algorithms that OPA does not know are left out. */
    private static List<JwkKey> jwks(String text) {
        try {
            return JwkKey.readAll(text).stream()
                    .filter(key ->
                            key.algorithm().isEmpty() || JwsAlgorithm.find(key.algorithm()) != null)
                    .toList();
        } catch (GeneralSecurityException e) {
            throw BuiltinError.of("failed to parse a JWK key (set): " + e.getMessage());
        }
    }
}
