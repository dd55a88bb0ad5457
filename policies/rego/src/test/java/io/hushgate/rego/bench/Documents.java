package io.hushgate.rego.bench;

import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** Invented Kubernetes objects and Vault policies: the same ones for the same seed. */
public final class Documents {
    private static final List<String> KINDS =
            List.of(
                    "Role",
                    "ClusterRole",
                    "RoleBinding",
                    "ClusterRoleBinding",
                    "Deployment",
                    "Deployment",
                    "StatefulSet",
                    "Pod",
                    "Secret",
                    "ConfigMap");
    private static final List<String> VERBS =
            List.of("get", "list", "watch", "create", "update", "delete", "bind", "*");
    private static final List<String> RESOURCES =
            List.of(
                    "pods",
                    "secrets",
                    "configmaps",
                    "pods/exec",
                    "services",
                    "serviceaccounts/token",
                    "validatingwebhookconfigurations",
                    "*");
    private static final List<String> CAPABILITIES =
            List.of("create", "read", "update", "delete", "list", "sudo", "deny");
    private static final List<String> MOUNTS =
            List.of("secret/data/", "kv/", "sys/policies/", "auth/token/", "pki/issue/", "sys/");

    private final Random random;

    Documents(long seed) {
        random = new Random(seed);
    }

    public static List<Value> kubernetes(int count) {
        Documents documents = new Documents(1);
        return documents.many(count, _ -> documents.kubernetesObject());
    }

    public static List<Value> vault(int count) {
        Documents documents = new Documents(2);
        return documents.many(count, documents::vaultPolicy);
    }

    private RegoObject kubernetesObject() {
        String kind = pick(KINDS);
        RegoObject.Builder object = RegoObject.builder();
        object.put("apiVersion", text("v1")).put("kind", text(kind));
        object.put(
                "metadata",
                RegoObject.builder()
                        .put("name", text("thing-" + random.nextInt(1000)))
                        .put("namespace", text("team-" + random.nextInt(20)))
                        .put("labels", RegoObject.of(text("app"), text("a" + random.nextInt(9))))
                        .build());
        switch (kind) {
            case "Role", "ClusterRole" -> object.put("rules", list(1, 5, _ -> roleRule()));
            case "RoleBinding", "ClusterRoleBinding" -> {
                String role = chance(20) ? "cluster-admin" : "role-" + random.nextInt(50);
                object.put("roleRef", RegoObject.of(text("name"), text(role)));
                object.put("subjects", list(1, 4, _ -> subject()));
            }
            case "Pod" -> object.put("spec", podSpec());
            case "Secret" -> object.put("data", secretData());
            case "ConfigMap" -> object.put("data", RegoObject.of(text("mode"), text("x")));
            default ->
                    object.put(
                            "spec",
                            RegoObject.builder()
                                    .put("replicas", RegoNumber.of(random.nextInt(5)))
                                    .put("template", RegoObject.of(text("spec"), podSpec()))
                                    .build());
        }
        return object.build();
    }

    private RegoObject roleRule() {
        RegoObject.Builder rule =
                RegoObject.builder()
                        .put("apiGroups", list(1, 2, _ -> text(chance(70) ? "" : "apps")))
                        .put("resources", list(1, 3, _ -> text(pick(RESOURCES))))
                        .put("verbs", list(1, 4, _ -> text(pick(VERBS))));
        if (chance(20)) {
            rule.put("resourceNames", list(1, 2, i -> text("only-" + i)));
        }
        return rule.build();
    }

    private RegoObject subject() {
        String name =
                pick(
                        List.of(
                                "default",
                                "builder",
                                "system:node",
                                "system:anonymous",
                                "alice",
                                "deployer"));
        return RegoObject.builder()
                .put("kind", text(chance(60) ? "ServiceAccount" : "User"))
                .put("name", text(name))
                .put("namespace", text("team-" + random.nextInt(20)))
                .build();
    }

    private RegoObject podSpec() {
        RegoObject.Builder spec = RegoObject.builder();
        spec.put("containers", list(1, 4, this::container));
        if (chance(20)) {
            spec.put("initContainers", list(1, 2, this::container));
        }
        if (chance(40)) {
            spec.put("serviceAccountName", text("account-" + random.nextInt(9)));
        }
        if (chance(30)) {
            spec.put("automountServiceAccountToken", RegoBoolean.of(chance(50)));
        }
        if (chance(30)) {
            spec.put("securityContext", RegoObject.of(text("runAsNonRoot"), RegoBoolean.TRUE));
        }
        if (chance(40)) {
            spec.put("volumes", list(1, 3, this::volume));
        }
        return spec.build();
    }

    private RegoObject container(int i) {
        String registry = chance(50) ? "registry.example.org/" : "docker.io/library/";
        String tag = pick(List.of("", ":latest", ":1.2.3", ":7"));
        RegoObject.Builder container =
                RegoObject.builder()
                        .put("name", text("c" + i))
                        .put("image", text(registry + "app" + random.nextInt(30) + tag))
                        .put("env", list(0, 6, this::variable));
        if (chance(50)) {
            container.put(
                    "securityContext",
                    RegoObject.builder()
                            .put("privileged", RegoBoolean.of(chance(15)))
                            .put("runAsNonRoot", RegoBoolean.of(chance(60)))
                            .build());
        }
        return container.build();
    }

    private RegoObject variable(int i) {
        String name = pick(List.of("PORT", "DB_PASSWORD", "MODE", "API_TOKEN", "HOME", "REGION"));
        return RegoObject.builder()
                .put("name", text(name))
                .put("value", text(chance(20) ? "" : "value-" + i))
                .build();
    }

    private RegoObject volume(int i) {
        RegoObject.Builder volume = RegoObject.builder().put("name", text("v" + i));
        String path = pick(List.of("/", "/etc", "/srv/data", "/var/log"));
        volume.put(chance(30) ? "hostPath" : "emptyDir", RegoObject.of(text("path"), text(path)));
        return volume.build();
    }

    private RegoObject secretData() {
        RegoObject.Builder data = RegoObject.builder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            data.put(pick(List.of("password", "Token", "user", "ca.crt", "url")), text("eA"));
        }
        return data.build();
    }

    private RegoObject vaultPolicy(int i) {
        return RegoObject.builder()
                .put("name", text("policy-" + i))
                .put("rules", list(2, 12, _ -> vaultRule()))
                .put("roles", list(0, 3, this::vaultRole))
                .build();
    }

    private RegoObject vaultRule() {
        String path = pick(MOUNTS) + (chance(60) ? "app" + random.nextInt(6) : "");
        return RegoObject.builder()
                .put("path", text(chance(40) ? path + "*" : path))
                .put("capabilities", list(1, 4, _ -> text(pick(CAPABILITIES))))
                .build();
    }

    private RegoObject vaultRole(int i) {
        RegoObject.Builder role =
                RegoObject.builder()
                        .put("name", text("role-" + i))
                        .put(
                                "bound_service_account_names",
                                list(1, 3, _ -> text(pick(List.of("*", "app", "job-*")))))
                        .put(
                                "bound_service_account_namespaces",
                                list(1, 3, _ -> text(pick(List.of("*", "prod", "dev")))));
        if (chance(50)) {
            role.put("token_max_ttl", RegoNumber.of(3600));
        }
        return role.build();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** At least {@code least} elements, fewer than {@code most}. */
    private RegoArray list(int least, int most, IntFunction<Value> element) {
        return RegoArray.of(many(least + random.nextInt(most - least), element));
    }

    private List<Value> many(int count, IntFunction<? extends Value> element) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(element.apply(i));
        }
        return values;
    }

    private static RegoString text(String text) {
        return RegoString.of(text);
    }
}
