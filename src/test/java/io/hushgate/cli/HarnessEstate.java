package io.hushgate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A small estate after Harness's guide "Integrate Self-Managed Enterprise Edition with HashiCorp
 * Vault": policies for the generator and at run time, one role for all services, chart values of
 * the secrets loader, service accounts, and the rights of a chaos experiment. With four things to
 * find: a database that no policy grants, a grant that nobody uses, an account that is gone, and an
 * account that borrows others' tokens.
 */
final class HarnessEstate {
    private static final List<String> ACCOUNTS =
            List.of(
                    "harness-default",
                    "harness-looker",
                    "harness-manager",
                    "harness-platform-service",
                    "harness-queue-service",
                    "harness-serviceaccount",
                    "ng-manager",
                    "template-service",
                    "chaos-linux-ifc-sa",
                    "chaos-linux-ifs-sa");

    private HarnessEstate() {}

    /** Writes the files. */
    static void write(Path directory) throws IOException {
        file(
                directory,
                "vault/harness-generator-policy.hcl",
                """
                path "secret/data/harness/*" {
                  capabilities = ["create", "update", "read"]
                }

                path "secret/metadata/harness/*" {
                  capabilities = ["list", "read"]
                }
                """);
        file(
                directory,
                "vault/harness-runtime-policy.hcl",
                """
                path "secret/data/harness/*" {
                  capabilities = ["read"]
                }

                path "secret/metadata/harness/*" {
                  capabilities = ["list"]
                }

                path "secret/data/payments/*" {
                  capabilities = ["read"]
                }
                """);
        file(
                directory,
                "vault/setup.sh",
                """
                vault secrets enable -path=secret kv-v2
                vault policy write harness-generator harness-generator-policy.hcl
                vault token create -policy=harness-generator -ttl=24h
                vault auth enable kubernetes
                vault policy write harness-runtime harness-runtime-policy.hcl
                vault write auth/kubernetes/role/harness \\
                  bound_service_account_names=harness-default,ng-manager,chaos-linux-ifs-sa,old-service \\
                  bound_service_account_namespaces=harness \\
                  policies=harness-runtime \\
                  ttl=1h
                """);
        file(
                directory,
                "helm/override.yaml",
                """
                global:
                  externalSecretsLoader:
                    enabled: true
                    provider: vault
                    vault:
                      address: "http://vault.vault.svc.cluster.local:8200"
                      engine: "secret"
                      basePath: "harness"
                      auth:
                        method: "kubernetes"
                        role: "harness"
                    databases:
                      mongo:
                        useDatabaseSecretsEngine: "true"
                        databaseRole: "harness-mongo-role"
                      redis:
                        useDatabaseSecretsEngine: "true"
                        databaseRole: "harness-redis-role"
                """);
        file(directory, "k8s/workloads.yaml", workloads());
        file(
                directory,
                "k8s/chaos.yaml",
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata:
                  name: chaos-linux-ifs
                  namespace: harness
                rules:
                - apiGroups: [""]
                  resources: [pods/exec]
                  verbs: [create]
                - apiGroups: [""]
                  resources: [secrets]
                  verbs: [get, list]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata:
                  name: chaos-linux-ifs
                  namespace: harness
                roleRef:
                  apiGroup: rbac.authorization.k8s.io
                  kind: Role
                  name: chaos-linux-ifs
                subjects:
                - kind: ServiceAccount
                  name: chaos-linux-ifc-sa
                  namespace: harness
                """);
    }

    private static String workloads() {
        StringBuilder yaml = new StringBuilder();
        for (String account : ACCOUNTS) {
            yaml.append(
                    """
                    ---
                    apiVersion: v1
                    kind: ServiceAccount
                    metadata: {name: %s, namespace: harness}
                    """
                            .formatted(account));
        }
        for (String service : List.of("ng-manager", "template-service", "gateway")) {
            yaml.append(
                    """
                    ---
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: %s, namespace: harness}
                    spec:
                      template:
                        spec:
                          serviceAccountName: %s
                          containers: [{name: main, image: "harness/%s:1"}]
                    """
                            .formatted(
                                    service,
                                    service.equals("gateway") ? "harness-default" : service,
                                    service));
        }
        return yaml.toString();
    }

    private static void file(Path directory, String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
