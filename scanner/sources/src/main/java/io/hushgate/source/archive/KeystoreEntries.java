package io.hushgate.source.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The private keys of a Java keystore (JKS, JCEKS) or PKCS#12 that is locked with nothing or with a
 * password that everybody tries first, each as a PEM file; a store that none of them opens is
 * encrypted.
 */
final class KeystoreEntries implements Entries {
    /** Larger ones are no keystores. */
    private static final int MAX_BYTES = 1 << 20;

    /**
     * Rounds of hashing that a PKCS#12 may ask for before its integrity is known. OWASP advises
     * 600,000; a hostile one asks for as many as it likes, for each password.
     */
    private static final int MOST_ROUNDS = 1_000_000;

    /**
     * Keys that are tried. Each may ask for five million rounds of a hash, which is as far as the
     * JDK goes: a second or two.
     */
    private static final int MOST_KEYS = 64;

    /** None, and the default of {@code keytool}'s documents, then what people type. */
    private static final List<String> PASSWORDS =
            List.of("", "changeit", "changeme", "password", "secret", "123456");

    /** A key in the clear. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Found(String name, byte[] pem) {}

    private final Iterator<Found> keys;
    private @Nullable Found current;

    private KeystoreEntries(List<Found> keys) {
        this.keys = keys.iterator();
    }

    /**
     * Opens a keystore.
     *
     * @throws Encrypted when it holds keys that no well-known password opens
     */
    static KeystoreEntries open(Signature signature, InputStream in, Budget budget)
            throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new IOException("a keystore of more than a megabyte");
        }
        if (signature == Signature.PKCS12 && DerNumbers.largest(bytes) > MOST_ROUNDS) {
            throw new Encrypted(new IOException("to try a password takes too long"));
        }
        for (String password : PASSWORDS) {
            budget.entry();
            Optional<List<Found>> keys =
                    open(type(signature), bytes, password.toCharArray(), budget);
            if (keys.isPresent()) {
                return new KeystoreEntries(keys.get());
            }
        }
        throw new Encrypted(new IOException("no well-known password opens it"));
    }

    private static String type(Signature signature) {
        return switch (signature) {
            case JAVA_KEYSTORE -> "JKS";
            case JCE_KEYSTORE -> "JCEKS";
            case PKCS12 -> "PKCS12";
            case NONE, ZIP, TAR, GZIP, BZIP2, XZ, ZSTD, SEVEN_ZIP, DEBIAN, SQLITE, PDF, RAR ->
                    throw new IllegalArgumentException(signature + " is no keystore");
        };
    }

    /**
     * The keys, if the password opens the store and each of them; none where there are only
     * certificates.
     */
    private static Optional<List<Found>> open(
            String type, byte[] bytes, char[] password, Budget budget) throws LimitProblem {
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(new ByteArrayInputStream(bytes), password);
            List<Found> keys = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                budget.entry();
                if (keys.size() == MOST_KEYS) {
                    break;
                }
                Key key = store.isKeyEntry(alias) ? store.getKey(alias, password) : null;
                byte[] encoded = key == null ? null : key.getEncoded();
                if (encoded != null) {
                    keys.add(new Found(EntryName.of(alias) + ".pem", pem(encoded)));
                }
            }
            return Optional.of(keys);
        } catch (LimitProblem limit) {
            throw limit;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static byte[] pem(byte[] key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        String label = "PRIVATE" + " KEY";
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(label, body, label)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean next() {
        current = keys.hasNext() ? keys.next() : null;
        return current != null;
    }

    private Found current() {
        if (current == null) {
            throw new IllegalStateException("no entry yet");
        }
        return current;
    }

    @Override
    public String name() {
        return current().name;
    }

    @Override
    public Kind kind() {
        return Kind.FILE;
    }

    @Override
    public InputStream content() {
        return new ByteArrayInputStream(current().pem);
    }

    @Override
    public void close() {}
}
