package io.hushgate.estate.delivery;

import io.hushgate.estate.fact.DeliveryFact.HarnessConnector;
import io.hushgate.estate.fact.DeliveryFact.HarnessSecret;
import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.fact.ValueClass;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.read.ValueClassifier;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Place;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads Harness connectors and secrets, as YAML of the Git Experience has them.
 *
 * <p>Source: developer.harness.io, secrets management overview and connector schemas.
 */
public final class Harness {
    /** Settings that hold a reference to a secret. */
    private static final Set<String> SECRET_SETTINGS =
            Set.of(
                    "authToken",
                    "secretId",
                    "secretKey",
                    "accessKey",
                    "credentials",
                    "secretKeyRef",
                    "accessKeyRef",
                    "passwordRef",
                    "tokenRef",
                    "usernameRef",
                    "privateKeyRef",
                    "sshKeyRef",
                    "sshKeyReference",
                    "secretKeyRefs",
                    "serviceAccountTokenRef",
                    "clientKeyRef",
                    "caCertRef",
                    "apiTokenRef",
                    "secretRef",
                    "credentialsRef",
                    "spnRef");

    /** Settings that policies ask for and that are no secrets. */
    private static final Set<String> PLAIN_SETTINGS =
            Set.of(
                    "basePath",
                    "secretEngineName",
                    "secretEngineVersion",
                    "secretEngineManuallyConfigured",
                    "renewalIntervalMinutes",
                    "isDefault",
                    "isReadOnly",
                    "default",
                    "readOnly",
                    "executeOnDelegate",
                    "useVaultAgent",
                    "useK8sAuth",
                    "useAwsIam",
                    "useJwtAuth",
                    "vaultK8sAuthRole",
                    "k8sAuthEndpoint",
                    "serviceAccountTokenPath",
                    "namespace",
                    "accessType",
                    "appRoleId",
                    "region",
                    "kmsArn",
                    "project",
                    "keyRing",
                    "keyName");

    /** An identifier, with its scope. */
    private static final Pattern SCOPED =
            Pattern.compile("(?:account|org)\\.[A-Za-z_][A-Za-z0-9_$]{0,127}");

    /** An identifier of the own scope: a name that people give, with few digits, unlike a token. */
    private static final Pattern BARE =
            Pattern.compile(
                    "(?!gh[pousr]_|github_pat_|A[KS]IA|xox|[sr]k_|hv[sbr])[A-Za-z_][A-Za-z_$]*(?:[0-9][A-Za-z_$]*){0,4}");

    private static final int MAX_BARE = 64;

    private static final int MAX_DEPTH = 6;

    /** Tells whether a document is one of the two. */
    public static boolean isHarness(Mapping document) {
        return isEntity(document.mapping("connector")) || isEntity(document.mapping("secret"));
    }

    private static boolean isEntity(Mapping entity) {
        return !entity.text("identifier").isEmpty() && !entity.text("type").isEmpty();
    }

    /** Reads the document. */
    public void read(Mapping document, Collector into) {
        Mapping connector = document.mapping("connector");
        if (isEntity(connector)) {
            connector(connector, into);
        }
        Mapping secret = document.mapping("secret");
        if (isEntity(secret)) {
            secret(secret, into);
        }
    }

    private static void connector(Mapping connector, Collector into) {
        Mapping spec = connector.mapping("spec");
        Map<String, String> references = new TreeMap<>();
        Map<String, ValueClass> values = new TreeMap<>();
        Map<String, String> settings = new TreeMap<>();
        Map<String, Integer> lines = new TreeMap<>();
        walk(spec, MAX_DEPTH, references, values, settings, lines);
        into.add(
                new HarnessConnector(
                        scope(connector),
                        connector.text("orgIdentifier"),
                        connector.text("projectIdentifier"),
                        connector.text("identifier"),
                        connector.text("type"),
                        Settings.of(spec)
                                .address(
                                        "vaultUrl",
                                        "url",
                                        "masterUrl",
                                        "dockerRegistryUrl",
                                        "artifactoryServerUrl"),
                        references,
                        values,
                        Settings.of(spec).list("delegateSelectors"),
                        settings,
                        lines,
                        into.at(connector.get("identifier").orElse(connector).place())));
        uses(connector, spec, into);
    }

    /** What Harness does with the secrets of a Vault that it manages. */
    private static void uses(Mapping connector, Mapping spec, Collector into) {
        String engine = spec.text("secretEngineName");
        if (!connector.text("type").equals("Vault") || engine.isEmpty()) {
            return;
        }
        String base = spec.text("basePath");
        String data = spec.text("secretEngineVersion").equals("1") ? "/" : "/data/";
        String inside = base.startsWith("/") ? base.substring(1) : base;
        String path = engine + data + (inside.isEmpty() ? "" : inside + "/") + "*";
        boolean reads = spec.text("isReadOnly").equals("true");
        List<String> operations =
                reads ? List.of("read") : List.of("create", "update", "read", "delete");
        for (String operation : operations) {
            into.add(use(connector, spec, path, operation, into));
        }
        String list = data.equals("/") ? path : path.replaceFirst("/data/", "/metadata/");
        into.add(use(connector, spec, list, "list", into));
        into.add(use(connector, spec, "auth/token/renew-self", "update", into));
    }

    private static Use use(
            Mapping connector, Mapping spec, String path, String operation, Collector into) {
        Place place = spec.get("secretEngineName").orElse(spec).place();
        return new Use(
                "",
                "HarnessConnector/" + connector.text("identifier"),
                "",
                spec.text("vaultK8sAuthRole").toLowerCase(Locale.ROOT),
                spec.text("k8sAuthEndpoint"),
                "",
                path,
                "",
                operation,
                "harness-connector",
                into.at(place, !path.contains("<+")));
    }

    private static void walk(
            Mapping below,
            int depth,
            Map<String, String> references,
            Map<String, ValueClass> values,
            Map<String, String> settings,
            Map<String, Integer> lines) {
        for (Entry entry : below.entries()) {
            String key = entry.key().text();
            if (entry.value() instanceof Scalar value) {
                if (SECRET_SETTINGS.contains(key)) {
                    lines.putIfAbsent(key, entry.key().place().line());
                    boolean reference = isReference(value.text());
                    values.put(key, reference ? ValueClass.REFERENCE : ValueClassifier.of(value));
                    if (reference) {
                        references.put(key, value.text());
                    }
                } else if (PLAIN_SETTINGS.contains(key)) {
                    lines.putIfAbsent(key, entry.key().place().line());
                    settings.put(key, value.text());
                }
            } else if (depth > 0) {
                entry.value()
                        .asMapping()
                        .ifPresent(inner ->
                                walk(inner, depth - 1, references, values, settings, lines));
            }
        }
    }

    private static boolean isReference(String text) {
        return SCOPED.matcher(text).matches()
                || (text.length() <= MAX_BARE && BARE.matcher(text).matches());
    }

    private static void secret(Mapping secret, Collector into) {
        Mapping spec = secret.mapping("spec");
        into.add(
                new HarnessSecret(
                        scope(secret),
                        secret.text("orgIdentifier"),
                        secret.text("projectIdentifier"),
                        secret.text("identifier"),
                        secret.text("type"),
                        spec.text("secretManagerIdentifier"),
                        spec.text("valueType"),
                        ValueClassifier.of(spec.get("value")),
                        Settings.of(spec).lines(),
                        into.at(secret.get("identifier").orElse(secret).place())));
    }

    private static String scope(Mapping entity) {
        if (!entity.text("projectIdentifier").isEmpty()) {
            return "project";
        }
        return entity.text("orgIdentifier").isEmpty() ? "account" : "org";
    }
}
