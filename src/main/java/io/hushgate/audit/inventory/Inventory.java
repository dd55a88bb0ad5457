package io.hushgate.audit.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The targets of an audit.
 *
 * @param name of the audit; that of the file where it gives none
 * @param fingerprintKeyFile where the key lies that fingerprints are made with
 * @param targets at least one, with different names
 */
public record Inventory(String name, Optional<Path> fingerprintKeyFile, List<AuditTarget> targets) {
    public Inventory {
        targets = List.copyOf(targets);
    }

    /**
     * Equal when the same is to be looked at: a run goes on only with the inventory it began with.
     */
    public String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            targets.forEach(target -> digest.update((target.canonical() + "\n").getBytes(UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
