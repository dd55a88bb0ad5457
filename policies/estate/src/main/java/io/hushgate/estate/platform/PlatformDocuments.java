package io.hushgate.estate.platform;

import io.hushgate.estate.fact.BuildFact.RepositoryFile;
import io.hushgate.estate.fact.BuildFact.Setting;
import io.hushgate.estate.fact.PlatformFact.HarnessSetting;
import io.hushgate.estate.fact.PlatformFact.PachydermPipeline;
import io.hushgate.estate.fact.PlatformFact.PachydermSecret;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.read.ValueClassifier;
import io.hushgate.estate.shell.ShellReader;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads documents of their own formats: Pachyderm pipelines, exports of Harness settings, backups
 * of the Harness secrets loader.
 *
 * <p>Sources: docs.pachyderm.com, pipeline specification (names in snake case and camel case
 * occur); apidocs.harness.io, settings.
 */
public final class PlatformDocuments {
    private static final int MAX_DEPTH = 8;
    private static final Set<String> VALUE_KINDS = Set.of("true", "false");

    private final ShellReader shell;

    public PlatformDocuments(ShellReader shell) {
        this.shell = shell;
    }

    /** Reads a document if it is one of these; false if it is something else. */
    public boolean read(Mapping root, Collector into) {
        if (root.get("transform").flatMap(Node::asMapping).isPresent()
                && !root.mapping("pipeline").text("name").isEmpty()) {
            pachyderm(root, into);
            return true;
        }
        if (isBackup(root)) {
            into.add(new RepositoryFile("loader-backup", List.of(), into.at(root.place())));
            return true;
        }
        if (isSettings(root)) {
            settings(root, MAX_DEPTH, into);
            return true;
        }
        return false;
    }

    private static boolean isBackup(Mapping root) {
        return root.entries().stream()
                .flatMap(entry -> entry.value().asMapping().stream())
                .anyMatch(service ->
                        service.mapping("env-secrets").entries().stream()
                                        .anyMatch(secret -> secret.value() instanceof Scalar)
                                || service.mapping("file-secrets").entries().stream()
                                        .anyMatch(secret -> secret.value() instanceof Scalar));
    }

    /** Items of the settings' list carry a setting with identifier, name and value. */
    private static boolean isSettings(Mapping root) {
        List<Mapping> items = new ArrayList<>(root.mappings("data"));
        items.addAll(root.mapping("data").mappings("content"));
        items.addAll(root.mappings("settings"));
        items.add(root);
        return items.stream()
                .anyMatch(item -> !item.mapping("setting").text("identifier").isEmpty());
    }

    private static void settings(Node node, int depth, Collector into) {
        if (depth == 0) {
            return;
        }
        if (node instanceof Mapping mapping) {
            Mapping setting = mapping.mapping("setting");
            String name =
                    setting.text("name").isEmpty()
                            ? setting.text("identifier")
                            : setting.text("name");
            String value = setting.text("value");
            if (!name.isEmpty() && (value.isEmpty() || VALUE_KINDS.contains(value))) {
                into.add(new HarnessSetting(name, value, into.at(setting.place())));
            }
            mapping.entries().forEach(entry -> settings(entry.value(), depth - 1, into));
        } else {
            node.asItems().stream()
                    .filter(item -> !item.equals(node))
                    .forEach(item -> settings(item, depth - 1, into));
        }
    }

    private void pachyderm(Mapping root, Collector into) {
        Mapping transform = root.mapping("transform");
        String name = root.mapping("pipeline").text("name");
        List<PachydermSecret> secrets = new ArrayList<>();
        for (Mapping secret : transform.mappings("secrets")) {
            Settings given = Settings.of(secret);
            secrets.add(
                    new PachydermSecret(
                            given.text("name"),
                            given.text("key"),
                            given.text("env_var", "envVar"),
                            given.text("mount_path", "mountPath"),
                            secret.place().line(),
                            secret.place().column()));
        }
        List<Setting> variables = new ArrayList<>();
        for (Entry entry : transform.mapping("env").entries()) {
            variables.add(
                    new Setting(
                            entry.key().text(),
                            ValueClassifier.of(entry.value()),
                            "",
                            entry.key().place().line(),
                            entry.key().place().column()));
        }
        into.add(
                new PachydermPipeline(
                        name,
                        secrets,
                        Settings.of(transform).list("imagePullSecrets", "image_pull_secrets"),
                        variables,
                        into.at(root.mapping("pipeline").place())));
        for (String key : List.of("stdin", "cmd", "err_stdin")) {
            for (Scalar line : transform.scalars(key)) {
                shell.read(line.asSource(), "Pachyderm/" + name, into);
            }
        }
    }
}
