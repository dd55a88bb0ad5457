package io.hushgate.estate.terraform;

import io.hushgate.estate.fact.DeliveryFact.HarnessConnector;
import io.hushgate.estate.fact.DeliveryFact.HarnessSecret;
import io.hushgate.estate.fact.PlatformFact.CloudResource;
import io.hushgate.estate.fact.ValueClass;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Naming;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.read.ValueClassifier;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Block;
import io.hushgate.estate.tree.Node.Call;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Expression;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Node.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads resources of clouds, of Vault engines and of the Harness provider that policies ask for.
 *
 * <p>Source: registry.terraform.io, providers google, aws, azurerm, vault and harness.
 */
final class CloudResources {
    private static final Pattern ASKED =
            Pattern.compile(
                    "google_kms_crypto_key(?:_version)?|aws_kms_key|azurerm_key_vault(?:_key|_secret)?"
                            + "|aws_secretsmanager_secret(?:_rotation|_policy)?|google_secret_manager_secret"
                            + "|vault_database_secret_backend_(?:static_)?role"
                            + "|aws_iam_(?:role|policy_document|policy|role_policy)|aws_ecr(?:public)?_repository(?:_policy)?"
                            + "|google_(?:artifact_registry_repository|storage_bucket|secret_manager_secret|kms_crypto_key)_iam_\\w+"
                            + "|google_iam_workload_identity_pool_provider|aws_s3_bucket_(?:object_lock_configuration|versioning)");

    /** Who and under which condition, in the texts of policy documents. */
    private static final Pattern STATEMENT =
            Pattern.compile(
                    "repo:[\\w./*-]+(?::[\\w./*:-]+)?|\\ballUsers\\b|\\ballAuthenticatedUsers\\b|token\\.actions\\.githubusercontent\\.com(?::sub|:aud)?");

    private static final Pattern OPEN_PRINCIPAL =
            Pattern.compile("(?i)\"?(?:principal|aws|identifiers)\"?\\s*[:=]\\s*\\[?\\s*\"\\*\"");

    private static final Pattern TELLABLE = Pattern.compile("[\\w.:/@$*{}-]{0,160}");
    private static final Set<String> HARNESS_REFERENCES =
            Set.of("auth_token", "secret_id", "token_ref", "password_ref", "secret_key_ref");
    private static final int MAX_DEPTH = 14;

    private CloudResources() {}

    static void read(Resource resource, Mapping body, Collector into) {
        if (resource.type().startsWith("harness_platform_secret_")) {
            harnessSecret(resource, Settings.of(body), into);
        } else if (resource.type().startsWith("harness_platform_connector_")) {
            harnessConnector(resource, Settings.of(body), into);
        } else if (ASKED.matcher(resource.type()).matches()) {
            Map<String, String> settings = new TreeMap<>();
            Map<String, Integer> lines = new TreeMap<>();
            Set<String> statements = new TreeSet<>();
            walk(body, "", MAX_DEPTH, settings, lines, statements);
            into.add(
                    new CloudResource(
                            resource.type(),
                            resource.name(),
                            settings,
                            List.copyOf(statements),
                            lines,
                            into.at(resource.at().place())));
        }
    }

    private static void walk(
            Node node,
            String key,
            int depth,
            Map<String, String> settings,
            Map<String, Integer> lines,
            Set<String> statements) {
        if (depth == 0) {
            return;
        }
        switch (node) {
            case Mapping mapping -> {
                for (Entry entry : mapping.entries()) {
                    String name = entry.key().text();
                    String inner = key.isEmpty() ? name : key + "." + name;
                    lines.putIfAbsent(inner, entry.key().place().line());
                    open(name, entry.value(), statements);
                    walk(entry.value(), inner, depth - 1, settings, lines, statements);
                }
            }
            case Block block -> walk(block.body(), key, depth, settings, lines, statements);
            case Sequence sequence ->
                    sequence.items()
                            .forEach(item ->
                                    walk(item, key, depth - 1, settings, lines, statements));
            case Call call ->
                    call.arguments()
                            .forEach(item ->
                                    walk(item, key, depth - 1, settings, lines, statements));
            case Scalar scalar -> leaf(scalar.text(), key, settings, statements);
            case Expression expression -> leaf(expression.text(), key, settings, statements);
        }
    }

    /** A principal that stands for everybody. */
    private static void open(String name, Node value, Set<String> statements) {
        boolean principal =
                name.equalsIgnoreCase("principal")
                        || name.equals("AWS")
                        || name.equals("identifiers");
        if (principal
                && value.asItems().stream().anyMatch(item -> Settings.textOf(item).equals("*"))) {
            statements.add("principal=*");
        }
    }

    private static void leaf(
            String text, String key, Map<String, String> settings, Set<String> statements) {
        Matcher statement = STATEMENT.matcher(text);
        while (statement.find()) {
            statements.add(statement.group());
        }
        if (OPEN_PRINCIPAL.matcher(text).find()) {
            statements.add("principal=*");
        }
        if (!Naming.isSecret(key.substring(key.lastIndexOf('.') + 1))
                && TELLABLE.matcher(text).matches()) {
            settings.putIfAbsent(key, text);
        }
    }

    private static void harnessSecret(Resource resource, Settings settings, Collector into) {
        String type =
                switch (resource.type()) {
                    case "harness_platform_secret_text" -> "SecretText";
                    case "harness_platform_secret_file" -> "SecretFile";
                    case "harness_platform_secret_sshkey" -> "SSHKey";
                    default -> "WinRmCredentials";
                };
        into.add(
                new HarnessSecret(
                        scope(settings),
                        settings.text("org_id"),
                        settings.text("project_id"),
                        settings.text("identifier"),
                        type,
                        settings.text("secret_manager_identifier"),
                        settings.text("value_type"),
                        ValueClassifier.of(settings.mapping().get("value")),
                        settings.lines(),
                        into.at(resource.at().place())));
    }

    private static void harnessConnector(Resource resource, Settings settings, Collector into) {
        Map<String, String> references = new TreeMap<>();
        Map<String, ValueClass> values = new TreeMap<>();
        for (String name : HARNESS_REFERENCES) {
            settings.node(name)
                    .ifPresent(node -> {
                        String text = Settings.textOf(node);
                        boolean reference =
                                text.startsWith("account.")
                                        || text.startsWith("org.")
                                        || text.startsWith("${");
                        String setting = camelCase(name);
                        values.put(
                                setting,
                                reference ? ValueClass.REFERENCE : ValueClassifier.of(node));
                        if (reference) {
                            references.put(setting, text);
                        }
                    });
        }
        String type =
                switch (resource.type()) {
                    case "harness_platform_connector_vault" -> "Vault";
                    case "harness_platform_connector_awskms" -> "AwsKms";
                    case "harness_platform_connector_aws_secret_manager" -> "AwsSecretManager";
                    case "harness_platform_connector_gcp_secret_manager" -> "GcpSecretManager";
                    case "harness_platform_connector_gcp_kms" -> "GcpKms";
                    case "harness_platform_connector_azure_key_vault" -> "AzureKeyVault";
                    case "harness_platform_connector_github" -> "Github";
                    case "harness_platform_connector_artifactory" -> "Artifactory";
                    default -> resource.type().substring("harness_platform_connector_".length());
                };
        Map<String, String> plain = new TreeMap<>();
        for (String name :
                List.of(
                        "base_path",
                        "secret_engine_name",
                        "renewal_interval_minutes",
                        "is_default",
                        "is_read_only",
                        "execute_on_delegate")) {
            if (settings.has(name)) {
                plain.put(camelCase(name), settings.text(name));
            }
        }
        into.add(
                new HarnessConnector(
                        scope(settings),
                        settings.text("org_id"),
                        settings.text("project_id"),
                        settings.text("identifier"),
                        type,
                        settings.address("vault_url", "url"),
                        references,
                        values,
                        settings.list("delegate_selectors"),
                        plain,
                        settings.lines(),
                        into.at(resource.at().place())));
    }

    private static String scope(Settings settings) {
        if (settings.has("project_id")) {
            return "project";
        }
        return settings.has("org_id") ? "org" : "account";
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean afterUnderscore = i > 0 && name.charAt(i - 1) == '_';
            if (c != '_') {
                camel.append(afterUnderscore ? Character.toUpperCase(c) : c);
            }
        }
        return camel.toString();
    }
}
