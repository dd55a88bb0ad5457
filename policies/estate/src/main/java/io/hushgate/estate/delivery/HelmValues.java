package io.hushgate.estate.delivery;

import io.hushgate.estate.fact.ChartFact.LoaderDatabase;
import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.fact.ValueClass;
import io.hushgate.estate.fact.VaultFact.Connection;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.read.ValueClassifier;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Place;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the Vault connection in chart values of the Harness secrets loader: {@code
 * externalSecretsLoader}, global or of one subchart.
 *
 * <p>Source: Harness documentation, "Integrate Self-Managed Enterprise Edition with HashiCorp
 * Vault"; harness/helm-common, secret loader template: a block without a method logs in by token.
 */
public final class HelmValues {
    private static final String BLOCK = "externalSecretsLoader";
    private static final int MAX_DEPTH = 8;

    /**
     * Finds the blocks, wherever they stand; of a values file also all values that speak of
     * secrets.
     */
    public void read(Mapping values, Collector into) {
        walk(values, "", MAX_DEPTH, values, into);
        if (ChartValues.isValuesFile(into.file())) {
            ChartValues.read(values, into);
        }
    }

    private static void walk(
            Mapping values, String prefix, int depth, Mapping root, Collector into) {
        for (Entry entry : values.entries()) {
            String key = entry.key().text();
            if (depth > 0 && entry.value().asMapping().isPresent()) {
                Mapping inner = entry.value().asMapping().get();
                if (key.equals(BLOCK)) {
                    loader(inner, prefix + key, entry.key().place(), root, into);
                } else {
                    walk(inner, prefix + key + ".", depth - 1, root, into);
                }
            }
        }
    }

    private static void loader(
            Mapping block, String key, Place place, Mapping root, Collector into) {
        Mapping vault = block.mapping("vault");
        Settings auth = Settings.of(vault.mapping("auth"));
        Settings connection = Settings.of(vault);
        Map<String, Integer> lines = new TreeMap<>();
        lines(block, "", lines);
        String method = Injector.or(auth.text("method"), "token");
        into.add(
                new Connection(
                        "harness-loader",
                        key,
                        Settings.of(block).flag("enabled"),
                        block.text("provider"),
                        connection.address("address"),
                        connection.flag("tlsDisabled"),
                        method,
                        auth.text("role").toLowerCase(Locale.ROOT),
                        Injector.mount(auth.text("path")),
                        classOf(auth, "token"),
                        classOf(auth, "roleId"),
                        classOf(auth, "secretId"),
                        connection.text("engine"),
                        connection.text("basePath"),
                        lines,
                        into.at(place)));
        for (Entry database : block.mapping("databases").entries()) {
            database.value()
                    .asMapping()
                    .ifPresent(one -> {
                        database(database, one, auth, into);
                        into.add(
                                new LoaderDatabase(
                                        key,
                                        database.key().text(),
                                        Settings.of(block).flag("enabled"),
                                        one.text("engine"),
                                        Settings.of(one).text("overridePath", "basePath"),
                                        Settings.of(one).flag("useDatabaseSecretsEngine"),
                                        one.text("databaseRole"),
                                        installed(root, database.key().text()),
                                        Settings.of(one).lines(),
                                        into.at(database.key().place())));
                    });
        }
    }

    private static Optional<Boolean> installed(Mapping root, String database) {
        return Settings.of(root.at("global", "database", database)).flag("installed");
    }

    /** A database reads its credentials from the database engine, or from a KV path of its own. */
    private static void database(Entry entry, Mapping database, Settings auth, Collector into) {
        Settings settings = Settings.of(database);
        boolean dynamic = settings.flag("useDatabaseSecretsEngine").orElse(false);
        String engine = settings.text("engine");
        String role = settings.text("databaseRole");
        String own = settings.text("overridePath", "basePath");
        String path =
                dynamic && !role.isEmpty()
                        ? Injector.or(engine, "database") + "/creds/" + role
                        : !dynamic && !engine.isEmpty() && !own.isEmpty()
                                ? engine + "/data/" + own
                                : "";
        if (!path.isEmpty()) {
            into.add(
                    new Use(
                            "",
                            "loader/" + entry.key().text(),
                            "",
                            auth.text("role").toLowerCase(Locale.ROOT),
                            Injector.mount(Injector.or(auth.text("path"), "kubernetes")),
                            "",
                            path,
                            "",
                            "read",
                            "harness-loader",
                            into.at(entry.key().place())));
        }
    }

    private static ValueClass classOf(Settings settings, String key) {
        return ValueClassifier.of(settings.mapping().get(key));
    }

    /** Lines of all settings under their dotted keys. */
    private static void lines(Mapping block, String prefix, Map<String, Integer> lines) {
        for (Entry entry : block.entries()) {
            String key = prefix + entry.key().text();
            lines.put(key, entry.key().place().line());
            if (prefix.length() < 64) {
                entry.value().asMapping().ifPresent(inner -> lines(inner, key + ".", lines));
            }
        }
    }
}
