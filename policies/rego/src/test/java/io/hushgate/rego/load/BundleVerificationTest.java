package io.hushgate.rego.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BundleVerificationTest {
    private static final String MODULE = "package app\n";

    /** Generated for each run; nobody else knows it. */
    private static final String SECRET = Long.toHexString(System.nanoTime()).repeat(4);

    @TempDir private Path bundle;

    @BeforeEach
    void writeBundle() throws IOException {
        Files.writeString(bundle.resolve("app.rego"), MODULE);
        Files.writeString(bundle.resolve("data.json"), "{\"b\": 1.0, \"a\": \"<\u2028\"}");
        Files.writeString(bundle.resolve("notes.txt"), "not looked at, but signed");
    }

    static Stream<Arguments> algorithms() throws GeneralSecurityException {
        KeyPair rsa = pair("RSA", 2048);
        return Stream.of(
                arguments("HS256", SECRET, hmac("HmacSHA256")),
                arguments("HS512", SECRET, hmac("HmacSHA512")),
                arguments("RS256", pem(rsa), signer("SHA256withRSA", rsa.getPrivate())),
                arguments("PS256", pem(rsa), pss(rsa.getPrivate())),
                arguments(
                        "ES256", pem(EC), signer("SHA256withECDSAinP1363Format", EC.getPrivate())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("algorithms")
    void acceptsWhatTheKeySigned(String algorithm, String key, Signer signer) throws Exception {
        sign(algorithm, signer, claims(""));
        Bundle read = read(BundleVerification.by(key, algorithm));
        assertThat(read.modules()).extracting(SourceFile::text).containsExactly(MODULE);
        Files.writeString(bundle.resolve("data.json"), "{\"a\": \"<\\u2028\",\n \"b\": 1.0}");
        assertThat(read(BundleVerification.by(key, algorithm)).data()).isEqualTo(read.data());
        Files.writeString(bundle.resolve("app.rego"), MODULE + "allow := true");
        assertThatThrownBy(() -> read(BundleVerification.by(key, algorithm)))
                .hasMessageContaining("/app.rego: is not as it was signed; its SHA-256 is ");
    }

    @Test
    void refusesTheSignatureOfAnother() throws Exception {
        sign("HS256", hmac("HmacSHA256"), claims(""));
        assertThatThrownBy(() -> read(BundleVerification.by("x" + SECRET, "HS256")))
                .isInstanceOf(LoadProblem.class)
                .hasMessageContaining(
                        "the signature is not one of the verification key with HS256");
        assertThatThrownBy(() -> read(BundleVerification.by(pem(EC), "ES256")))
                .isInstanceOf(LoadProblem.class);
        sign("none", _ -> new byte[0], claims(""));
        assertThatThrownBy(() -> read(BundleVerification.by(SECRET, "HS256")))
                .isInstanceOf(LoadProblem.class);
    }

    @Test
    void wantsASignatureWhenThereIsAKey() {
        assertThatThrownBy(() -> read(BundleVerification.by(SECRET, "HS256")))
                .hasMessageContaining(".signatures.json: is missing; sign the bundle");
    }

    @Test
    void comparesTheScope() throws Exception {
        sign("HS256", hmac("HmacSHA256"), claims(",\"scope\": \"read\""));
        assertThatThrownBy(() -> read(BundleVerification.by(SECRET, "HS256")))
                .hasMessageContaining("was signed for scope 'read', not for ''");
        read(new BundleVerification(SECRET, "HS256", "read", List.of()));
    }

    @Test
    void refusesMoreAndFewerFiles() throws Exception {
        sign("HS256", hmac("HmacSHA256"), claims(""));
        Files.writeString(bundle.resolve("more.rego"), "package app");
        BundleVerification strict = BundleVerification.by(SECRET, "HS256");
        assertThatThrownBy(() -> read(strict))
                .hasMessageContaining("more.rego: is not among the signed files");
        Files.delete(bundle.resolve("more.rego"));
        Files.delete(bundle.resolve("notes.txt"));
        assertThatThrownBy(() -> read(strict))
                .hasMessageContaining("lacks files that were signed: notes.txt");
        read(new BundleVerification(SECRET, "HS256", "", List.of(NamePattern.of("*.txt"))));
    }

    @Test
    void keepsTheKeyToItself() {
        assertThat(BundleVerification.by(SECRET, "HS256").toString()).doesNotContain(SECRET);
        assertThatThrownBy(() -> BundleVerification.by(SECRET, "none"))
                .hasMessageContaining("none: no algorithm of signatures; choose one of [ES256");
    }

    private Bundle read(BundleVerification verification) {
        return BundleReader.read(bundle, LoadLimits.DEFAULT, verification);
    }

    /** Hashes of documents are those of their compact JSON, which is written out here by hand. */
    private static String claims(String more) throws GeneralSecurityException {
        return "{\"files\": [%s, %s, %s]%s}"
                .formatted(
                        file("app.rego", MODULE),
                        file("data.json", "{\"a\":\"<\\u2028\",\"b\":1.0}"),
                        file("notes.txt", "not looked at, but signed"),
                        more);
    }

    private static String file(String name, String hashed) throws GeneralSecurityException {
        byte[] hash =
                MessageDigest.getInstance("SHA-256")
                        .digest(hashed.getBytes(StandardCharsets.UTF_8));
        return "{\"name\": \"%s\", \"hash\": \"%s\", \"algorithm\": \"SHA-256\"}"
                .formatted(name, HexFormat.of().formatHex(hash));
    }

    private void sign(String algorithm, Signer signer, String claims) throws Exception {
        String signed = base64("{\"alg\":\"%s\"}".formatted(algorithm)) + "." + base64(claims);
        byte[] signature = signer.sign(signed.getBytes(StandardCharsets.US_ASCII));
        String token =
                signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        Files.writeString(
                bundle.resolve(".signatures.json"), "{\"signatures\": [\"%s\"]}".formatted(token));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes the signature of a JSON Web Token (RFC 7515). */
    interface Signer {
        byte[] sign(byte[] text) throws GeneralSecurityException;
    }

    private static final KeyPair EC = ec();

    private static KeyPair ec() {
        try {
            return pair("EC", 256);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair(String algorithm, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static Signer hmac(String algorithm) {
        return text -> {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text);
        };
    }

    private static Signer signer(String algorithm, PrivateKey key) {
        return text -> {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        };
    }

    private static Signer pss(PrivateKey key) {
        return text -> {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(
                    new java.security.spec.PSSParameterSpec(
                            "SHA-256", "MGF1", java.security.spec.MGF1ParameterSpec.SHA256, 32, 1));
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        };
    }
}
