package io.hushgate.estate.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.Estate;
import io.hushgate.estate.EstateReader;
import io.hushgate.estate.fact.BuildFact;
import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.KubernetesFact.RbacBinding;
import io.hushgate.estate.fact.KubernetesFact.SecretObject;
import io.hushgate.estate.fact.KubernetesFact.ServiceAccount;
import io.hushgate.estate.fact.ValueClass;
import io.hushgate.estate.fact.VaultFact.AuditDevice;
import io.hushgate.estate.fact.VaultFact.AuthConfig;
import io.hushgate.estate.fact.VaultFact.AuthMount;
import io.hushgate.estate.fact.VaultFact.Mount;
import io.hushgate.estate.fact.VaultFact.Policy;
import io.hushgate.estate.fact.VaultFact.PolicyAlias;
import io.hushgate.estate.fact.VaultFact.Role;
import io.hushgate.estate.fact.VaultFact.TokenGrant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShellReaderTest {
    private static <T extends Fact> List<T> read(Class<T> type, String script) {
        byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
        return new EstateReader()
                .read("setup.sh", bytes).facts().stream()
                        .filter(type::isInstance)
                        .map(type::cast)
                        .toList();
    }

    private static Policy policy(String script) {
        List<Policy> policies = read(Policy.class, script);
        assertThat(policies).hasSize(1);
        return policies.getFirst();
    }

    @Test
    void readsAPolicyFromAHereDocument() {
        Policy policy =
                policy(
                        "#!/bin/sh\nvault policy write App - <<EOF\n# x\npath \"secret/*\" {\n  capabilities = [\"read\"]\n}\nEOF\n");

        assertThat(policy.name()).isEqualTo("app");
        assertThat(policy.rules().getFirst().path()).isEqualTo("secret/*");
        assertThat(policy.rules().getFirst().line()).isEqualTo(4);
        assertThat(policy.rules().getFirst().column()).isEqualTo(7);
    }

    @Test
    void knowsThatAProcessSubstitutionIsReadAndNotPrinted() {
        List<BuildFact.Command> commands =
                read(BuildFact.Command.class, "gpg -o k <(printf '%s' \"$TOKEN\")\necho $TOKEN\n");

        assertThat(commands)
                .filteredOn(command -> command.variables().contains("TOKEN"))
                .extracting(BuildFact.Command::output)
                .containsExactlyInAnyOrder("/dev/fd", "");
    }

    @Test
    void readsAPolicyFromAPipeAShellInAShellAndAFileOfTheScript() {
        assertThat(
                        policy(
                                        "cat <<'E' | vault policy write p -\npath \"a\" { policy = \"read\" }\nE\n")
                                .rules())
                .extracting(rule -> rule.line())
                .containsExactly(2);
        assertThat(policy("echo 'path \"a\" { policy = \"deny\" }' | bao policy write p -").rules())
                .extracting(rule -> rule.column())
                .containsExactly(13);
        Policy nested =
                policy(
                        "kubectl exec vault-0 -- sh -c 'vault policy write p - <<EOF\npath \"a\" {\n capabilities = [\"list\"] }\nEOF'\n");
        assertThat(nested.rules().getFirst().line()).isEqualTo(2);
        Policy later =
                policy(
                        "cat > /tmp/p.hcl <<-EOT\n\tpath \"later\" {\n\t  capabilities = [\"sudo\"]\n\t}\n\tEOT\nvault policy write late /tmp/p.hcl\n");
        assertThat(later.name()).isEqualTo("late");
        assertThat(later.rules().getFirst().line()).isEqualTo(2);
        assertThat(later.rules().getFirst().column()).isEqualTo(8);
    }

    @Test
    void readsARoleWithQuotesCommasAndContinuationLines() {
        List<Role> roles =
                read(
                        Role.class,
                        """
                        # vault write auth/kubernetes/role/not-this policies=x
                        vault write auth/k8s-prod/role/Web \\
                            bound_service_account_names="web, api" \\
                            bound_service_account_namespaces=prod \\
                            policies='kv-policy,"Other"' ttl=1h
                        """);

        Role role = roles.getFirst();
        assertThat(roles).hasSize(1);
        assertThat(role.kind()).isEqualTo("kubernetes");
        assertThat(role.authMount()).isEqualTo("k8s-prod");
        assertThat(role.name()).isEqualTo("web");
        assertThat(role.bound().serviceAccounts()).containsExactly("web", "api");
        assertThat(role.bound().namespaces()).containsExactly("prod");
        assertThat(role.token().ttl().seconds()).isEqualTo(Optional.of(3600L));
        assertThat(role.lines())
                .containsEntry("bound_service_account_names", 3)
                .containsEntry("ttl", 5);
        assertThat(role.at().confidence()).isEqualTo(Confidence.HIGH);
    }

    @Test
    void readsARoleThatCurlSends() {
        Role role =
                read(
                                Role.class,
                                """
                                curl -sS --header "X-Vault-Token: $TOKEN" --request POST \\
                                  --data '{"bound_service_account_names": "*",
                                    "bound_service_account_namespaces": ["a", "b"], "token_policies": "P1"}' \\
                                  $VAULT_ADDR/v1/auth/kubernetes/role/curled
                                """)
                        .getFirst();

        assertThat(role.name()).isEqualTo("curled");
        assertThat(role.bound().serviceAccounts()).containsExactly("*");
        assertThat(role.bound().namespaces()).containsExactly("a", "b");
        assertThat(role.policies()).containsExactly("p1");
        assertThat(role.lines()).containsEntry("token_policies", 3);
    }

    @Test
    void saysWhenAPartIsFilledInByTheShell() {
        Role role =
                read(Role.class, "vault write auth/approle/role/$NAME token_policies=p").getFirst();

        assertThat(role.name()).isEqualTo("$name");
        assertThat(role.at().confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void expandsLoopsOverWordsThatStandThere() {
        List<Role> roles =
                read(
                        Role.class,
                        "for r in a 'b'; do\n  vault write auth/approle/role/$r policies=\"${r}-ro\"\ndone\n");

        assertThat(roles).extracting(Role::name).containsExactly("a", "b");
        assertThat(roles)
                .extracting(Role::policies)
                .containsExactly(List.of("a-ro"), List.of("b-ro"));
        assertThat(roles)
                .allSatisfy(
                        role -> assertThat(role.at().confidence()).isEqualTo(Confidence.MEDIUM));
    }

    @Test
    void readsMountsAuthMethodsAuditDevicesAndTokens() {
        String script =
                """
                vault secrets enable -path=kv -version=2 kv && vault secrets enable kv-v2
                vault auth enable -path k8s kubernetes
                vault audit enable file file_path=stdout log_raw=true
                T=$(vault token create -policy=root -policy dev -ttl=0 -orphan -field=token)
                vault write auth/k8s/config kubernetes_host=http://api token_reviewer_jwt=@/t disable_iss_validation=true
                """;

        assertThat(read(Mount.class, script))
                .extracting(Mount::path, Mount::kvVersion)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("kv", Optional.of(2L)),
                        org.assertj.core.groups.Tuple.tuple("kv-v2", Optional.of(2L)));
        assertThat(read(AuthMount.class, script))
                .extracting(AuthMount::path)
                .containsExactly("k8s");
        assertThat(read(AuditDevice.class, script).getFirst().logRaw())
                .isEqualTo(Optional.of(true));
        TokenGrant token = read(TokenGrant.class, script).getFirst();
        assertThat(token.policies()).containsExactly("root", "dev");
        assertThat(token.ttl().seconds()).isEqualTo(Optional.of(0L));
        assertThat(token.orphan()).isTrue();
        assertThat(token.at().line()).isEqualTo(4);
        AuthConfig config = read(AuthConfig.class, script).getFirst();
        assertThat(config.reviewerJwt()).isEqualTo(ValueClass.REFERENCE);
        assertThat(config.issuerValidationOff()).isEqualTo(Optional.of(true));
    }

    @Test
    void readsWhatKubectlIsToldAndNeverKeepsAValue() {
        String script =
                """
                kubectl create secret generic db -n prod --from-literal=password=Tr0ub4dor-and-3 --from-literal user=$U
                kubectl create clusterrolebinding ci --clusterrole=cluster-admin --serviceaccount=ci:runner
                kubectl apply -f - <<EOF
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: made-here}
                EOF
                """;

        SecretObject secret = read(SecretObject.class, script).getFirst();
        assertThat(secret.namespace()).isEqualTo("prod");
        assertThat(secret.keys())
                .extracting(key -> key.name() + " " + key.value())
                .containsExactly("password LITERAL", "user REFERENCE");
        assertThat(secret.toString()).doesNotContain("Tr0ub4dor");
        RbacBinding binding = read(RbacBinding.class, script).getFirst();
        assertThat(binding.role().name()).isEqualTo("cluster-admin");
        assertThat(binding.subjects().getFirst().namespace()).isEqualTo("ci");
        ServiceAccount account = read(ServiceAccount.class, script).getFirst();
        assertThat(account.name()).isEqualTo("made-here");
        assertThat(account.at().line()).isEqualTo(6);
    }

    @Test
    void knowsThePathThatKvCommandsReallyUse() {
        assertThat(read(Use.class, "vault kv get secret/app/db; vault kv list -mount=kv app"))
                .extracting(use -> use.operation() + " " + use.path())
                .containsExactly("read secret/data/app/db", "list kv/metadata/app");
    }

    @Test
    void givesAPolicyFileTheNameThatTheScriptWritesItUnder() {
        EstateReader reader = new EstateReader();
        Estate estate =
                Estate.of(
                        List.of(
                                reader.read(
                                        "a/setup.sh",
                                        "vault policy write Real policies/app.hcl"
                                                .getBytes(StandardCharsets.UTF_8)),
                                reader.read(
                                        "a/policies/app.hcl",
                                        "path \"x\" { capabilities = [\"read\"] }"
                                                .getBytes(StandardCharsets.UTF_8))));

        assertThat(estate.facts())
                .filteredOn(Policy.class::isInstance)
                .singleElement()
                .satisfies(fact -> assertThat(((Policy) fact).name()).isEqualTo("real"));
        assertThat(estate.facts()).filteredOn(PolicyAlias.class::isInstance).hasSize(1);
    }

    @Test
    void survivesQuotesAndBracketsThatNothingCloses() {
        for (String hostile :
                List.of("'", "\"", "$(", "`", "${", "<<E\n", "((", "\\", "\"$(", "$('")) {
            assertThat(read(Role.class, "vault write a b=c\n" + hostile.repeat(50_000))).isEmpty();
        }
    }
}
