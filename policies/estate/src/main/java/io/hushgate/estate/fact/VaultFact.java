package io.hushgate.estate.fact;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Vault (or OpenBao) is told to grant, and to whom; words as in Vault's own API documents. */
public sealed interface VaultFact extends Fact {

    /**
     * An ACL policy.
     *
     * @param name lower case, as Vault stores it
     * @param naming how the name is known
     * @param format what the policy text lay in: {@code hcl}, {@code json}, {@code shell}, {@code
     *     terraform}, {@code bank-vaults}, {@code vault-config-operator}, {@code server-config},
     *     {@code embedded}
     * @param rules in the order of the text, duplicates kept
     */
    record Policy(String name, Naming naming, String format, List<Rule> rules, Provenance at)
            implements VaultFact {
        public Policy {
            rules = List.copyOf(rules);
        }
    }

    /** How the name of a policy is known. */
    enum Naming {
        /**
         * Beside the text: {@code vault policy write NAME -}, {@code name = }, {@code
         * metadata.name}.
         */
        DECLARED,
        /** By a {@link PolicyAlias} elsewhere that names this file. */
        ALIAS,
        /** Nobody says; taken from the file name. */
        FILE
    }

    /**
     * One {@code path} stanza.
     *
     * @param path as written
     * @param capabilities as written, in their order
     * @param legacy the old {@code policy = "write"} form; empty if not used
     * @param effective what the stanza grants: legacy expanded, sorted, unique; {@code ["deny"]}
     *     alone if it denies
     * @param allowedParameters parameter name to permitted values; an empty list permits any value
     * @param unknown keys that Vault would refuse
     * @param line of the path; {@code column} its first character, quote excluded
     */
    record Rule(
            String path,
            List<String> capabilities,
            String legacy,
            List<String> effective,
            Map<String, List<String>> allowedParameters,
            Map<String, List<String>> deniedParameters,
            List<String> requiredParameters,
            Ttl minWrappingTtl,
            Ttl maxWrappingTtl,
            List<String> unknown,
            int line,
            int column) {
        public Rule {
            capabilities = List.copyOf(capabilities);
            effective = List.copyOf(effective);
            allowedParameters = Map.copyOf(allowedParameters);
            deniedParameters = Map.copyOf(deniedParameters);
            requiredParameters = List.copyOf(requiredParameters);
            unknown = List.copyOf(unknown);
        }
    }

    /** {@code vault policy write NAME FILE}: the file holds the policy of that name. */
    record PolicyAlias(String name, String file, Provenance at) implements VaultFact {}

    /**
     * A login role.
     *
     * @param kind {@code kubernetes}, {@code approle}, {@code jwt}, {@code oidc}, {@code token},
     *     {@code userpass}, ...; by the type of the mount where known, else by its path
     * @param authMount without {@code auth/} and slashes at the ends
     * @param name lower case, as Vault stores it
     * @param policies lower case, in their order; {@code default} only if written
     * @param lines the line of each setting that was written, by its name as written
     */
    record Role(
            String kind,
            String authMount,
            String name,
            List<String> policies,
            Bound bound,
            TokenSettings token,
            SecretIdSettings secretId,
            Claims claims,
            Map<String, Integer> lines,
            String format,
            Provenance at)
            implements VaultFact {
        public Role {
            policies = List.copyOf(policies);
            lines = Map.copyOf(lines);
        }
    }

    /**
     * Who may log in by a role of the Kubernetes method.
     *
     * @param namespaceSelector the label selector as written (JSON or YAML flow); OR-ed with the
     *     namespaces
     * @param aliasNameSource {@code serviceaccount_uid} or {@code serviceaccount_name}; empty if
     *     not given
     */
    record Bound(
            List<String> serviceAccounts,
            List<String> namespaces,
            String namespaceSelector,
            String audience,
            String aliasNameSource) {
        public Bound {
            serviceAccounts = List.copyOf(serviceAccounts);
            namespaces = List.copyOf(namespaces);
        }
    }

    /** The token that a login yields; old and new field names alike. */
    record TokenSettings(
            Ttl ttl,
            Ttl maxTtl,
            Ttl explicitMaxTtl,
            Ttl period,
            Optional<Long> numUses,
            List<String> boundCidrs,
            Optional<Boolean> noDefaultPolicy,
            String type) {
        public TokenSettings {
            boundCidrs = List.copyOf(boundCidrs);
        }
    }

    /** The second factor of AppRole. */
    record SecretIdSettings(
            Optional<Boolean> bind, Ttl ttl, Optional<Long> numUses, List<String> boundCidrs) {
        public SecretIdSettings {
            boundCidrs = List.copyOf(boundCidrs);
        }
    }

    /**
     * What a JWT or OIDC login must present.
     *
     * @param bound claim name to accepted values
     * @param type {@code string} or {@code glob}; empty if not given
     */
    record Claims(
            List<String> audiences,
            String subject,
            Map<String, List<String>> bound,
            String type,
            String userClaim) {
        public Claims {
            audiences = List.copyOf(audiences);
            bound = Map.copyOf(bound);
        }
    }

    /**
     * A secrets engine.
     *
     * @param path without slashes at the ends
     * @param type {@code kv}, {@code database}, {@code transit}, ...
     * @param kvVersion 1 or 2; empty for other types and where nobody says
     * @param plainKeys fields that the audit log shows unhashed ({@code audit_non_hmac_*_keys})
     */
    record Mount(
            String path,
            String type,
            Optional<Long> kvVersion,
            List<String> plainKeys,
            Provenance at)
            implements VaultFact {
        public Mount {
            plainKeys = List.copyOf(plainKeys);
        }
    }

    /**
     * An auth method.
     *
     * @param path without {@code auth/} and slashes at the ends
     */
    record AuthMount(String path, String type, Provenance at) implements VaultFact {}

    /**
     * The configuration of an auth method, {@code auth/MOUNT/config}.
     *
     * @param host {@code kubernetes_host}, or the discovery address of a JWT method
     * @param reviewerJwt what stands at {@code token_reviewer_jwt}
     * @param certificate whether a CA certificate is given
     * @param issuerValidationOff {@code disable_iss_validation}
     */
    record AuthConfig(
            String authMount,
            String host,
            ValueClass reviewerJwt,
            boolean certificate,
            Optional<Boolean> issuerValidationOff,
            Map<String, Integer> lines,
            Provenance at)
            implements VaultFact {
        public AuthConfig {
            lines = Map.copyOf(lines);
        }
    }

    /**
     * How a client is told to reach Vault and log in.
     *
     * @param via {@code harness-loader}, {@code harness-connector}, {@code vault-agent}, {@code
     *     vso}, {@code eso}, {@code csi}, {@code injector}, {@code environment}, {@code spring}
     * @param key the dotted key of the block in its file, such as {@code
     *     global.externalSecretsLoader}
     * @param enabled the block's own switch; empty if it has none
     * @param method login method as written; empty if not given
     * @param role Vault role, lower case
     * @param authMount login mount without {@code auth/}
     * @param tlsSkip whether certificate checks are switched off
     * @param token what stands where a token could stand
     */
    record Connection(
            String via,
            String key,
            Optional<Boolean> enabled,
            String provider,
            String address,
            Optional<Boolean> tlsSkip,
            String method,
            String role,
            String authMount,
            ValueClass token,
            ValueClass roleId,
            ValueClass secretId,
            String engine,
            String basePath,
            Map<String, Integer> lines,
            Provenance at)
            implements VaultFact {
        public Connection {
            lines = Map.copyOf(lines);
        }
    }

    /** {@code vault token create} in a script. */
    record TokenGrant(
            List<String> policies,
            Ttl ttl,
            Ttl period,
            Ttl explicitMaxTtl,
            boolean orphan,
            String role,
            Provenance at)
            implements VaultFact {
        public TokenGrant {
            policies = List.copyOf(policies);
        }
    }

    /**
     * {@code vault audit enable}, Terraform {@code vault_audit}, or a server's {@code audit}
     * stanza.
     */
    record AuditDevice(
            String path,
            String type,
            String filePath,
            Optional<Boolean> logRaw,
            Optional<Boolean> hmacAccessor,
            Provenance at)
            implements VaultFact {}
}
