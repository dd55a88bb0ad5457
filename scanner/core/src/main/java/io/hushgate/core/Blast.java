package io.hushgate.core;

import java.util.ArrayList;
import java.util.List;

/**
 * What a leaked credential opens, as far as the configuration of the same run tells.
 *
 * @param holder whom it speaks for, such as {@code service account shop/web}
 * @param paths how many path patterns of Vault it reaches
 * @param secrets how many Kubernetes Secrets, or sets of them
 * @param files how many files that are encrypted to it
 * @param accounts how many accounts of a cloud
 * @param systems how many clusters, registries, databases and repositories
 * @param everything whether it can give itself everything in Vault
 * @param raisedFrom the severity without this; the same where nothing was raised
 * @param reached what, the worst first; at most {@value #MOST}
 * @param revocation what to do, in this order
 */
public record Blast(
        String holder,
        int paths,
        int secrets,
        int files,
        int accounts,
        int systems,
        boolean everything,
        Severity raisedFrom,
        List<Reached> reached,
        List<String> revocation) {
    /** More are counted and not listed. */
    public static final int MOST = 20;

    public Blast {
        reached = List.copyOf(reached);
        revocation = List.copyOf(revocation);
    }

    /**
     * One thing that is open.
     *
     * @param target such as {@code read on secret/data/shop/*}
     * @param way the steps to it, in words
     * @param evidence where the steps are written, in their order
     */
    public record Reached(String target, String way, List<Location> evidence) {
        public Reached {
            evidence = List.copyOf(evidence);
        }
    }

    /** The counts in words: {@code 2 paths of Vault and 1 Secret}. */
    public String summary() {
        if (everything) {
            return "everything in Vault";
        }
        List<String> parts = new ArrayList<>();
        count(parts, paths, "path of Vault", "paths of Vault");
        count(parts, secrets, "Secret", "Secrets");
        count(parts, files, "encrypted file", "encrypted files");
        count(parts, accounts, "account of a cloud", "accounts of a cloud");
        count(parts, systems, "system", "systems");
        return String.join(" and ", parts);
    }

    private static void count(List<String> parts, int count, String one, String several) {
        if (count > 0) {
            parts.add(count + " " + (count == 1 ? one : several));
        }
    }
}
