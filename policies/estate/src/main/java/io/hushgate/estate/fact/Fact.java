package io.hushgate.estate.fact;

/** One thing an estate reader found out; see the package comment for how it looks to a policy. */
public sealed interface Fact
        permits VaultFact,
                KubernetesFact,
                DeliveryFact,
                BuildFact,
                ChartFact,
                PlatformFact,
                AccessFact,
                AuditFact {
    /** Where it was read. */
    Provenance at();

    /** The array of the facts document that it belongs to. */
    default Section section() {
        return switch (this) {
            case VaultFact.Policy _ -> Section.POLICIES;
            case VaultFact.PolicyAlias _ -> Section.POLICY_ALIASES;
            case VaultFact.Role _ -> Section.ROLES;
            case VaultFact.Mount _ -> Section.VAULT_MOUNTS;
            case VaultFact.AuthMount _ -> Section.VAULT_AUTH_MOUNTS;
            case VaultFact.AuthConfig _ -> Section.VAULT_AUTH_CONFIGS;
            case VaultFact.Connection _ -> Section.VAULT_CONNECTIONS;
            case VaultFact.TokenGrant _ -> Section.VAULT_TOKENS;
            case VaultFact.AuditDevice _ -> Section.VAULT_AUDIT_DEVICES;
            case KubernetesFact.ServiceAccount _ -> Section.SERVICE_ACCOUNTS;
            case KubernetesFact.Workload _ -> Section.WORKLOADS;
            case KubernetesFact.RbacRole _ -> Section.RBAC_ROLES;
            case KubernetesFact.RbacBinding _ -> Section.RBAC_BINDINGS;
            case KubernetesFact.SecretObject _ -> Section.SECRET_OBJECTS;
            case KubernetesFact.ConfigObject _ -> Section.CONFIG_OBJECTS;
            case KubernetesFact.SecretRef _ -> Section.SECRET_REFS;
            case DeliveryFact.Use _ -> Section.USES;
            case DeliveryFact.SecretStore _ -> Section.SECRET_STORES;
            case DeliveryFact.HarnessConnector _ -> Section.HARNESS_CONNECTORS;
            case DeliveryFact.HarnessSecret _ -> Section.HARNESS_SECRETS;
            case DeliveryFact.ChartValue _ -> Section.CHART_VALUES;
            case BuildFact.Command _ -> Section.COMMANDS;
            case BuildFact.Pipeline _ -> Section.PIPELINES;
            case BuildFact.ImageStep _ -> Section.IMAGE_STEPS;
            case BuildFact.ComposeService _ -> Section.COMPOSE_SERVICES;
            case BuildFact.RepositoryFile _ -> Section.REPOSITORY_FILES;
            case BuildFact.WeakConnection _ -> Section.WEAK_CONNECTIONS;
            case ChartFact.Chart _ -> Section.CHARTS;
            case ChartFact.Release _ -> Section.RELEASES;
            case ChartFact.ChartSetting _ -> Section.CHART_SETTINGS;
            case ChartFact.TemplateUse _ -> Section.TEMPLATE_USES;
            case ChartFact.LoaderDatabase _ -> Section.LOADER_DATABASES;
            case PlatformFact.CloudResource _ -> Section.CLOUD_RESOURCES;
            case PlatformFact.PublicKey _ -> Section.PUBLIC_KEYS;
            case PlatformFact.Login _ -> Section.LOGINS;
            case PlatformFact.ServerBlock _ -> Section.SERVER_BLOCKS;
            case PlatformFact.NamespaceObject _ -> Section.NAMESPACES;
            case PlatformFact.NetworkPolicy _ -> Section.NETWORK_POLICIES;
            case PlatformFact.PeerAuthentication _ -> Section.PEER_AUTHENTICATIONS;
            case PlatformFact.EtcdEncryption _ -> Section.ETCD_ENCRYPTIONS;
            case PlatformFact.HarnessSetting _ -> Section.HARNESS_SETTINGS;
            case PlatformFact.PachydermPipeline _ -> Section.PACHYDERM_PIPELINES;
            case PlatformFact.EncryptedFile _ -> Section.ENCRYPTED_FILES;
            case PlatformFact.DecryptionKey _ -> Section.DECRYPTION_KEYS;
            case AccessFact.MissingGrant _ -> Section.MISSING_GRANTS;
            case AccessFact.UnusedGrant _ -> Section.UNUSED_GRANTS;
            case AccessFact.TokenTheft _ -> Section.TOKEN_THEFTS;
            case AuditFact.AuditTrail _ -> Section.AUDIT_TRAILS;
            case AuditFact.AuditBurst _ -> Section.AUDIT_BURSTS;
            case AuditFact.AuditAccess _ -> Section.AUDIT_ACCESSES;
        };
    }
}
