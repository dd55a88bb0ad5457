package io.hushgate.estate.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.fact.KubernetesFact.ConfigObject;
import io.hushgate.estate.fact.KubernetesFact.DataKey;
import io.hushgate.estate.fact.KubernetesFact.RbacBinding;
import io.hushgate.estate.fact.KubernetesFact.RbacRole;
import io.hushgate.estate.fact.KubernetesFact.SecretObject;
import io.hushgate.estate.fact.KubernetesFact.ServiceAccount;
import io.hushgate.estate.fact.KubernetesFact.Workload;
import io.hushgate.estate.fact.ValueClass;
import org.junit.jupiter.api.Test;

/** Expected names are those that {@code kustomize build} 5.5 gives for the same files. */
class OverlaysTest {
    private static final String ACCOUNT =
            """
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              name: shop
            """;

    private static final String RIGHTS =
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata:
              name: reader
            rules:
            - apiGroups: [""]
              resources: [secrets]
              resourceNames: [db]
              verbs: [get]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata:
              name: reader
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
            subjects:
            - kind: ServiceAccount
              name: shop
            - kind: ServiceAccount
              name: elsewhere
              namespace: other
            """;

    private static final String WEB =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
            spec:
              template:
                metadata:
                  annotations:
                    vault.hashicorp.com/agent-inject: "true"
                    vault.hashicorp.com/role: shop
                    vault.hashicorp.com/agent-inject-secret-db: secret/data/base/db
                spec:
                  serviceAccountName: shop
                  containers:
                  - name: app
                    image: shop
                    env:
                    - name: PASSWORD
                      valueFrom:
                        secretKeyRef: {name: db, key: password}
            """;

    private static final String BASE = "resources: [account.yaml, rights.yaml, web.yaml]\n";

    /** A base of all three files, and overlays upon it. */
    private static Trees overBase(String... overlays) {
        String[] files = new String[8 + overlays.length];
        System.arraycopy(
                new String[] {
                    "base/kustomization.yaml", BASE,
                    "base/account.yaml", ACCOUNT,
                    "base/rights.yaml", RIGHTS,
                    "base/web.yaml", WEB
                },
                0,
                files,
                0,
                8);
        System.arraycopy(overlays, 0, files, 8, overlays.length);
        return Trees.of(files);
    }

    @Test
    void namesAndNamespacesAreThoseOfTheOverlay() {
        Trees built =
                overBase(
                        "prod/kustomization.yaml",
                        """
                        resources: [../base]
                        namespace: live
                        namePrefix: p-
                        nameSuffix: -1
                        secretGenerator:
                        - name: db
                          literals: [password=changeme]
                        """);

        ServiceAccount account = built.only(ServiceAccount.class);
        assertThat(account.namespace() + "/" + account.name()).isEqualTo("live/p-shop-1");
        assertThat(account.at().file()).isEqualTo("base/account.yaml");
        assertThat(account.at().line()).isEqualTo(4);
        RbacBinding binding = built.only(RbacBinding.class);
        assertThat(binding.name()).isEqualTo("p-reader-1");
        assertThat(binding.role().name()).isEqualTo("p-reader-1");
        assertThat(binding.subjects())
                .extracting(subject -> subject.namespace() + "/" + subject.name())
                .containsExactly("live/p-shop-1", "other/elsewhere");
        assertThat(built.only(RbacRole.class).rules().getFirst().resourceNames())
                .containsExactly("p-db-1");
        Workload web = built.only(Workload.class);
        assertThat(web.namespace() + "/" + web.name()).isEqualTo("live/p-web-1");
        assertThat(web.serviceAccount()).isEqualTo("p-shop-1");
        assertThat(web.containers().getFirst().env().getFirst().ref()).isEqualTo("p-db-1");
        SecretObject secret = built.only(SecretObject.class);
        assertThat(secret.name()).isEqualTo("p-db-1");
        assertThat(secret.source()).isEqualTo("generator");
        assertThat(secret.keys()).extracting(DataKey::value).containsExactly(ValueClass.WEAK);
        Use use = built.only(Use.class);
        assertThat(use.namespace() + "/" + use.serviceAccount()).isEqualTo("live/p-shop-1");
    }

    @Test
    void aNameIsFollowedIntoTheNamespaceThatBothAreMovedTo() {
        Trees built =
                Trees.of(
                        "kustomization.yaml",
                        "resources: [account.yaml, web.yaml]\nnamespace: live\nnamePrefix: p-\n",
                        "account.yaml",
                        ACCOUNT + "  namespace: system\n",
                        "web.yaml",
                        WEB);

        assertThat(built.only(Workload.class).serviceAccount()).isEqualTo("p-shop");
    }

    @Test
    void aBaseIsJudgedOnceForEachOverlayAndNotByItself() {
        Trees built =
                overBase(
                        "dev/kustomization.yaml", "bases: [../base]\nnamespace: dev\n",
                        "prod/kustomization.yaml", "resources: [../base/]\nnamespace: prod\n");

        assertThat(built.facts(ServiceAccount.class))
                .extracting(ServiceAccount::namespace)
                .containsExactly("dev", "prod");
        assertThat(built.files())
                .containsExactlyInAnyOrder(
                        "base/kustomization.yaml",
                        "base/account.yaml",
                        "base/rights.yaml",
                        "base/web.yaml",
                        "dev/kustomization.yaml",
                        "prod/kustomization.yaml");
        assertThat(built.problems()).isEmpty();
    }

    @Test
    void mergedPatchesChangeAnnotationsAccountsAndListsByTheirKeys() {
        Trees built =
                overBase(
                        "prod/kustomization.yaml",
                        """
                        resources: [../base]
                        patchesStrategicMerge:
                        - web.yaml
                        - |-
                          kind: RoleBinding
                          apiVersion: rbac.authorization.k8s.io/v1
                          metadata: {name: reader}
                          $patch: delete
                        """,
                        "prod/web.yaml",
                        """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: web
                        spec:
                          template:
                            metadata:
                              annotations:
                                vault.hashicorp.com/role: shop-live
                                vault.hashicorp.com/agent-inject-secret-db: null
                                vault.hashicorp.com/agent-inject-secret-mail: secret/data/live/mail
                            spec:
                              containers:
                              - name: proxy
                                image: envoy
                              - name: app
                                env:
                                - name: MODE
                                  value: live
                        """);

        Workload web = built.only(Workload.class);
        assertThat(web.containers())
                .extracting(container -> container.name() + " " + container.image())
                .containsExactlyInAnyOrder("proxy envoy", "app shop");
        assertThat(web.containers().getLast().env())
                .extracting(variable -> variable.name())
                .containsExactlyInAnyOrder("PASSWORD", "MODE");
        Use use = built.only(Use.class);
        assertThat(use.path()).isEqualTo("secret/data/live/mail");
        assertThat(use.role()).isEqualTo("shop-live");
        assertThat(use.at().file()).isEqualTo("base/web.yaml");
        assertThat(built.facts(RbacBinding.class)).isEmpty();
        assertThat(built.files()).contains("prod/web.yaml");
    }

    @Test
    void jsonPatchesAndTargetsByExpressionAndLabel() {
        Trees built =
                overBase(
                        "prod/kustomization.yaml",
                        """
                        resources: [../base]
                        commonLabels: {tier: front}
                        patches:
                        - target: {kind: Deployment, name: w.*}
                          patch: |-
                            - op: replace
                              path: /spec/template/spec/serviceAccountName
                              value: other
                            - op: add
                              path: /spec/template/metadata/annotations/vault.hashicorp.com~1auth-path
                              value: auth/live
                            - op: remove
                              path: /spec/template/spec/containers/0/env/0
                        patchesJson6902:
                        - target: {version: v1, kind: ServiceAccount, name: shop}
                          path: account.json
                        """,
                        "prod/account.json",
                        "[{\"op\": \"add\", \"path\": \"/automountServiceAccountToken\", \"value\": false}]");

        Workload web = built.only(Workload.class);
        assertThat(web.serviceAccount()).isEqualTo("other");
        assertThat(web.containers().getFirst().env()).isEmpty();
        assertThat(web.labels()).containsEntry("tier", "front");
        assertThat(built.only(Use.class).authMount()).isEqualTo("live");
        assertThat(built.only(ServiceAccount.class).automount()).contains(false);
    }

    @Test
    void componentsChangeWhatTheKustomizationHasSoFar() {
        Trees built =
                overBase(
                        "prod/kustomization.yaml",
                        "resources: [../base]\ncomponents: [../vault]\n",
                        "vault/kustomization.yaml",
                        """
                        apiVersion: kustomize.config.k8s.io/v1alpha1
                        kind: Component
                        resources: [config.yaml]
                        commonAnnotations:
                          vault.hashicorp.com/auth-path: auth/cluster
                        """,
                        "vault/config.yaml",
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: agent}\ndata: {a: b}\n");

        assertThat(built.only(Use.class).authMount()).isEqualTo("cluster");
        assertThat(built.only(ConfigObject.class).name()).isEqualTo("agent");
    }

    @Test
    void generatorsReadFilesAndMergeIntoThoseOfTheBase() {
        Trees built =
                Trees.of(
                        "base/kustomization.yaml",
                        "secretGenerator:\n- name: db\n  envs: [db.env]\n",
                        "base/db.env",
                        "# comment\nUSER=shop\nPASSWORD=changeme\n",
                        "prod/kustomization.yaml",
                        """
                        resources: [../base]
                        secretGenerator:
                        - name: db
                          behavior: merge
                          files: [ca=certs/ca.pem, key.pem]
                        configMapGenerator:
                        - name: plain
                          literals: [MODE=live]
                        """);

        assertThat(built.only(SecretObject.class).keys())
                .extracting(key -> key.name() + " " + key.value())
                .containsExactly(
                        "USER LITERAL", "PASSWORD WEAK", "ca REFERENCE", "key.pem REFERENCE");
        assertThat(built.only(ConfigObject.class).name()).isEqualTo("plain");
    }

    @Test
    void replacementsAndVariablesCarryNames() {
        Trees built =
                overBase(
                        "prod/kustomization.yaml",
                        """
                        resources: [../base]
                        namePrefix: p-
                        vars:
                        - name: ACCOUNT
                          objref: {kind: ServiceAccount, name: shop, apiVersion: v1}
                          fieldref: {fieldpath: metadata.name}
                        patches:
                        - target: {kind: Deployment}
                          patch: |-
                            - op: add
                              path: /spec/template/metadata/annotations/vault.hashicorp.com~1namespace
                              value: team/$(ACCOUNT)
                        replacements:
                        - source: {kind: ServiceAccount, name: shop}
                          targets:
                          - select: {kind: Deployment}
                            fieldPaths:
                            - spec.template.metadata.annotations.[vault.hashicorp.com/role]
                            - spec.template.spec.containers.[name=app].image
                            options: {delimiter: ":", index: 0}
                        """);

        Workload web = built.only(Workload.class);
        assertThat(web.annotations())
                .containsEntry("vault.hashicorp.com/namespace", "team/p-shop")
                .containsEntry("vault.hashicorp.com/role", "p-shop");
        assertThat(web.containers().getFirst().image()).isEqualTo("p-shop");
    }

    @Test
    void namesTheBasesThatItCannotLookAt() {
        Trees built =
                overBase(
                        "prod/kustomization.yaml",
                        """
                        resources:
                        - ../base
                        - https://github.com/example/base//deploy?ref=v1
                        - ../../outside
                        - missing
                        helmCharts:
                        - name: redis
                        """);

        assertThat(built.facts(ServiceAccount.class)).hasSize(1);
        assertThat(built.problems())
                .hasSize(4)
                .anySatisfy(what -> assertThat(what).contains(":3: ", "lies elsewhere"))
                .anySatisfy(what -> assertThat(what).contains(":4: ", "not among"))
                .anySatisfy(what -> assertThat(what).contains(":5: ", "missing"))
                .anySatisfy(what -> assertThat(what).contains(":6: ", "helmCharts"));
    }

    @Test
    void aCircleOfBasesEndsAndIsNamed() {
        Trees built =
                Trees.of(
                        "a/kustomization.yaml", "resources: [../b, account.yaml]\n",
                        "a/account.yaml", ACCOUNT,
                        "b/kustomization.yaml", "resources: [../a]\nnamePrefix: b-\n");

        assertThat(built.only(ServiceAccount.class).name()).isEqualTo("shop");
        assertThat(built.problems()).hasSize(1).first().asString().contains("builds upon itself");
    }

    @Test
    void aLadderOfDoubledBasesStopsAtTheLimit() {
        String[] files = new String[42];
        for (int i = 0; i < 20; i++) {
            String next = "../d" + (i + 1);
            files[2 * i] = "d" + i + "/kustomization.yaml";
            files[2 * i + 1] = "resources: [" + next + ", " + next + "]\n";
        }
        files[40] = "d20/kustomization.yaml";
        files[41] = "secretGenerator: [{name: x}]\n";

        assertThat(Trees.of(files).problems())
                .isNotEmpty()
                .allSatisfy(what -> assertThat(what).contains("directories in one build"));
    }
}
