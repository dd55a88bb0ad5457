package io.hushgate.estate.fact;

import java.util.Locale;

/** The arrays of {@code data.estate}, in the order in which they are written. */
public enum Section {
    POLICIES,
    POLICY_ALIASES,
    ROLES,
    VAULT_MOUNTS,
    VAULT_AUTH_MOUNTS,
    VAULT_AUTH_CONFIGS,
    VAULT_CONNECTIONS,
    VAULT_TOKENS,
    VAULT_AUDIT_DEVICES,
    SERVICE_ACCOUNTS,
    WORKLOADS,
    RBAC_ROLES,
    RBAC_BINDINGS,
    SECRET_OBJECTS,
    CONFIG_OBJECTS,
    SECRET_REFS,
    USES,
    SECRET_STORES,
    HARNESS_CONNECTORS,
    HARNESS_SECRETS,
    CHART_VALUES,
    COMMANDS,
    PIPELINES,
    IMAGE_STEPS,
    COMPOSE_SERVICES,
    REPOSITORY_FILES,
    WEAK_CONNECTIONS,
    CHARTS,
    RELEASES,
    CHART_SETTINGS,
    TEMPLATE_USES,
    LOADER_DATABASES,
    CLOUD_RESOURCES,
    SERVER_BLOCKS,
    NAMESPACES,
    NETWORK_POLICIES,
    PEER_AUTHENTICATIONS,
    ETCD_ENCRYPTIONS,
    HARNESS_SETTINGS,
    PACHYDERM_PIPELINES,
    ENCRYPTED_FILES,
    DECRYPTION_KEYS,
    MISSING_GRANTS,
    UNUSED_GRANTS,
    TOKEN_THEFTS,
    LOGINS,
    PUBLIC_KEYS,
    AUDIT_TRAILS,
    AUDIT_BURSTS,
    AUDIT_ACCESSES;

    /** The key in the document, such as {@code rbac_roles}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
