package io.hushgate.estate.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hushgate.estate.EstateReader;
import io.hushgate.estate.fact.ChartFact.Chart;
import io.hushgate.estate.fact.ChartFact.ChartSetting;
import io.hushgate.estate.fact.ChartFact.Dependency;
import io.hushgate.estate.fact.ChartFact.LoaderDatabase;
import io.hushgate.estate.fact.ChartFact.Release;
import io.hushgate.estate.fact.ChartFact.TemplateUse;
import io.hushgate.estate.fact.Fact;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChartReaderTest {
    private static <T> List<T> read(Class<T> type, String file, String text) {
        List<Fact> facts =
                new EstateReader().read(file, text.getBytes(StandardCharsets.UTF_8)).facts();
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void readsAChartWithItsDependencies() {
        Chart chart =
                read(
                                Chart.class,
                                "shop/Chart.yaml",
                                "name: shop\nversion: 1.2.3\ndependencies:\n- {name: db, version: 2, condition: db.enabled}\n")
                        .getFirst();

        assertThat(chart.version()).isEqualTo("1.2.3");
        assertThat(chart.dependencies())
                .extracting(Dependency::name, Dependency::condition)
                .containsExactly(tuple("db", "db.enabled"));
    }

    @Test
    void readsReleasesOfScriptsHelmfileArgoAndFlux() {
        assertThat(
                        read(
                                Release.class,
                                "up.sh",
                                "#!/bin/sh\nhelm upgrade --install web charts/shop -n prod --version 1.2 -f a.yaml,b.yaml --set x=1,y.on=true --set-json 'z={\"a\": 1, \"b\": 2}'\n"))
                .extracting(
                        Release::name,
                        Release::namespace,
                        Release::chart,
                        Release::values,
                        Release::sets,
                        Release::switches)
                .containsExactly(
                        tuple(
                                "web",
                                "prod",
                                "shop",
                                List.of("a.yaml", "b.yaml"),
                                List.of("x", "y.on", "z"),
                                Map.of("y.on", true)));
        assertThat(
                        read(
                                Release.class,
                                "helmfile.yaml",
                                "releases:\n- {name: web, namespace: prod, chart: r/shop, version: 1, values: [v.yaml]}\n"))
                .extracting(Release::via, Release::name, Release::chart)
                .containsExactly(tuple("helmfile", "web", "shop"));
        assertThat(
                        read(
                                Release.class,
                                "app.yaml",
                                """
                                apiVersion: argoproj.io/v1alpha1
                                kind: Application
                                metadata: {name: web-secret}
                                spec:
                                  destination: {namespace: prod}
                                  source: {chart: shop, targetRevision: 1.2.3, helm: {releaseName: web}}
                                """))
                .extracting(Release::via, Release::name, Release::namespace, Release::version)
                .containsExactly(tuple("argocd", "web", "prod", "1.2.3"));
        assertThat(
                        read(
                                Release.class,
                                "release.yaml",
                                """
                                apiVersion: helm.toolkit.fluxcd.io/v2
                                kind: HelmRelease
                                metadata: {name: web, namespace: flux}
                                spec: {targetNamespace: prod, chart: {spec: {chart: shop, version: "1"}}}
                                """))
                .extracting(Release::via, Release::name, Release::namespace, Release::chart)
                .containsExactly(tuple("flux", "web", "prod", "shop"));
    }

    @Test
    void readsWhatATemplateDoesWithSecrets() {
        String template =
                """
                {{- if not .Values.auth.existingSecret }}
                apiVersion: v1
                kind: Secret
                stringData:
                  password: {{ .Values.auth.password | default (randAlphaNum 32) | quote }}
                {{- end }}
                ---
                apiVersion: v1
                kind: ConfigMap
                data:
                  token: {{ .Values.api.token | quote }}
                  secretName: {{ .Values.api.tokenSecret }}
                ---
                kind: Deployment
                env:
                {{- if .Values.server.tokenSecretName }}
                {{- else if .Values.server.token }}
                - value: {{ .Values.server.token }}
                {{- end }}
                """;

        assertThat(read(TemplateUse.class, "shop/templates/secret.yaml", template))
                .extracting(TemplateUse::kind, TemplateUse::value, TemplateUse::other)
                .containsExactlyInAnyOrder(
                        tuple("generated", "randAlphaNum", ""),
                        tuple("pair", "auth.password", "auth.existingSecret"),
                        tuple("sink", "api.token", "ConfigMap"),
                        tuple("pair", "server.token", "server.tokenSecretName"),
                        tuple("sink", "server.token", "Deployment"));
    }

    @Test
    void readsPlainValuesAndDatabasesOfTheLoader() {
        String values =
                """
                server: {dev: {enabled: true}}
                global:
                  database: {redis: {installed: true}}
                  externalSecretsLoader:
                    enabled: true
                    databases:
                      redis: {engine: database, useDatabaseSecretsEngine: "true", databaseRole: r}
                """;

        assertThat(read(ChartSetting.class, "override.yaml", values))
                .extracting(ChartSetting::key, ChartSetting::value)
                .contains(tuple("server.dev.enabled", "true"));
        assertThat(read(LoaderDatabase.class, "override.yaml", values))
                .extracting(
                        LoaderDatabase::name, LoaderDatabase::dynamic, LoaderDatabase::installed)
                .containsExactly(tuple("redis", Optional.of(true), Optional.of(true)));
    }
}
