package io.hushgate.config;

import io.hushgate.core.Confidence;
import io.hushgate.core.Severity;
import io.hushgate.rego.value.RegoObject;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads one {@code hushgate.yaml}; anything unknown is an error, so that a typing mistake cannot
 * switch a check off.
 */
public final class ConfigurationReader {
    private final SettingsFile file;

    private ConfigurationReader(SettingsFile file) {
        this.file = file;
    }

    /**
     * Reads the file.
     *
     * @throws ConfigurationProblem at the first thing that is wrong
     */
    public static Configuration read(Path file) {
        return read(file, file.toString());
    }

    /**
     * Reads the file under the name that users know it by.
     *
     * @throws ConfigurationProblem at the first thing that is wrong
     */
    public static Configuration read(Path file, String name) {
        return new ConfigurationReader(new SettingsFile(file, name)).configuration();
    }

    private Configuration configuration() {
        Node root = file.compose();
        if (root == null) {
            return Configuration.NONE;
        }
        Map<String, Node> top = file.mapping(root, Setting.topNames());
        Map<String, Node> rules = file.part(top.get("rules"), Setting.namesIn("rules"));
        Map<String, Node> policies = file.part(top.get("policies"), Setting.namesIn("policies"));
        return new Configuration(
                file.word(top.get("fail-on"), Severity::of, Setting.FAIL_ON.form()),
                file.word(
                        top.get("fail-on-confidence"),
                        Confidence::of,
                        Setting.FAIL_ON_CONFIDENCE.form()),
                Optional.ofNullable(top.get("fingerprint-key-file")).map(file::path),
                Optional.ofNullable(top.get("baseline")).map(file::path),
                file.list(rules.get("files"), file::path),
                new HashSet<>(file.list(rules.get("disable"), file::text)),
                file.list(policies.get("paths"), file::path),
                new HashSet<>(file.list(policies.get("disable"), file::text)),
                file.list(top.get("exclude"), file::text),
                limits(top.get("limits")));
    }

    private RegoObject limits(@Nullable Node node) {
        return node == null ? RegoObject.EMPTY : LimitsReader.read(file, node);
    }
}
