package io.hushgate.estate.fact;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Objects of a cluster that decide who reaches a secret. Names and keys only, never what a Secret
 * or ConfigMap holds. A namespace that a manifest does not give is {@code ""}: the release or
 * overlay decides.
 */
public sealed interface KubernetesFact extends Fact {

    /**
     * A ServiceAccount.
     *
     * @param tokenSecrets names under {@code secrets}: long-lived tokens
     * @param annotations those that bind identities (cloud roles, Vault); others by key in {@code
     *     annotationKeys}
     */
    record ServiceAccount(
            String namespace,
            String name,
            Optional<Boolean> automount,
            List<String> imagePullSecrets,
            List<String> tokenSecrets,
            Map<String, String> labels,
            Map<String, String> annotations,
            List<String> annotationKeys,
            Provenance at)
            implements KubernetesFact {
        public ServiceAccount {
            imagePullSecrets = List.copyOf(imagePullSecrets);
            tokenSecrets = List.copyOf(tokenSecrets);
            labels = Map.copyOf(labels);
            annotations = Map.copyOf(annotations);
            annotationKeys = List.copyOf(annotationKeys);
        }
    }

    /**
     * A pod or whatever makes pods.
     *
     * @param serviceAccount as written; empty means {@code default}
     * @param labels of the pod template
     * @param annotations of the pod template, those that say how secrets arrive; see {@link
     *     ServiceAccount}
     * @param ttlAfterFinished {@code ttlSecondsAfterFinished} of a Job
     */
    record Workload(
            String namespace,
            String kind,
            String name,
            String serviceAccount,
            Optional<Boolean> automount,
            List<Container> containers,
            List<Volume> volumes,
            List<String> imagePullSecrets,
            Host host,
            Map<String, String> labels,
            Map<String, String> annotations,
            List<String> annotationKeys,
            Optional<Long> ttlAfterFinished,
            Provenance at)
            implements KubernetesFact {
        public Workload {
            containers = List.copyOf(containers);
            volumes = List.copyOf(volumes);
            imagePullSecrets = List.copyOf(imagePullSecrets);
            labels = Map.copyOf(labels);
            annotations = Map.copyOf(annotations);
            annotationKeys = List.copyOf(annotationKeys);
        }
    }

    /** The namespaces of the node that a pod shares. */
    record Host(boolean network, boolean pid, boolean ipc) {}

    /**
     * A container.
     *
     * @param role {@code container}, {@code init} or {@code ephemeral}
     * @param argumentReferences names of variables expanded by {@code $(NAME)} in command or
     *     arguments
     * @param arguments flags and settings of command and arguments whose names speak of secrets
     */
    record Container(
            String role,
            String name,
            String image,
            List<EnvVariable> env,
            List<EnvSource> envFrom,
            List<Mounted> mounts,
            List<String> argumentReferences,
            List<Argument> arguments,
            Security security,
            int line,
            int column) {
        public Container {
            env = List.copyOf(env);
            envFrom = List.copyOf(envFrom);
            mounts = List.copyOf(mounts);
            argumentReferences = List.copyOf(argumentReferences);
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A setting on a command line whose name speaks of a secret.
     *
     * @param name such as {@code --password}
     * @param value what stands there
     */
    record Argument(String name, ValueClass value, int line, int column) {}

    /**
     * An environment variable.
     *
     * @param source {@code value}, {@code secret}, {@code config}, {@code field}, resource
     *     (container limits) or {@code none}
     * @param value what stands at {@code value}
     * @param ref name of the Secret or ConfigMap
     * @param key key in it; empty with source {@code secret} is an invalid reference
     */
    record EnvVariable(
            String name,
            String source,
            ValueClass value,
            String ref,
            String key,
            Optional<Boolean> optional,
            int line,
            int column) {}

    /**
     * A whole Secret or ConfigMap as environment.
     *
     * @param source {@code secret} or {@code config}
     */
    record EnvSource(String source, String ref, String prefix, int line, int column) {}

    /** A volume as a container sees it. */
    record Mounted(String volume, String path, String subPath, boolean readOnly) {}

    /**
     * What a container may do on its node.
     *
     * @param addedCapabilities Linux capabilities
     */
    record Security(
            Optional<Boolean> privileged,
            Optional<Boolean> allowPrivilegeEscalation,
            Optional<Boolean> runAsNonRoot,
            Optional<Boolean> readOnlyRootFilesystem,
            List<String> addedCapabilities,
            List<String> droppedCapabilities) {
        public Security {
            addedCapabilities = List.copyOf(addedCapabilities);
            droppedCapabilities = List.copyOf(droppedCapabilities);
        }
    }

    /**
     * A volume. A {@code projected} volume is one fact for each of its sources.
     *
     * @param type {@code secret}, {@code config}, {@code token} (projected service account token),
     *     {@code csi}, {@code host}, {@code claim}, {@code empty} or {@code other}
     * @param ref name of the Secret, ConfigMap, claim or SecretProviderClass; the path of a {@code
     *     host} volume
     * @param keys chosen items; empty means all
     * @param mode file mode in decimal
     * @param audience of a {@code token}
     * @param expirationSeconds of a {@code token}
     * @param medium {@code Memory} of an {@code empty}
     * @param optional whether the pod starts without the Secret or ConfigMap
     */
    record Volume(
            String name,
            String type,
            String ref,
            List<String> keys,
            Optional<Long> mode,
            String audience,
            Optional<Long> expirationSeconds,
            String medium,
            Optional<Boolean> optional,
            int line,
            int column) {
        public Volume {
            keys = List.copyOf(keys);
        }
    }

    /**
     * A Role or ClusterRole.
     *
     * @param scope {@code namespace} or {@code cluster}
     * @param aggregated whether an {@code aggregationRule} fills it
     * @param gathers the selectors of that rule: ClusterRoles that match one of them add their
     *     rules
     */
    record RbacRole(
            String scope,
            String namespace,
            String name,
            List<RbacRule> rules,
            boolean aggregated,
            List<LabelSelector> gathers,
            Map<String, String> labels,
            Provenance at)
            implements KubernetesFact {
        public RbacRole {
            rules = List.copyOf(rules);
            gathers = List.copyOf(gathers);
            labels = Map.copyOf(labels);
        }
    }

    /** Labels that an object must have; without any it selects every object. */
    record LabelSelector(Map<String, String> labels, List<LabelRequirement> expressions) {
        public LabelSelector {
            labels = Map.copyOf(labels);
            expressions = List.copyOf(expressions);
        }
    }

    /**
     * One entry of {@code matchExpressions}.
     *
     * @param operator {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}
     */
    record LabelRequirement(String key, String operator, List<String> values) {
        public LabelRequirement {
            values = List.copyOf(values);
        }
    }

    /** One entry of {@code rules}. */
    record RbacRule(
            List<String> apiGroups,
            List<String> resources,
            List<String> verbs,
            List<String> resourceNames,
            List<String> nonResourceUrls,
            int line,
            int column) {
        public RbacRule {
            apiGroups = List.copyOf(apiGroups);
            resources = List.copyOf(resources);
            verbs = List.copyOf(verbs);
            resourceNames = List.copyOf(resourceNames);
            nonResourceUrls = List.copyOf(nonResourceUrls);
        }
    }

    /**
     * A RoleBinding or ClusterRoleBinding.
     *
     * @param scope {@code namespace} or {@code cluster}
     */
    record RbacBinding(
            String scope,
            String namespace,
            String name,
            RoleRef role,
            List<Subject> subjects,
            Provenance at)
            implements KubernetesFact {
        public RbacBinding {
            subjects = List.copyOf(subjects);
        }
    }

    /**
     * What a binding grants.
     *
     * @param kind {@code Role} or {@code ClusterRole}
     */
    record RoleRef(String kind, String name) {}

    /**
     * Who receives it.
     *
     * @param kind {@code ServiceAccount}, {@code User} or {@code Group}
     */
    record Subject(String kind, String namespace, String name, int line, int column) {}

    /**
     * A Secret, or something that makes one.
     *
     * @param type such as {@code kubernetes.io/dockerconfigjson}; empty means Opaque
     * @param source {@code manifest}, {@code eso}, {@code vso}, {@code csi}, {@code sealed}, {@code
     *     vault-config-operator}, {@code terraform}, {@code kubectl}, {@code generator} (kustomize)
     * @param store {@code KIND/NAME} of the store it is copied from; empty if none
     * @param refresh how often it is copied
     * @param deletionPolicy as written
     * @param serviceAccount annotation {@code kubernetes.io/service-account.name}
     */
    record SecretObject(
            String namespace,
            String name,
            String type,
            String source,
            List<DataKey> keys,
            boolean immutable,
            String store,
            Ttl refresh,
            String deletionPolicy,
            String serviceAccount,
            List<String> annotationKeys,
            Provenance at)
            implements KubernetesFact {
        public SecretObject {
            keys = List.copyOf(keys);
            annotationKeys = List.copyOf(annotationKeys);
        }
    }

    /**
     * A key of a Secret or ConfigMap.
     *
     * @param value what stands there, decoded
     * @param flaw {@code encoding} if data of a Secret is no base64, {@code newline} if what it
     *     encodes ends in a line end; else empty
     */
    record DataKey(String name, ValueClass value, String flaw, int line, int column) {
        public DataKey(String name, ValueClass value, int line, int column) {
            this(name, value, "", line, column);
        }
    }

    /** A ConfigMap. */
    record ConfigObject(String namespace, String name, List<DataKey> keys, Provenance at)
            implements KubernetesFact {
        public ConfigObject {
            keys = List.copyOf(keys);
        }
    }

    /**
     * A workload or ServiceAccount names a Secret.
     *
     * @param subject who, such as {@code Deployment/web}
     * @param container empty if the whole pod
     * @param key empty means all keys
     * @param via {@code env}, {@code env-from}, {@code volume}, {@code projected}, {@code pull} or
     *     {@code csi}
     */
    record SecretRef(
            String namespace,
            String subject,
            String container,
            String secret,
            String key,
            String via,
            Optional<Boolean> optional,
            Provenance at)
            implements KubernetesFact {}
}
