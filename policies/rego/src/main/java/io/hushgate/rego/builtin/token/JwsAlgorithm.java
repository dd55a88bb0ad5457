package io.hushgate.rego.builtin.token;

import io.hushgate.rego.builtin.crypto.Hashes;
import io.hushgate.rego.builtin.encoding.Encodings;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The signature algorithms of JSON Web Signatures (RFC 7518, section 3; RFC 8037) that OPA knows.
 */
enum JwsAlgorithm {
    RS256(RSAKey.class, "SHA256withRSA", 0),
    RS384(RSAKey.class, "SHA384withRSA", 0),
    RS512(RSAKey.class, "SHA512withRSA", 0),
    PS256(RSAKey.class, "RSASSA-PSS", 256),
    PS384(RSAKey.class, "RSASSA-PSS", 384),
    PS512(RSAKey.class, "RSASSA-PSS", 512),
    ES256(ECKey.class, "SHA256withECDSAinP1363Format", 0),
    ES384(ECKey.class, "SHA384withECDSAinP1363Format", 0),
    ES512(ECKey.class, "SHA512withECDSAinP1363Format", 0),
    EDDSA(EdECKey.class, "Ed25519", 0),
    HS256(SecretKey.class, "HmacSHA256", 0),
    HS384(SecretKey.class, "HmacSHA384", 0),
    HS512(SecretKey.class, "HmacSHA512", 0);

    private final Class<?> keyType;
    private final String javaName;
    private final int pssBits;

    JwsAlgorithm(Class<?> keyType, String javaName, int pssBits) {
        this.keyType = keyType;
        this.javaName = javaName;
        this.pssBits = pssBits;
    }

    /** The algorithm of a header's {@code alg}, or null. */
    static @Nullable JwsAlgorithm find(String name) {
        for (JwsAlgorithm algorithm : values()) {
            if (algorithm.text().equals(name)) {
                return algorithm;
            }
        }
        return null;
    }

    String text() {
        return this == EDDSA ? "EdDSA" : name();
    }

    boolean isSymmetric() {
        return keyType == SecretKey.class;
    }

    /** A text as the key of a keyed digest. */
    static SecretKey secret(String text) {
        byte[] bytes = Encodings.bytes(text);
        return new SecretKeySpec(bytes.length == 0 ? new byte[1] : bytes, "HMAC");
    }

    /** False also for a key of the wrong type and a malformed signature. */
    boolean verifies(Key key, byte[] message, byte[] signature) {
        if (!keyType.isInstance(key)) {
            return false;
        }
        if (key instanceof SecretKey secret) {
            return MessageDigest.isEqual(
                    Hashes.hmac(javaName, secret.getEncoded(), message), signature);
        }
        if (!(key instanceof PublicKey publicKey)) {
            return false;
        }
        try {
            Signature verifier = signature();
            verifier.initVerify(publicKey);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    byte[] sign(Key key, byte[] message) throws GeneralSecurityException {
        if (!keyType.isInstance(key)) {
            throw new InvalidKeyException("the key is of the wrong type for " + text());
        }
        if (key instanceof SecretKey secret) {
            return Hashes.hmac(javaName, secret.getEncoded(), message);
        }
        if (!(key instanceof PrivateKey privateKey)) {
            throw new InvalidKeyException("a private key is needed");
        }
        Signature signer = signature();
        signer.initSign(privateKey);
        signer.update(message);
        return signer.sign();
    }

    private Signature signature() throws GeneralSecurityException {
        Signature signature = Signature.getInstance(javaName);
        if (pssBits > 0) {
            String digest = "SHA-" + pssBits;
            signature.setParameter(
                    new PSSParameterSpec(
                            digest, "MGF1", new MGF1ParameterSpec(digest), pssBits / 8, 1));
        }
        return signature;
    }
}
