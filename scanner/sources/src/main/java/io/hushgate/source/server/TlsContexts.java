package io.hushgate.source.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom to trust and who to be, from PEM. */
public final class TlsContexts {
    private TlsContexts() {}

    /**
     * Who this program is to a server that asks.
     *
     * @param certificates PEM, its own first
     */
    public record Identity(String certificates, PrivateKey key) {
        @Override
        public String toString() {
            return "Identity[" + certificates.length() + " characters of certificates]";
        }
    }

    /**
     * A context that trusts these certificates alone.
     *
     * @param authorities PEM
     * @throws GeneralSecurityException when there is none, or one cannot be used
     */
    public static SSLContext trusting(byte[] authorities) throws GeneralSecurityException {
        return of(Optional.of(authorities), Optional.empty());
    }

    /**
     * A context of these parts; for what is not given, the system's.
     *
     * @throws GeneralSecurityException when there is no certificate, or one cannot be used
     */
    public static SSLContext of(Optional<byte[]> authorities, Optional<Identity> identity)
            throws GeneralSecurityException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    identity.isPresent() ? keys(identity.get()) : null,
                    authorities.isPresent() ? trust(authorities.get()) : null,
                    null);
            return context;
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static TrustManager @Nullable [] trust(byte[] authorities)
            throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        int number = 0;
        for (Certificate one : certificates(authorities)) {
            store.setCertificateEntry("ca-" + number++, one);
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust.getTrustManagers();
    }

    private static KeyManager @Nullable [] keys(Identity identity)
            throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        char[] none = new char[0];
        Certificate[] chain =
                certificates(identity.certificates().getBytes(ISO_8859_1))
                        .toArray(Certificate[]::new);
        store.setKeyEntry("own", identity.key(), none, chain);
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, none);
        return keys.getKeyManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        return store;
    }

    private static Collection<? extends Certificate> certificates(byte[] pem)
            throws GeneralSecurityException {
        Collection<? extends Certificate> certificates =
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(pem));
        if (certificates.isEmpty()) {
            throw new GeneralSecurityException("no certificates");
        }
        return certificates;
    }
}
