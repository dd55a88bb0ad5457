package io.hushgate.estate.read;

import java.util.regex.Pattern;

/**
 * What the name of a setting says of its value. Readers choose by it what to tell; policies judge.
 */
public final class Naming {
    private static final Pattern SECRET =
            Pattern.compile(
                    "passw|passphrase|pwd|secret|token|credential|api_?key|access_?key|private_?key|auth_?key",
                    Pattern.CASE_INSENSITIVE);

    /** Names of things around a secret: where it lies, how it is called, how long it lives. */
    private static final Pattern ABOUT =
            Pattern.compile(
                    "(?:file|path|dir|name|namespace|id|url|uri|host|ttl|enabled|type|length|header|endpoint"
                            + "|expiry|expiration|mount|ref|stdin|audience|issuer|key[-_.]?ref|store|format|user|backend"
                            + "|provider|size|count|limit|interval|timeout|cmd|command|alg|mtime)s?$"
                            + "|(?:num|max|min)[-_]?tokens$"
                            // What etcd calls a token tells one cluster from another.
                            + "|initial[-_]?cluster[-_]?token$",
                    Pattern.CASE_INSENSITIVE);

    /** Names of switches about secrets. */
    private static final Pattern SWITCH =
            Pattern.compile(
                    "(?i:(?:^|[-_])(?:allow|enable|disable|use|require|skip|no|is|has)[-_])"
                            + "|^(?:automount|allow|enable|disable|use|require|skip|is|has)(?=[A-Z])");

    private Naming() {}

    /** Tells whether the name is one of a secret, and not of something about a secret. */
    public static boolean isSecret(String name) {
        return SECRET.matcher(name).find()
                && !ABOUT.matcher(name).find()
                && !SWITCH.matcher(name).find();
    }
}
