package io.hushgate.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.fact.BuildFact.ImageStep;
import io.hushgate.estate.fact.BuildFact.Pipeline;
import io.hushgate.estate.fact.KubernetesFact.ServiceAccount;
import io.hushgate.estate.fact.VaultFact.Policy;
import io.hushgate.estate.fact.VaultFact.Role;
import io.hushgate.estate.tree.Problem.Code;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is broken gives what it can and says where it could not. */
class BadInputTest {
    private static EstateReading read(String file, String text) {
        return new EstateReader().read(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Code> codes(EstateReading reading) {
        return reading.diagnostics().stream().map(one -> one.problem().code()).toList();
    }

    private static <T> List<T> only(Class<T> type, EstateReading reading) {
        return reading.facts().stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void aBrokenDocumentCostsOnlyItself() {
        EstateReading reading =
                read(
                        "all.yaml",
                        """
                        apiVersion: v1
                        kind: ServiceAccount
                        metadata: {name: first}
                        ---
                        apiVersion: v1
                        kind: ServiceAccount
                        metadata: {name: broken
                          : x
                        ---
                        apiVersion: v1
                        kind: ServiceAccount
                        metadata: {name: last}
                        """);

        assertThat(only(ServiceAccount.class, reading))
                .extracting(ServiceAccount::name)
                .contains("first", "last");
        assertThat(codes(reading)).contains(Code.YAML_INVALID);
        assertThat(reading.diagnostics().getFirst().problem().place().line()).isBetween(7, 9);
    }

    @Test
    void aliasesThatMultiplyStopAtTheLimit() {
        StringBuilder bomb =
                new StringBuilder("kind: List\nmetadata: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("k%d: &a%d [".formatted(i, i));
            bomb.append(String.join(", ", Collections.nCopies(10, "*a" + (i - 1))));
            bomb.append("]\n");
        }

        assertThat(codes(read("bomb.yaml", bomb.toString()))).contains(Code.LIMIT_NODES);
    }

    @Test
    void mergeKeysThatMultiplyStopAtTheLimit() {
        StringBuilder bomb = new StringBuilder("kind: x\nmetadata: x\nm0: &m0 {");
        for (int i = 0; i < 100; i++) {
            bomb.append("k%d: 1, ".formatted(i));
        }
        bomb.append("}\n");
        for (int i = 1; i < 20; i++) {
            String before = String.join(", ", Collections.nCopies(10, "*m" + (i - 1)));
            bomb.append("m%d: &m%d {<<: [%s]}\n".formatted(i, i, before));
        }

        assertThat(codes(read("merge.yaml", bomb.toString()))).contains(Code.LIMIT_NODES);
    }

    @Test
    void aTemplateThatIsNoYamlGivesItsLiteralParts() {
        EstateReading reading =
                read(
                        "templates/sa.yaml",
                        """
                        {{- range $name := .Values.accounts }}
                        apiVersion: v1
                        kind: ServiceAccount
                        metadata:
                          name: {{ $name }}
                          {{- with $.Values.labels }}
                          labels: {{ toYaml . | nindent 4 }}
                          {{- end }}
                        automountServiceAccountToken: false
                        ---
                        {{- end }}
                        """);

        assertThat(only(ServiceAccount.class, reading)).hasSize(1);
        assertThat(codes(reading)).contains(Code.TEMPLATE);
    }

    @Test
    void aMissingBracketOfAPolicyIsSaidWithItsPlace() {
        EstateReading reading =
                read("app.hcl", "path \"secret/data/app\" {\n  capabilities = [\"read\"\n}\n");

        assertThat(reading.diagnostics())
                .anySatisfy(one -> {
                    assertThat(one.problem().place().line()).isBetween(2, 4);
                    assertThat(one.problem().code().remedy()).isNotEmpty();
                });
    }

    @Test
    void anUnknownCapabilityIsKeptForTheChecks() {
        Policy policy =
                only(Policy.class, read("app.hcl", "path \"a\" { capabilities = [\"reed\"] }\n"))
                        .getFirst();

        assertThat(policy.rules().getFirst().capabilities()).containsExactly("reed");
    }

    @Test
    void aRoleWithoutPoliciesIsARole() {
        Role role =
                only(
                                Role.class,
                                read(
                                        "r.sh",
                                        "#!/bin/sh\nvault write auth/kubernetes/role/x bound_service_account_names=x\n"))
                        .getFirst();

        assertThat(role.policies()).isEmpty();
    }

    @Test
    void aFileOfTenMegabytesIsNamedAndNotRead() {
        String values =
                "password: x\n" + "a: 0123456789012345678901234567890123456789\n".repeat(250_000);

        EstateReading reading = read("values.yaml", values);

        assertThat(reading.facts()).isEmpty();
        assertThat(codes(reading)).containsExactly(Code.LIMIT_SIZE);
    }

    @Test
    void brokenPipelinesAndDockerfilesGiveWhatTheyCan() {
        assertThat(
                        only(
                                Pipeline.class,
                                read(
                                        ".github/workflows/x.yml",
                                        "on: push\njobs:\n  a:\n    steps:\n    - run: echo $TOKEN\n  b: [\n")))
                .hasSize(1);
        assertThat(
                        only(
                                ImageStep.class,
                                read("Dockerfile", "FROM x\nRUN <<EOF\nset -x\nENV LOST 1\n")))
                .hasSize(2);
        assertThat(only(ImageStep.class, read("Dockerfile", "FROM x\nENV \\\n\\\n\\")))
                .isNotEmpty();
    }
}
