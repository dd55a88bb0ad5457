package io.hushgate.estate.access;

import java.util.Locale;

/**
 * How a step is taken. The order is from direct to roundabout: of two steps that lead to the same
 * place the earlier is told.
 *
 * <p>Sources: kubernetes.io/docs/concepts/security/rbac-good-practices;
 * developer.hashicorp.com/vault/docs/concepts/policies and .../auth/kubernetes.
 */
public enum Way {
    LOGS_IN("logs in to"),
    HAS_POLICY("has"),
    GRANTS("grants"),
    MAY_DO_ALL("may do everything as"),
    READS_SECRETS("reads"),
    REQUESTS_TOKEN("requests a token of"),
    READS_TOKEN("is the token of"),
    EXECUTES_IN("runs commands in"),
    CREATES_PODS("creates pods that run as"),
    MOUNTS_SECRETS("creates pods that mount"),
    CHANGES_PODS("changes"),
    MAKES_TOKEN_SECRET("makes and reads a token Secret of"),
    IMPERSONATES("impersonates"),
    BINDS("binds itself to roles as"),
    ESCALATES("gives its own role all rights, as"),
    PROXIES_NODES("asks the kubelets to run commands in"),
    APPROVES_CERTIFICATES("signs itself a certificate as"),
    ADMITS_OBJECTS("sees and changes every object by a webhook, as"),
    RUNS("is run as by"),
    RUNS_AS("runs as"),
    HOLDS("holds"),
    BREAKS_OUT("is on a node with"),
    INCLUDES("such as"),
    ISSUES_SECRET_ID("makes a secret id of"),
    REWRITES_VAULT("can give itself");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    /** The verb of a sentence whose object is where the step leads. */
    public String words() {
        return words;
    }

    /** A stable name for machines, such as {@code creates-pods}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
