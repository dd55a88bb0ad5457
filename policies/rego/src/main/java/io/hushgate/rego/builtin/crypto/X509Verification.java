package io.hushgate.rego.builtin.crypto;

import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.builtin.format.Formatting;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * Whether a chain of certificates, root first and leaf last, holds (RFC 5280, section 6).
 * Revocation is not looked up.
 */
final class X509Verification {
    private static final RegoArray INVALID = RegoArray.of(RegoBoolean.FALSE, RegoArray.EMPTY);

    /** Server authentication, and any use (RFC 5280, section 4.2.1.12). */
    private static final Set<String> SERVER = Set.of("1.3.6.1.5.5.7.3.1", "2.5.29.37.0");

    private X509Verification() {}

    static Value verify(BuiltinContext context, Value[] a) {
        return verify(a, context.now(), "", true);
    }

    /** Knows of {@code CurrentTime} in nanoseconds, {@code DNSName} and {@code KeyUsages}. */
    static Value verifyWithOptions(BuiltinContext context, Value[] a) {
        RegoObject options = Operands.object(a, 1);
        Instant now = context.now();
        if (options.get("CurrentTime") instanceof RegoNumber nanos && nanos.isLong()) {
            now = Instant.ofEpochSecond(0, nanos.longValue());
        }
        String host = options.get("DNSName") instanceof RegoString name ? name.value() : "";
        boolean server = true;
        if (options.get("KeyUsages") instanceof RegoArray usages) {
            server = false;
            for (Value usage : usages) {
                server |= usage.equals(RegoString.of("KeyUsageServerAuth"));
            }
        }
        return verify(a, now, host, server);
    }

    private static Value verify(Value[] a, Instant now, String host, boolean server) {
        List<X509Certificate> chain = X509Certificates.read(Operands.string(a, 0));
        if (chain.size() < 2) {
            return INVALID;
        }
        List<X509Certificate> path = chain.subList(1, chain.size()).reversed();
        try {
            PKIXParameters parameters =
                    new PKIXParameters(Set.of(new TrustAnchor(chain.getFirst(), null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(path),
                            parameters);
            for (X509Certificate certificate : path) {
                if (server && !servesServers(certificate)) {
                    return INVALID;
                }
            }
        } catch (GeneralSecurityException e) {
            return INVALID;
        }
        if (!host.isEmpty() && !names(path.getFirst(), host)) {
            return INVALID;
        }
        return RegoArray.of(RegoBoolean.TRUE, X509Certificates.toValue(chain.reversed()));
    }

    private static boolean servesServers(X509Certificate certificate)
            throws GeneralSecurityException {
        List<String> uses = certificate.getExtendedKeyUsage();
        return uses == null || uses.stream().anyMatch(SERVER::contains);
    }

    private static boolean names(X509Certificate leaf, String host) {
        if (!(X509Certificates.toValue(leaf).get("DNSNames") instanceof RegoArray names)) {
            return false;
        }
        int dot = host.indexOf('.');
        String wildcard = dot < 0 ? "" : "*" + host.substring(dot);
        for (Value name : names) {
            String pattern = Formatting.bare(name);
            if (pattern.equalsIgnoreCase(host) || pattern.equalsIgnoreCase(wildcard)) {
                return true;
            }
        }
        return false;
    }
}
