package io.hushgate.core.grade;

import io.hushgate.core.bytes.Slice;
import java.util.Optional;

/**
 * Whom or what a credential speaks for, as far as its own bytes say: no secret, and enough to join
 * it with what configuration says of that holder.
 *
 * <table>
 * <caption>Forms</caption>
 * <tr><td>JSON Web Token</td><td>its {@code sub}, as written</td></tr>
 * <tr><td>age identity</td><td>its recipient, {@code age1...}</td></tr>
 * <tr><td>OpenPGP secret key</td><td>{@code pgp:} and the fingerprint of its primary key</td></tr>
 * <tr><td>private key in PEM</td><td>{@code key:} and the SHA-256 of its public half, see {@link
 * KeyIdentity}</td></tr>
 * <tr><td>AWS access key id</td><td>{@code aws:} and the 12 digits of the account</td></tr>
 * </table>
 */
public final class Holder {
    /** Before the fingerprint of an OpenPGP key. */
    public static final String PGP = "pgp:";

    /** Before the number of an account of AWS. */
    public static final String AWS = "aws:";

    /** Before the hash of the public half of a private key. */
    public static final String KEY = "key:";

    private Holder() {}

    /** Reads the holder; empty when the bytes tell none. */
    public static Optional<String> of(byte[] secret) {
        Slice text = Slice.of(secret);
        if (text.startsWith("eyJ")) {
            return TokenSubject.of(secret);
        }
        if (text.startsWith("AGE-SECRET-KEY-1")) {
            return AgeIdentity.recipient(text);
        }
        if (text.startsWith("-----BEGIN PGP PRIVATE KEY BLOCK")) {
            return PemKey.fingerprintPgp(text).map(PGP::concat);
        }
        if (text.startsWith("-----BEGIN ") && text.contains("PRIVATE KEY-----")) {
            return KeyIdentity.of(text).map(KEY::concat);
        }
        if (text.startsWith("AKIA") || text.startsWith("ASIA")) {
            return Checksums.awsAccountOf(text).map(AWS::concat);
        }
        return Optional.empty();
    }
}
