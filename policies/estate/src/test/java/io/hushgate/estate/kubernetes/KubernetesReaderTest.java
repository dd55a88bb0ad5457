package io.hushgate.estate.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hushgate.estate.EstateReader;
import io.hushgate.estate.EstateReading;
import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.KubernetesFact.Argument;
import io.hushgate.estate.fact.KubernetesFact.ConfigObject;
import io.hushgate.estate.fact.KubernetesFact.Container;
import io.hushgate.estate.fact.KubernetesFact.DataKey;
import io.hushgate.estate.fact.KubernetesFact.RbacBinding;
import io.hushgate.estate.fact.KubernetesFact.RbacRole;
import io.hushgate.estate.fact.KubernetesFact.SecretObject;
import io.hushgate.estate.fact.KubernetesFact.SecretRef;
import io.hushgate.estate.fact.KubernetesFact.ServiceAccount;
import io.hushgate.estate.fact.KubernetesFact.Volume;
import io.hushgate.estate.fact.KubernetesFact.Workload;
import io.hushgate.estate.fact.ValueClass;
import io.hushgate.estate.fact.VaultFact.Policy;
import io.hushgate.estate.tree.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KubernetesReaderTest {
    private static EstateReading reading(String name, String text) {
        return new EstateReader().read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static <T extends Fact> List<T> read(Class<T> type, String yaml) {
        return reading("k8s/app.yaml", yaml).facts().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void readsRolesAndBindingsOfAListInJson() {
        String json =
                """
                {"apiVersion": "v1", "kind": "List", "items": [
                  {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRole",
                   "metadata": {"name": "reader"},
                   "rules": [{"apiGroups": [""], "resources": ["secrets"], "verbs": ["get", "list"], "resourceNames": ["a"]}]},
                  {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "RoleBinding",
                   "metadata": {"name": "b", "namespace": "ns"},
                   "roleRef": {"kind": "ClusterRole", "name": "reader"},
                   "subjects": [{"kind": "ServiceAccount", "name": "default"}, {"kind": "Group", "name": "system:masters"}]}
                ]}
                """;

        List<Fact> facts = reading("export.json", json).facts();
        RbacRole role = (RbacRole) facts.get(0);
        assertThat(role.scope()).isEqualTo("cluster");
        assertThat(role.rules().getFirst().verbs()).containsExactly("get", "list");
        assertThat(role.rules().getFirst().resourceNames()).containsExactly("a");
        assertThat(role.rules().getFirst().line()).isEqualTo(4);
        RbacBinding binding = (RbacBinding) facts.get(1);
        assertThat(binding.subjects())
                .extracting(subject ->
                        subject.kind() + " " + subject.namespace() + "/" + subject.name())
                .containsExactly("ServiceAccount ns/default", "Group /system:masters");
    }

    @Test
    void readsWhatAnAggregatedRoleGathers() {
        RbacRole role =
                read(
                                RbacRole.class,
                                """
                                kind: ClusterRole
                                apiVersion: rbac.authorization.k8s.io/v1
                                metadata: {name: operator}
                                aggregationRule:
                                  clusterRoleSelectors:
                                  - matchLabels: {part-of: operator}
                                    matchExpressions:
                                    - {key: tier, operator: In, values: [a, b]}
                                """)
                        .getFirst();

        assertThat(role.aggregated()).isTrue();
        assertThat(role.gathers().getFirst().labels()).containsEntry("part-of", "operator");
        assertThat(role.gathers().getFirst().expressions().getFirst().values())
                .containsExactly("a", "b");
    }

    @Test
    void readsItemsOfATypedListThatDoNotRepeatTheirKind() {
        assertThat(
                        read(
                                ServiceAccount.class,
                                "apiVersion: v1\nkind: ServiceAccountList\nitems:\n- metadata: {name: a}\n"))
                .extracting(ServiceAccount::name)
                .containsExactly("a");
    }

    @Test
    void saysWhatStandsInASecretWithoutSayingIt() {
        String encoded =
                Base64.getEncoder()
                        .encodeToString("Tr0ub4dor-and-3".getBytes(StandardCharsets.UTF_8));
        String reference =
                Base64.getEncoder()
                        .encodeToString("${DB_PASSWORD}".getBytes(StandardCharsets.UTF_8));
        SecretObject secret =
                read(
                                SecretObject.class,
                                """
                                apiVersion: v1
                                kind: Secret
                                metadata:
                                  name: db
                                type: Opaque
                                data:
                                  password: %s
                                  user: %s
                                stringData:
                                  empty: ""
                                  weak: changeme
                                  sealed: ENC[AES256_GCM,data:x]
                                  template: "{{ .Values.x }}"
                                """
                                        .formatted(encoded, reference))
                        .getFirst();

        assertThat(secret.keys())
                .extracting(key -> key.name() + " " + key.value() + " " + key.line())
                .containsExactly(
                        "password LITERAL 7",
                        "user REFERENCE 8",
                        "empty EMPTY 10",
                        "weak WEAK 11",
                        "sealed ENCRYPTED 12",
                        "template REFERENCE 13");
        assertThat(secret.toString()).doesNotContain("Tr0ub4dor", encoded);
    }

    @Test
    void tellsWhatIsWrongWithTheDataOfASecret() {
        String line =
                Base64.getEncoder().encodeToString("Tr0ub4dor\n".getBytes(StandardCharsets.UTF_8));
        SecretObject secret =
                read(
                                SecretObject.class,
                                "kind: Secret\napiVersion: v1\nmetadata: {name: s}\ndata:\n  a: %s\n  b: Tr0ub4dor!\n"
                                        .formatted(line))
                        .getFirst();

        assertThat(secret.keys())
                .extracting(DataKey::name, DataKey::flaw)
                .containsExactly(tuple("a", "newline"), tuple("b", "encoding"));
    }

    @Test
    void readsSecretsOnTheCommandLineOfAContainer() {
        Workload pod =
                read(
                                Workload.class,
                                """
                                apiVersion: v1
                                kind: Pod
                                metadata: {name: p}
                                spec:
                                  containers:
                                  - name: c
                                    command: [app, --password=Tr0ub4dor, --token, $(TOKEN)]
                                    args: ["--password-file=/run/p", "db.password=<your-password>"]
                                """)
                        .getFirst();

        assertThat(pod.containers().getFirst().arguments())
                .extracting(Argument::name, Argument::value, Argument::line)
                .containsExactly(
                        tuple("--password", ValueClass.LITERAL, 7),
                        tuple("--token", ValueClass.REFERENCE, 7),
                        tuple("db.password", ValueClass.PLACEHOLDER, 8));
    }

    @Test
    void readsHowAPodGetsItsSecrets() {
        String yaml =
                """
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: job, namespace: prod}
                spec:
                  jobTemplate:
                    spec:
                      ttlSecondsAfterFinished: 60
                      template:
                        spec:
                          serviceAccountName: runner
                          automountServiceAccountToken: no
                          hostPID: true
                          imagePullSecrets: [{name: pull}]
                          initContainers:
                            - name: init
                              envFrom: [{secretRef: {name: all}}]
                          containers:
                            - name: main
                              args: ["--password=$(DB_PASSWORD)"]
                              env:
                                - name: DB_PASSWORD
                                  valueFrom: {secretKeyRef: {name: db, key: password, optional: true}}
                                - {name: API_TOKEN, value: Zx81Spectrum48K}
                              securityContext: {privileged: true, capabilities: {add: [SYS_ADMIN]}}
                          volumes:
                            - name: v
                              secret: {secretName: tls, defaultMode: 0400, items: [{key: tls.key, path: k}]}
                            - name: t
                              projected:
                                defaultMode: 292
                                sources:
                                  - serviceAccountToken: {audience: vault, expirationSeconds: 600, path: t}
                                  - secret: {name: projected}
                            - {name: c, csi: {driver: secrets-store.csi.k8s.io, volumeAttributes: {secretProviderClass: spc}}}
                """;

        Workload job = read(Workload.class, yaml).getFirst();
        assertThat(job.serviceAccount()).isEqualTo("runner");
        assertThat(job.automount()).isEqualTo(Optional.of(false));
        assertThat(job.host().pid()).isTrue();
        assertThat(job.ttlAfterFinished()).isEqualTo(Optional.of(60L));
        assertThat(job.containers())
                .extracting(Container::role)
                .containsExactly("init", "container");
        Container main = job.containers().get(1);
        assertThat(main.argumentReferences()).containsExactly("DB_PASSWORD");
        assertThat(main.env().get(1).value()).isEqualTo(ValueClass.LITERAL);
        assertThat(main.security().privileged()).isEqualTo(Optional.of(true));
        assertThat(job.volumes())
                .extracting(Volume::type, Volume::ref, Volume::mode)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("secret", "tls", Optional.of(256L)),
                        org.assertj.core.groups.Tuple.tuple("token", "t", Optional.of(292L)),
                        org.assertj.core.groups.Tuple.tuple(
                                "secret", "projected", Optional.of(292L)),
                        org.assertj.core.groups.Tuple.tuple("csi", "spc", Optional.empty()));
        assertThat(read(SecretRef.class, yaml))
                .extracting(ref -> ref.via() + " " + ref.secret() + " " + ref.key())
                .containsExactly(
                        "env-from all ",
                        "env db password",
                        "volume tls tls.key",
                        "volume projected ",
                        "pull pull ");
    }

    @Test
    void knowsTheTokenThatTheClusterMountedInADumpOfAPod() {
        String pod =
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  volumes:
                  - {name: default-token-f9jvj, secret: {secretName: default-token-f9jvj}}
                  - {name: db, secret: {secretName: db-token-f9jvj}}
                """;

        assertThat(read(Workload.class, pod).getFirst().volumes())
                .extracting(Volume::ref)
                .containsExactly("db-token-f9jvj");
    }

    @Test
    void judgesADocumentInAConfigMapByItsMembers() {
        String config =
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: storage}
                data:
                  credentials: '{"s3": {"accessKeyIdName": "id", "secretKeySecretName": "store"}}'
                  password: '{"db": [{"password": "%s"}]}'
                """
                        .formatted("plum7" + "Orbit");

        assertThat(read(ConfigObject.class, config).getFirst().keys())
                .extracting(DataKey::value)
                .containsExactly(ValueClass.REFERENCE, ValueClass.LITERAL);
    }

    @Test
    void readsWhatATemplateSaysLiterallyAndIsNotSureOfIt() {
        EstateReading reading =
                reading(
                        "chart/templates/rbac.yaml",
                        """
                        {{- if .Values.rbac.create }}
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: Role
                        metadata:
                          name: {{ include "x.fullname" . }}
                          namespace: {{ .Release.Namespace }}
                          labels:
                            {{- include "x.labels" . | nindent 4 }}
                        rules:
                          - apiGroups: [""]
                            resources: [secrets]
                            verbs: ["*"]
                        {{- end }}
                        """);

        RbacRole role = (RbacRole) reading.facts().getFirst();
        assertThat(role.at().confidence()).isEqualTo(Confidence.LOW);
        assertThat(role.name()).isEqualTo("{{ include \"x.fullname\" . }}");
        assertThat(role.namespace()).isEmpty();
        assertThat(role.rules().getFirst().verbs()).containsExactly("*");
        assertThat(role.rules().getFirst().line()).isEqualTo(10);
        assertThat(reading.diagnostics())
                .extracting(diagnostic -> diagnostic.problem().code())
                .containsExactly(Problem.Code.TEMPLATE);
    }

    @Test
    void findsAPolicyAndAScriptInsideAConfigMap() {
        List<Fact> facts =
                reading(
                                "cm.yaml",
                                """
                                apiVersion: v1
                                kind: ConfigMap
                                metadata: {name: c}
                                data:
                                  app.hcl: |
                                    # app
                                    path "kv/*" { capabilities = ["read"] }
                                  setup.sh: |
                                    vault policy write second - <<EOF
                                    path "x/*" { capabilities = ["list"] }
                                    EOF
                                """)
                        .facts();

        assertThat(facts)
                .filteredOn(Policy.class::isInstance)
                .map(Policy.class::cast)
                .extracting(p ->
                        p.name()
                                + ":"
                                + p.rules().getFirst().line()
                                + ":"
                                + p.rules().getFirst().column())
                .contains("app:7:11", "second:10:11");
    }

    @Test
    void saysWhereABrokenManifestBreaksAndReadsTheNextOne() {
        EstateReading reading =
                reading(
                        "m.yaml",
                        "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: a\n bad: [\n---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: b}\n");

        assertThat(reading.facts())
                .map(ServiceAccount.class::cast)
                .extracting(ServiceAccount::name)
                .containsExactly("a", "b");
        assertThat(reading.diagnostics()).hasSize(1);
        assertThat(reading.diagnostics().getFirst().toString())
                .startsWith("m.yaml:5: ")
                .contains("; correct the YAML");
    }
}
