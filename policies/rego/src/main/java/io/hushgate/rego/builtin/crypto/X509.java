package io.hushgate.rego.builtin.crypto;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.builtin.encoding.Encodings;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoNull;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions on certificates, requests for them, and private keys. */
public final class X509 {
    private static final String OBJECT = "object[string: any]";

    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of(
                            "crypto.x509.parse_certificates",
                            "(string) => array[" + OBJECT + "]",
                            (_, a) ->
                                    X509Certificates.toValue(
                                            X509Certificates.read(Operands.string(a, 0)))),
                    Builtin.of(
                            "crypto.x509.parse_and_verify_certificates",
                            "(string) => array<boolean, array[" + OBJECT + "]>",
                            X509Verification::verify),
                    Builtin.of(
                            "crypto.x509.parse_and_verify_certificates_with_options",
                            "(string, " + OBJECT + ") => array<boolean, array[" + OBJECT + "]>",
                            X509Verification::verifyWithOptions),
                    Builtin.of(
                            "crypto.x509.parse_certificate_request",
                            "(string) => " + OBJECT,
                            (_, a) -> request(Operands.string(a, 0))),
                    Builtin.of(
                            "crypto.x509.parse_rsa_private_key",
                            "(string) => " + OBJECT,
                            (_, a) -> rsaKey(Operands.string(a, 0))),
                    Builtin.of(
                            "crypto.x509.parse_keypair",
                            "(string, string) => " + OBJECT,
                            (_, a) -> keyPair(a)),
                    Builtin.of(
                            "crypto.parse_private_keys",
                            "(string) => array[" + OBJECT + "]",
                            (_, a) -> privateKeys(Operands.string(a, 0))));

    private X509() {}

    /** A request for a certificate (PKCS #10, RFC 2986). */
    private static RegoObject request(String text) {
        List<byte[]> blocks = X509Certificates.blocks(text, "CERTIFICATE REQUEST");
        if (blocks.isEmpty()) {
            throw BuiltinError.of("invalid PEM-encoded certificate signing request");
        }
        byte[] der = blocks.getFirst();
        DerReader outer = DerReader.of(der).next(DerReader.SEQUENCE).inner();
        DerReader.Element info = outer.next(DerReader.SEQUENCE);
        DerReader parts = info.inner();
        BigInteger version = parts.next(DerReader.INTEGER).integer();
        DerReader.Element subject = parts.next(DerReader.SEQUENCE);
        DerReader.Element key = parts.next(DerReader.SEQUENCE);
        return RegoObject.builder()
                .put("Raw", X509Certificates.base64(der))
                .put("RawTBSCertificateRequest", X509Certificates.base64(info.allBytes()))
                .put("RawSubject", X509Certificates.base64(subject.allBytes()))
                .put("RawSubjectPublicKeyInfo", X509Certificates.base64(key.allBytes()))
                .put("Version", RegoNumber.of(version))
                .put("Subject", X509Names.read(subject.allBytes()))
                .build();
    }

    private static RegoObject rsaKey(String text) {
        List<byte[]> blocks = X509Certificates.blocks(text, "PRIVATE KEY");
        RsaKey key = blocks.isEmpty() ? null : RsaKey.find(blocks.getFirst());
        if (key == null) {
            throw BuiltinError.of("x509: failed to parse private key");
        }
        return key.toJwk();
    }

    private static RegoObject keyPair(Value[] a) {
        List<X509Certificate> chain = X509Certificates.read(Operands.string(a, 0));
        List<byte[]> keys = X509Certificates.blocks(Operands.string(a, 1), "PRIVATE KEY");
        if (chain.isEmpty() || keys.isEmpty()) {
            throw BuiltinError.of("tls: failed to find any PEM data in certificate or key input");
        }
        RsaKey key = RsaKey.find(keys.getFirst());
        if (key != null
                && chain.getFirst().getPublicKey() instanceof RSAPublicKey publicKey
                && !publicKey.getModulus().equals(key.modulus())) {
            throw BuiltinError.of("tls: private key does not match public key");
        }
        RegoArray.Builder raw = RegoArray.builder();
        for (X509Certificate certificate : chain) {
            Value bytes = X509Certificates.toValue(certificate).get("Raw");
            raw.add(bytes == null ? RegoNull.NULL : bytes);
        }
        return RegoObject.builder()
                .put("Certificate", raw.build())
                .put("Leaf", X509Certificates.toValue(chain.getFirst()))
                .put("PrivateKey", key == null ? RegoNull.NULL : key.toGo())
                .build();
    }

    /** Null for no text at all, as in OPA; text that holds no key yields none. */
    private static Value privateKeys(String text) {
        if (text.isEmpty()) {
            return RegoNull.NULL;
        }
        List<Value> keys = new ArrayList<>();
        for (PemBlock block : PemBlock.findAll(pem(text))) {
            RsaKey key = block.type().endsWith("PRIVATE KEY") ? RsaKey.find(block.bytes()) : null;
            if (key != null) {
                keys.add(key.toGo());
            }
        }
        return RegoArray.of(keys);
    }

    private static String pem(String text) {
        try {
            return text.startsWith("-----BEGIN") ? text : Encodings.decoded(Encodings.base64(text));
        } catch (BuiltinError e) {
            return text;
        }
    }

    /**
     * A private RSA key (PKCS #1, RFC 8017, appendix A.1.2).
     *
     * @param numbers version, n, e, d, p, q, d mod (p-1), d mod (q-1), 1/q mod p
     */
    private record RsaKey(List<BigInteger> numbers) {
        private static final List<String> NAMES =
                List.of("n", "e", "d", "p", "q", "dp", "dq", "qi");

        /** Null if the DER is no RSA key, alone or within PKCS #8 (RFC 5208). */
        static @Nullable RsaKey find(byte[] der) {
            List<DerReader.Element> parts = DerReader.of(der).next(DerReader.SEQUENCE).elements();
            if (parts.size() >= 3 && parts.get(1).tag() == DerReader.SEQUENCE) {
                List<DerReader.Element> algorithm = parts.get(1).elements();
                boolean rsa =
                        algorithm
                                .getFirst()
                                .arcs()
                                .equals(List.of(1L, 2L, 840L, 113549L, 1L, 1L, 1L));
                return rsa ? find(parts.get(2).contentBytes()) : null;
            }
            if (parts.size() < 9
                    || parts.stream().anyMatch(part -> part.tag() != DerReader.INTEGER)) {
                return null;
            }
            return new RsaKey(parts.stream().map(DerReader.Element::integer).toList());
        }

        BigInteger modulus() {
            return numbers.get(1);
        }

        RegoObject toJwk() {
            RegoObject.Builder jwk = RegoObject.builder().put("kty", RegoString.of("RSA"));
            for (int i = 0; i < NAMES.size(); i++) {
                jwk.put(NAMES.get(i), base64Url(numbers.get(i + 1)));
            }
            return jwk.build();
        }

        RegoObject toGo() {
            return RegoObject.builder()
                    .put("N", RegoNumber.of(numbers.get(1)))
                    .put("E", RegoNumber.of(numbers.get(2)))
                    .put("D", RegoNumber.of(numbers.get(3)))
                    .put(
                            "Primes",
                            RegoArray.of(
                                    RegoNumber.of(numbers.get(4)), RegoNumber.of(numbers.get(5))))
                    .build();
        }

        private static RegoString base64Url(BigInteger number) {
            byte[] bytes = number.toByteArray();
            int start = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
            byte[] magnitude = Arrays.copyOfRange(bytes, start, bytes.length);
            return RegoString.of(Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude));
        }
    }
}
