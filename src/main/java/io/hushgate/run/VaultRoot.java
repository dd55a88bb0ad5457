package io.hushgate.run;

import io.hushgate.core.Blast;
import io.hushgate.core.Finding;
import io.hushgate.core.Severity;
import java.util.List;

/**
 * What opens everything in Vault without any policy: the root token, and the key that its storage
 * is sealed with.
 */
final class VaultRoot {
    /** So many parts of the key unseal a Vault unless its makers chose otherwise. */
    private static final int THRESHOLD = 3;

    private VaultRoot() {}

    /** What {@code vault operator init} prints beside the parts of the key is the root token. */
    static Finding token(Finding finding) {
        return finding.opening(
                Severity.CRITICAL,
                new Blast(
                        "root",
                        0,
                        0,
                        0,
                        0,
                        0,
                        true,
                        finding.severity(),
                        List.of(
                                new Blast.Reached(
                                        "everything in Vault",
                                        "it lies beside parts of the unseal key, as the server prints them together",
                                        List.of(finding.location()))),
                        List.of(
                                "Revoke it: vault token revoke. Make a root token when one is needed: vault operator generate-root.",
                                "Make new parts of the key: vault operator rekey, then vault operator rotate.",
                                "Read the audit logs for what it did: policies, roles, mounts and tokens that are left of it.",
                                "Rotate what Vault keeps, the worst first.")));
    }

    /**
     * Enough parts of the key in one file open everything that Vault keeps.
     *
     * @param parts in the files of the finding, its own counted
     */
    static Finding unsealed(Finding finding, long parts) {
        if (parts < THRESHOLD) {
            return finding;
        }
        return finding.opening(
                Severity.CRITICAL,
                new Blast(
                        "whoever has Vault's storage",
                        0,
                        0,
                        0,
                        0,
                        0,
                        true,
                        finding.severity(),
                        List.of(
                                new Blast.Reached(
                                        "everything in Vault",
                                        parts + " parts of the unseal key in one file",
                                        List.of(finding.location()))),
                        List.of(
                                "Make new parts of the key: vault operator rekey, then vault operator rotate.",
                                "Take the copies of Vault's storage and snapshots out of reach.",
                                "Rotate what Vault keeps, if storage and parts could be read together.")));
    }
}
