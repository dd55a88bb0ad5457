package io.hushgate.estate.platform;

import io.hushgate.estate.fact.PlatformFact.ServerBlock;
import io.hushgate.estate.fact.ValueClass;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Naming;
import io.hushgate.estate.read.ValueClassifier;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Block;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads blocks of the configuration of a Vault or OpenBao server or agent.
 *
 * <p>Source: developer.hashicorp.com, Vault server configuration and Vault Agent.
 */
public final class ServerConfiguration {
    private static final List<String> KINDS =
            List.of("listener", "seal", "storage", "cache", "auto_auth", "vault", "template");

    private static final Pattern TELLABLE = Pattern.compile("[\\w.:/@-]{0,120}");

    /** Values of switches, also of those whose names speak of secrets. */
    private static final Set<String> WORDS = Set.of("true", "false", "force", "1", "0");

    private static final int MAX_DEPTH = 4;

    private ServerConfiguration() {}

    /** Tells whether a file has blocks of such a configuration. */
    public static boolean isConfiguration(Mapping root) {
        return root.entries().stream()
                .anyMatch(entry ->
                        entry.value() instanceof Block
                                && KINDS.subList(0, 5).contains(entry.key().text()));
    }

    public static void read(Mapping root, Collector into) {
        for (String kind : KINDS) {
            for (Block block : root.blocks(kind)) {
                Map<String, String> settings = new TreeMap<>();
                Map<String, ValueClass> secrets = new TreeMap<>();
                Map<String, Integer> lines = new TreeMap<>();
                walk(block.body(), "", MAX_DEPTH, settings, secrets, lines);
                into.add(
                        new ServerBlock(
                                kind,
                                block.label(0),
                                settings,
                                secrets,
                                lines,
                                into.at(block.place())));
            }
        }
    }

    private static void walk(
            Mapping body,
            String prefix,
            int depth,
            Map<String, String> settings,
            Map<String, ValueClass> secrets,
            Map<String, Integer> lines) {
        for (Entry entry : body.entries()) {
            String key = prefix + entry.key().text();
            switch (entry.value()) {
                case Scalar scalar -> {
                    lines.putIfAbsent(key, entry.key().place().line());
                    boolean word = WORDS.contains(scalar.text());
                    if (Naming.isSecret(key) && scalar.form() == Form.TEXT && !word) {
                        secrets.put(key, ValueClassifier.of(scalar));
                    } else if (TELLABLE.matcher(scalar.text()).matches()) {
                        settings.put(key, scalar.text());
                    }
                }
                case Block block -> {
                    lines.putIfAbsent(key, entry.key().place().line());
                    settings.putIfAbsent(key, block.label(0));
                    if (depth > 0) {
                        walk(block.body(), key + ".", depth - 1, settings, secrets, lines);
                    }
                }
                case Mapping inner -> {
                    if (depth > 0) {
                        walk(inner, key + ".", depth - 1, settings, secrets, lines);
                    }
                }
                case Node.Sequence _, Node.Call _, Node.Expression _ -> {}
            }
        }
    }
}
