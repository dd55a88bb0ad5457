package io.hushgate.estate.delivery;

import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Node.Sequence;
import io.hushgate.estate.tree.Place;
import io.hushgate.estate.tree.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the settings of Spring Cloud Vault: the contexts that an application reads from a key-value
 * engine, and the role of a database that it gets credentials for. Paths that {@code vault://}
 * names are mentions.
 *
 * <p>Source: docs.spring.io/spring-cloud-vault/reference, key-value and database backends.
 */
public final class SpringVault {
    private static final String PREFIX = "spring.cloud.vault.";
    private static final int MAX_DEPTH = 12;
    private static final int MAX_LINES = 5_000;

    private final Map<String, Setting> settings = new HashMap<>();

    private SpringVault() {}

    private record Setting(String text, Place place) {}

    /** Reads an {@code application.yml} or the like. */
    public static void read(Mapping document, Collector into) {
        boolean spring =
                document.entries().stream()
                        .anyMatch(entry -> (entry.key().text() + ".").startsWith("spring."));
        if (spring) {
            SpringVault vault = new SpringVault();
            vault.flatten("", document, MAX_DEPTH);
            vault.uses(into);
        }
    }

    /** Reads an {@code application.properties} or the like. */
    public static void readProperties(Source source, Collector into) {
        if (!source.text().contains(PREFIX)) {
            return;
        }
        SpringVault vault = new SpringVault();
        int offset = 0;
        int lines = 0;
        for (String line : source.text().split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0 && line.startsWith("spring.") && lines++ < MAX_LINES) {
                String key = line.substring(0, equals).strip();
                String value = line.substring(equals + 1).strip();
                vault.settings.put(key, new Setting(value, source.placeAt(offset)));
            }
            offset += line.length() + 1;
        }
        vault.uses(into);
    }

    private void flatten(String prefix, Mapping mapping, int depth) {
        for (Entry entry : mapping.entries()) {
            String key = prefix + entry.key().text();
            switch (entry.value()) {
                case Scalar value ->
                        settings.put(key, new Setting(value.text(), entry.key().place()));
                case Mapping inner -> {
                    if (depth > 0) {
                        flatten(key + ".", inner, depth - 1);
                    }
                }
                case Sequence list -> {
                    List<String> texts =
                            list.items().stream()
                                    .filter(Scalar.class::isInstance)
                                    .map(item -> ((Scalar) item).text())
                                    .toList();
                    settings.put(key, new Setting(String.join(",", texts), entry.key().place()));
                }
                case Node.Block _, Node.Call _, Node.Expression _ -> {}
            }
        }
    }

    private void uses(Collector into) {
        List<Setting> own =
                settings.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(PREFIX))
                        .map(Map.Entry::getValue)
                        .toList();
        if (own.isEmpty() || text(PREFIX + "enabled").equals("false")) {
            return;
        }
        Place place = own.stream().map(Setting::place).sorted().toList().getFirst();
        if (readsContexts()) {
            contexts(place, into);
        }
        String role = text(PREFIX + "database.role");
        if (!role.isEmpty() && !text(PREFIX + "database.enabled").equals("false")) {
            String backend = or(text(PREFIX + "database.backend"), "database");
            use(
                    backend + "/creds/" + role,
                    settings.getOrDefault(PREFIX + "database.role", own.getFirst()).place(),
                    into);
        }
    }

    /** An import of certain paths takes the place of the contexts. */
    private boolean readsContexts() {
        boolean off = text(PREFIX + "kv.enabled").equals("false");
        for (String imported : text("spring.config.import").split(",", -1)) {
            String bare = imported.strip();
            if (bare.contains("vault://") && !bare.endsWith("vault://")) {
                off = true;
            }
        }
        return !off;
    }

    private void contexts(Place place, Collector into) {
        String backend = or(text(PREFIX + "kv.backend"), "secret");
        String version = text(PREFIX + "kv.backend-version");
        String application =
                or(
                        text(PREFIX + "kv.application-name"),
                        or(text(PREFIX + "application-name"), text("spring.application.name")));
        Set<String> contexts = new LinkedHashSet<>();
        List<String> names = new ArrayList<>(List.of(application.split(",", -1)));
        names.add(or(text(PREFIX + "kv.default-context"), "application"));
        String profiles = or(text(PREFIX + "kv.profiles"), text("spring.profiles.active"));
        for (String name : names) {
            String bare = name.strip();
            if (!bare.isEmpty()) {
                contexts.add(bare);
                for (String profile : profiles.split(",", -1)) {
                    if (!profile.isBlank()) {
                        contexts.add(bare + "/" + profile.strip());
                    }
                }
            }
        }
        for (String context : contexts) {
            use(backend + (version.equals("1") ? "/" : "/data/") + context, place, into);
        }
    }

    private void use(String path, Place place, Collector into) {
        String role = text(PREFIX + "kubernetes.role");
        into.add(
                new Use(
                        "",
                        "application/" + text("spring.application.name"),
                        "",
                        role.contains("$") ? "" : role.toLowerCase(Locale.ROOT),
                        role.isEmpty()
                                ? ""
                                : or(text(PREFIX + "kubernetes.kubernetes-path"), "kubernetes"),
                        "",
                        path,
                        "",
                        "read",
                        "spring",
                        into.at(place, !path.contains("${"))));
    }

    private String text(String key) {
        Setting setting = settings.get(key);
        return setting == null ? "" : setting.text();
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
