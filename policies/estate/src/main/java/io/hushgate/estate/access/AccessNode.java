package io.hushgate.estate.access;

/**
 * A place in the graph: somebody, or something that can be reached.
 *
 * @param namespace of Kubernetes; empty where nobody says, and for what has none; {@link #EVERY}
 *     for the whole cluster
 * @param name of a workload {@code KIND/NAME}; of a role {@code MOUNT/NAME}; of a path the pattern
 *     as written
 */
public record AccessNode(Kind kind, String namespace, String name)
        implements Comparable<AccessNode> {
    /** The namespace of what is not limited to one. */
    public static final String EVERY = "*";

    /** What a node is. */
    public enum Kind {
        /** A service account whose token is at hand. */
        ACCOUNT("service account", true),
        /** Service accounts that need not exist yet, by the globs of a Vault role. */
        ANYONE("any service account", true),
        /** A user of the cluster. */
        USER("user", true),
        /** A group of the cluster. */
        GROUP("group", true),
        /** A token that a script makes. */
        TOKEN("token", true),
        /** A service account for which the Kubernetes API is asked, without its token. */
        IMPERSONATED("in the name of", false),
        /** A pod or whatever makes pods. */
        WORKLOAD("workload", false),
        /** Any service account of a namespace or of the cluster. */
        ACCOUNTS("any service account", false),
        /** The same, without their tokens. */
        IMPERSONATED_ACCOUNTS("in the name of any service account", false),
        /** Any running pod. */
        WORKLOADS("any pod", false),
        /** Any Secret. */
        SECRETS("any Secret", false),
        /** All rights in a namespace or in the cluster. */
        ADMIN("administrator", false),
        /** A Kubernetes Secret. */
        SECRET("Secret", false),
        /** A login role of Vault; where no account is known that may log in, a subject itself. */
        VAULT_ROLE("Vault role", false),
        /** A Vault policy. */
        POLICY("policy", false),
        /** A path pattern of a policy. */
        PATH("path", false),
        /** Everything in Vault: the rights to give oneself all others. */
        VAULT_ROOT("everything in Vault", false);

        private final String words;
        private final boolean subject;

        Kind(String words, boolean subject) {
            this.words = words;
            this.subject = subject;
        }

        /** As people say it. */
        public String words() {
            return words;
        }

        /** Tells whether somebody of this kind begins a path. */
        boolean isSubject() {
            return subject;
        }
    }

    /** Everybody or everything of a kind in a namespace. */
    static AccessNode all(Kind kind, String namespace) {
        return new AccessNode(kind, namespace, "");
    }

    static AccessNode account(String namespace, String name) {
        return new AccessNode(Kind.ACCOUNT, namespace, name);
    }

    /** A name that is the same for the same node, such as {@code account:shop/web}. */
    public String id() {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')
                + ":"
                + (namespace.isEmpty() ? "" : namespace + "/")
                + name;
    }

    /** A short name for people, without the kind. */
    public String title() {
        return switch (kind) {
            case ACCOUNTS, IMPERSONATED_ACCOUNTS, WORKLOADS, SECRETS, ADMIN ->
                    namespace.equals(EVERY)
                            ? "of the cluster"
                            : namespace.isEmpty() ? "of the namespace" : "of " + namespace;
            case ACCOUNT, IMPERSONATED, SECRET, WORKLOAD ->
                    namespace.isEmpty() ? name : namespace + "/" + name;
            case ANYONE -> "%s of namespace %s".formatted(name, namespace);
            case USER, GROUP, TOKEN, VAULT_ROLE, POLICY, PATH -> name;
            case VAULT_ROOT -> "";
        };
    }

    @Override
    public int compareTo(AccessNode other) {
        int byKind = kind.compareTo(other.kind);
        if (byKind != 0) {
            return byKind;
        }
        int byNamespace = namespace.compareTo(other.namespace);
        return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
    }

    /** The kind in words, and the name. */
    @Override
    public String toString() {
        String title = title();
        return title.isEmpty() ? kind.words() : kind.words() + " " + title;
    }
}
