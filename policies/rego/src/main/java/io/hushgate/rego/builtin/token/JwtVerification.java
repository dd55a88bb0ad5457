package io.hushgate.rego.builtin.token;

import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.builtin.format.Formatting;
import io.hushgate.rego.builtin.time.Times;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.math.BigDecimal;
import java.security.Key;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code io.jwt.decode_verify}: a token's contents, provided that it meets constraints (RFC 7519,
 * section 7.2).
 */
final class JwtVerification {
    private static final RegoArray UNVERIFIED =
            RegoArray.of(RegoBoolean.FALSE, RegoObject.EMPTY, RegoObject.EMPTY);

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    private @Nullable List<JwkKey> keys;
    private String secret = "";
    private String algorithm = "";
    private String issuer = "";
    private String audience = "";
    private BigDecimal nanos;

    private JwtVerification(BuiltinContext context) {
        this.nanos = Times.nanos(context.now()).bigDecimal();
    }

    static Value decodeVerify(BuiltinContext context, Value[] a) {
        JwtVerification verification = new JwtVerification(context);
        verification.take(Operands.object(a, 1));
        context.step(1_000);
        return verification.run(Operands.string(a, 0));
    }

    private void take(RegoObject constraints) {
        for (int i = 0; i < constraints.size(); i++) {
            Value value = constraints.valueAt(i);
            String name = Formatting.bare(constraints.keyAt(i));
            switch (name) {
                case "cert" -> keys = VerificationKeys.read(text(name, value));
                case "secret" -> secret = text(name, value);
                case "alg" -> algorithm = text(name, value);
                case "iss" -> issuer = text(name, value);
                case "aud" -> audience = text(name, value);
                case "time" -> nanos = time(value);
                default -> throw BuiltinError.of("unknown token validation constraint: " + name);
            }
        }
        if (keys != null && !secret.isEmpty()) {
            throw BuiltinError.of("duplicate key constraints");
        }
        if (keys == null && secret.isEmpty()) {
            throw BuiltinError.of("no key constraint");
        }
    }

    private static String text(String name, Value value) {
        if (value instanceof RegoString string) {
            return string.value();
        }
        throw BuiltinError.of(name + " constraint: must be a string");
    }

    private static BigDecimal time(Value value) {
        if (!(value instanceof RegoNumber number)) {
            throw BuiltinError.of("token time constraint: must be a number");
        }
        if (number.signum() < 0) {
            throw BuiltinError.of("token time constraint: must not be negative");
        }
        return number.bigDecimal();
    }

    private Value run(String text) {
        JwtToken token = JwtToken.split(text);
        while (true) {
            RegoObject decoded = token.decodedHeader();
            JwtToken.Header header = JwtToken.Header.of(decoded);
            if (!header.acceptable()
                    || !(algorithm.isEmpty() || algorithm.equals(header.algorithm()))
                    || !isSigned(token, header)) {
                return UNVERIFIED;
            }
            String payload = token.payloadText();
            if (header.contentType().equalsIgnoreCase("JWT")) {
                token = JwtToken.split(payload);
                continue;
            }
            RegoObject claims = JwtToken.object(payload);
            return meets(claims) ? RegoArray.of(RegoBoolean.TRUE, decoded, claims) : UNVERIFIED;
        }
    }

    private boolean isSigned(JwtToken token, JwtToken.Header header) {
        byte[] signature = token.signatureBytes();
        byte[] signed = token.signed();
        JwsAlgorithm method = JwsAlgorithm.find(header.algorithm());
        if (method == null) {
            return false;
        }
        if (keys == null) {
            Key key = JwsAlgorithm.secret(secret);
            return method.verifies(key, signed, signature);
        }
        return Jwts.anyVerifies(keys, header, key -> method.verifies(key.key(), signed, signature));
    }

    private boolean meets(RegoObject claims) {
        if (!issuer.isEmpty() && !RegoString.of(issuer).equals(claims.get("iss"))) {
            return false;
        }
        Value audiences = claims.get("aud");
        if (audiences == null ? !audience.isEmpty() : !isAudience(audiences)) {
            return false;
        }
        RegoNumber expires = seconds(claims, "exp");
        RegoNumber notBefore = seconds(claims, "nbf");
        BigDecimal now = nanos.divide(NANOS);
        return (expires == null || now.compareTo(expires.bigDecimal()) < 0)
                && (notBefore == null || now.compareTo(notBefore.bigDecimal()) >= 0);
    }

    private boolean isAudience(Value audiences) {
        RegoString wanted = RegoString.of(audience);
        if (audiences instanceof RegoArray array) {
            for (Value member : array) {
                if (member.equals(wanted)) {
                    return true;
                }
            }
            return false;
        }
        return audiences.equals(wanted);
    }

    private static @Nullable RegoNumber seconds(RegoObject claims, String name) {
        Value value = claims.get(name);
        if (value == null || value instanceof RegoNumber) {
            return (RegoNumber) value;
        }
        throw BuiltinError.of(name + " value must be a number");
    }
}
