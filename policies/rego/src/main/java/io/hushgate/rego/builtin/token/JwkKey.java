package io.hushgate.rego.builtin.token;

import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.encoding.Encodings;
import io.hushgate.rego.value.JsonProblem;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/**
 * A JSON Web Key (RFC 7517, 7518 section 6, 8037).
 *
 * @param algorithm {@code alg}, empty when absent
 * @param id {@code kid}, empty when absent
 */
record JwkKey(String algorithm, String id, Key key) {
    /** Reads a key or a set of keys. */
    static List<JwkKey> readAll(String json) throws GeneralSecurityException {
        Value parsed;
        try {
            parsed = JsonReader.standard().read(json);
        } catch (JsonProblem e) {
            throw new InvalidKeyException(e.getMessage(), e);
        }
        if (!(parsed instanceof RegoObject object)) {
            throw new InvalidKeyException("a key is a JSON object");
        }
        List<JwkKey> keys = new ArrayList<>();
        if (object.get("keys") instanceof RegoArray set) {
            for (Value member : set) {
                if (!(member instanceof RegoObject key)) {
                    throw new InvalidKeyException("a key is a JSON object");
                }
                keys.add(read(key));
            }
        } else {
            keys.add(read(object));
        }
        return keys;
    }

    private static JwkKey read(RegoObject jwk) throws GeneralSecurityException {
        Key key =
                switch (text(jwk, "kty")) {
                    case "RSA" -> rsa(jwk);
                    case "EC" -> ec(jwk);
                    case "OKP" -> okp(jwk);
                    case "oct" -> new SecretKeySpec(nonEmpty(bytes(jwk, "k")), "HMAC");
                    default -> throw new InvalidKeyException("invalid key type");
                };
        return new JwkKey(text(jwk, "alg"), text(jwk, "kid"), key);
    }

    private static byte[] nonEmpty(byte[] bytes) throws InvalidKeyException {
        if (bytes.length == 0) {
            throw new InvalidKeyException("the key is empty");
        }
        return bytes;
    }

    private static String text(RegoObject jwk, String name) {
        return jwk.get(name) instanceof RegoString text ? text.value() : "";
    }

    private static byte[] bytes(RegoObject jwk, String name) throws InvalidKeyException {
        if (!(jwk.get(name) instanceof RegoString text)) {
            throw new InvalidKeyException("required field " + name + " is missing");
        }
        try {
            return Encodings.base64Url(text.value());
        } catch (BuiltinError e) {
            throw new InvalidKeyException("field " + name + ": " + e.getMessage(), e);
        }
    }

    private static BigInteger number(RegoObject jwk, String name) throws InvalidKeyException {
        return new BigInteger(1, bytes(jwk, name));
    }

    private static Key rsa(RegoObject jwk) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("RSA");
        BigInteger modulus = number(jwk, "n");
        if (jwk.get("d") == null) {
            return factory.generatePublic(new RSAPublicKeySpec(modulus, number(jwk, "e")));
        }
        BigInteger secret = number(jwk, "d");
        if (jwk.get("p") == null) {
            return factory.generatePrivate(new RSAPrivateKeySpec(modulus, secret));
        }
        return factory.generatePrivate(
                new RSAPrivateCrtKeySpec(
                        modulus,
                        number(jwk, "e"),
                        secret,
                        number(jwk, "p"),
                        number(jwk, "q"),
                        number(jwk, "dp"),
                        number(jwk, "dq"),
                        number(jwk, "qi")));
    }

    private static Key ec(RegoObject jwk) throws GeneralSecurityException {
        String curve =
                switch (text(jwk, "crv")) {
                    case "P-256" -> "secp256r1";
                    case "P-384" -> "secp384r1";
                    case "P-521" -> "secp521r1";
                    default -> throw new InvalidKeyException("unknown curve " + text(jwk, "crv"));
                };
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(curve));
        ECParameterSpec spec = parameters.getParameterSpec(ECParameterSpec.class);
        KeyFactory factory = KeyFactory.getInstance("EC");
        if (jwk.get("d") != null) {
            return factory.generatePrivate(new ECPrivateKeySpec(number(jwk, "d"), spec));
        }
        ECPoint point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
        return factory.generatePublic(new ECPublicKeySpec(point, spec));
    }

    /** The public point is the coordinate y in little-endian order with the sign of x on top. */
    private static Key okp(RegoObject jwk) throws GeneralSecurityException {
        if (!text(jwk, "crv").equals("Ed25519")) {
            throw new InvalidKeyException("unknown curve " + text(jwk, "crv"));
        }
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        if (jwk.get("d") != null) {
            return factory.generatePrivate(
                    new EdECPrivateKeySpec(NamedParameterSpec.ED25519, bytes(jwk, "d")));
        }
        byte[] little = nonEmpty(bytes(jwk, "x"));
        byte[] big = new byte[little.length];
        for (int i = 0; i < little.length; i++) {
            big[i] = little[little.length - 1 - i];
        }
        boolean odd = (big[0] & 0x80) != 0;
        big[0] &= 0x7f;
        EdECPoint point = new EdECPoint(odd, new BigInteger(1, big));
        return factory.generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }
}
