package io.hushgate.estate.fact;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What surrounds secrets: servers, clouds, cluster-wide switches, encrypted files. */
public sealed interface PlatformFact extends Fact {

    /**
     * The public half of a key, where it is trusted or shown.
     *
     * @param kind {@code ssh} or {@code certificate}
     * @param fingerprint SHA-256 of the key as SSH encodes it, 64 hexadecimal digits
     * @param name the comment of the line, or the subject of the certificate
     */
    record PublicKey(String kind, String fingerprint, String name, Provenance at)
            implements PlatformFact {}

    /**
     * As whom something logs in where, with a credential that stands in the same lines.
     *
     * @param kind {@code cluster}, {@code registry}, {@code database}, {@code git} or {@code cloud}
     * @param principal the user, or the address of a cloud's account; empty where nobody says
     * @param groups of a client certificate
     * @param target server of the cluster, registry, host and database, host and repository, or
     *     project
     * @param lastLine of the lines that hold the credential; {@code at} is the first
     */
    record Login(
            String kind,
            String principal,
            List<String> groups,
            String target,
            int lastLine,
            Provenance at)
            implements PlatformFact {
        public Login {
            groups = List.copyOf(groups);
        }
    }

    /**
     * A resource of a cloud or of a Vault engine in Terraform that policies ask for.
     *
     * @param type such as {@code google_kms_crypto_key}
     * @param name its name within Terraform
     * @param settings plain settings by their names, nested ones dotted
     * @param statements principals, conditions and the like of its policy document, sorted
     */
    record CloudResource(
            String type,
            String name,
            Map<String, String> settings,
            List<String> statements,
            Map<String, Integer> lines,
            Provenance at)
            implements PlatformFact {
        public CloudResource {
            settings = Map.copyOf(settings);
            statements = List.copyOf(statements);
            lines = Map.copyOf(lines);
        }
    }

    /**
     * A block of the configuration of a Vault server or agent.
     *
     * @param kind {@code listener}, {@code seal}, {@code storage}, {@code cache}, {@code
     *     auto_auth}, {@code vault} or {@code template}
     * @param label its type, such as {@code tcp}
     * @param settings plain settings, nested ones dotted
     * @param secrets what stands at settings whose names speak of secrets
     */
    record ServerBlock(
            String kind,
            String label,
            Map<String, String> settings,
            Map<String, ValueClass> secrets,
            Map<String, Integer> lines,
            Provenance at)
            implements PlatformFact {
        public ServerBlock {
            settings = Map.copyOf(settings);
            secrets = Map.copyOf(secrets);
            lines = Map.copyOf(lines);
        }
    }

    /** A Namespace. */
    record NamespaceObject(String name, Map<String, String> labels, Provenance at)
            implements PlatformFact {
        public NamespaceObject {
            labels = Map.copyOf(labels);
        }
    }

    /**
     * A NetworkPolicy.
     *
     * @param everyPod whether it selects all pods of the namespace
     * @param types {@code Ingress}, {@code Egress}
     * @param openIngress whether some rule of it admits everybody
     */
    record NetworkPolicy(
            String namespace,
            String name,
            boolean everyPod,
            List<String> types,
            boolean openIngress,
            Provenance at)
            implements PlatformFact {
        public NetworkPolicy {
            types = List.copyOf(types);
        }
    }

    /**
     * How a service mesh authenticates peers.
     *
     * @param mode as written, such as {@code PERMISSIVE}
     */
    record PeerAuthentication(String namespace, String name, String mode, Provenance at)
            implements PlatformFact {}

    /**
     * How the API server encrypts what it stores.
     *
     * @param providers in their order: the first one writes
     */
    record EtcdEncryption(List<String> resources, List<String> providers, Provenance at)
            implements PlatformFact {
        public EtcdEncryption {
            resources = List.copyOf(resources);
            providers = List.copyOf(providers);
        }
    }

    /**
     * A setting of a Harness account, from an export or from Terraform.
     *
     * @param name identifier or display name
     */
    record HarnessSetting(String name, String value, Provenance at) implements PlatformFact {}

    /**
     * A pipeline of Pachyderm.
     *
     * @param variables {@code transform.env}
     */
    record PachydermPipeline(
            String name,
            List<PachydermSecret> secrets,
            List<String> imagePullSecrets,
            List<BuildFact.Setting> variables,
            Provenance at)
            implements PlatformFact {
        public PachydermPipeline {
            secrets = List.copyOf(secrets);
            imagePullSecrets = List.copyOf(imagePullSecrets);
            variables = List.copyOf(variables);
        }
    }

    /** A Secret that a pipeline of Pachyderm takes, as a variable or as files. */
    record PachydermSecret(
            String name, String key, String variable, String path, int line, int column) {}

    /**
     * A file that a tool encrypted.
     *
     * @param tool {@code sops}, {@code ansible-vault}, {@code age}, {@code pgp}, {@code git-crypt}
     *     or {@code sealed-secrets}
     * @param authenticated whether it carries a code that proves nobody changed it
     * @param recipients who can open it, where it says so: {@code age1...}, or {@code pgp:} and the
     *     fingerprint as written, in upper case
     * @param clearKeys keys whose names speak of secrets and whose values are not encrypted
     */
    record EncryptedFile(
            String tool,
            Optional<Boolean> authenticated,
            List<String> recipients,
            List<String> clearKeys,
            Provenance at)
            implements PlatformFact {
        public EncryptedFile {
            recipients = List.copyOf(recipients);
            clearKeys = List.copyOf(clearKeys);
        }
    }

    /**
     * A key or pass phrase that opens what a tool encrypted, told by its name, its label or its
     * mark. Keys that are told by their own bytes, of age and OpenPGP, are findings and no facts.
     *
     * @param tool {@code ansible-vault}, {@code git-crypt} or {@code sealed-secrets}
     */
    record DecryptionKey(String tool, Provenance at) implements PlatformFact {}
}
