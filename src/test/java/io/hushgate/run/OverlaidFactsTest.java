package io.hushgate.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Limits;
import io.hushgate.core.Skip;
import io.hushgate.estate.fact.KubernetesFact.ServiceAccount;
import io.hushgate.estate.fact.KubernetesFact.Workload;
import io.hushgate.source.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kustomizations of a tree on disk, from the target to the facts. */
class OverlaidFactsTest {
    @TempDir Path tree;

    private void write(String path, String text) throws IOException {
        Path file = tree.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private FactsRun.Facts facts() {
        return FactsRun.read(List.of(tree.toString()), false, new Workers(2), Limits.DEFAULT);
    }

    @Test
    void anOverlayTakesThePlaceOfItsBaseAndItsPatches() throws IOException {
        write("base/kustomization.yaml", "resources: [web.yaml]\n");
        write(
                "base/web.yaml",
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  template:
                    spec:
                      serviceAccountName: web
                ---
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: web}
                """);
        write(
                "prod/kustomization.yaml",
                "resources: [../base]\nnamespace: live\nnamePrefix: p-\npatches: [{path: patch.yaml}]\n");
        write(
                "prod/patch.yaml",
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec: {template: {spec: {hostNetwork: true}}}
                """);
        write("alone.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: alone}\n");

        FactsRun.Facts facts = facts();

        assertThat(facts.estate().facts())
                .filteredOn(ServiceAccount.class::isInstance)
                .map(ServiceAccount.class::cast)
                .extracting(account -> account.namespace() + "/" + account.name())
                .containsExactlyInAnyOrder("/alone", "live/p-web");
        assertThat(facts.estate().facts())
                .filteredOn(Workload.class::isInstance)
                .map(Workload.class::cast)
                .singleElement()
                .satisfies(web -> {
                    assertThat(web.name()).isEqualTo("p-web");
                    assertThat(web.host().network()).isTrue();
                    assertThat(web.at().file()).endsWith("base/web.yaml");
                });
        assertThat(facts.coverage().skipped()).isEmpty();
    }

    @Test
    void whatCannotBeBuiltIsInTheCoverage() throws IOException {
        write("a/kustomization.yaml", "resources: [../b, https://example.com/base//x]\n");
        write("b/kustomization.yaml", "resources: [../a]\n");

        assertThat(facts().coverage().skipped())
                .extracting(Skip::detail)
                .anyMatch(detail -> detail.contains("builds upon itself"))
                .anyMatch(detail -> detail.contains("lies elsewhere"));
    }

    @Test
    void aLinkOutOfTheTargetIsNotFollowed() throws IOException {
        Path outside = Files.createTempFile("outside", ".yaml");
        try {
            Files.writeString(
                    outside, "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: far}\n");
            write("kustomization.yaml", "resources: [account.yaml]\n");
            Files.createSymbolicLink(tree.resolve("account.yaml"), outside);

            assertThat(facts().estate().facts()).isEmpty();
        } finally {
            Files.delete(outside);
        }
    }
}
