package io.hushgate.audit.inventory;

import io.hushgate.config.ConfigurationProblem;
import io.hushgate.config.SettingsFile;
import io.hushgate.run.ScanRequest.Half;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads an inventory. The JSON Schema for editors is {@code src/docs/inventory.schema.json}; a test
 * holds the two together.
 */
public final class InventoryReader {
    /** What a target may use unless it says otherwise. Half an hour: stuck is worse than failed. */
    private static final Duration TIME = Duration.ofMinutes(30);

    /** Two of them fit a machine of 2 GB, and a history of 50,000 commits fits one. */
    private static final int MEGABYTES = 768;

    static final Set<String> TOP = Set.of("name", "fingerprint-key-file", "defaults", "targets");
    static final Set<String> SHARED =
            Set.of("owner", "history", "only", "config", "time", "memory", "credentials");
    static final List<String> PLACES =
            List.of("path", "repository", "image", "logs", "vault", "kubernetes");
    static final Set<String> CREDENTIALS = Set.of("user-variable", "token-variable");

    private final SettingsFile file;
    private final Path path;
    private Map<String, Node> defaults = Map.of();

    private InventoryReader(Path path) {
        this.path = path;
        this.file = new SettingsFile(path, path.toString());
    }

    /**
     * Reads the file.
     *
     * @throws ConfigurationProblem at the first thing that is wrong
     */
    public static Inventory read(Path path) {
        return new InventoryReader(path).inventory();
    }

    private Inventory inventory() {
        Node root = file.compose();
        if (root == null) {
            throw new ConfigurationProblem(
                    path.toString(), 1, "the inventory is empty; list something under targets");
        }
        Map<String, Node> top = file.mapping(root, TOP);
        defaults = file.part(top.get("defaults"), SHARED);
        Node list = top.get("targets");
        List<AuditTarget> targets = file.list(list, this::target);
        if (targets.isEmpty()) {
            throw file.problem(
                    list == null ? root : list,
                    "there is nothing to look at; list it under targets");
        }
        Set<String> names = new HashSet<>();
        if (list instanceof SequenceNode sequence) {
            for (int i = 0; i < targets.size(); i++) {
                String name = targets.get(i).name();
                if (!names.add(name)) {
                    throw file.problem(
                            sequence.getValue().get(i),
                            "two targets are called %s; give one another name".formatted(name));
                }
            }
        }
        return new Inventory(
                name(top.get("name")).orElseGet(() -> String.valueOf(path.getFileName())),
                Optional.ofNullable(top.get("fingerprint-key-file")).map(file::path),
                targets);
    }

    private AuditTarget target(Node node) {
        Set<String> known = new HashSet<>(SHARED);
        known.add("name");
        known.addAll(PLACES);
        Map<String, Node> own = file.mapping(node, known);
        List<Place> places = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (String kind : PLACES) {
            for (Node place : each(own.get(kind))) {
                texts.add(file.text(place));
                places.add(place(kind, place, setting(own, "credentials")));
            }
        }
        if (places.isEmpty()) {
            throw file.problem(node, "a target has one or more of " + String.join(", ", PLACES));
        }
        Optional<String> name = name(own.get("name"));
        if (name.isEmpty() && places.size() > 1) {
            throw file.problem(node, "a target of several places needs a name");
        }
        boolean repositories = places.stream().allMatch(Place.Repository.class::isInstance);
        return new AuditTarget(
                name.orElseGet(texts::getFirst),
                places,
                Optional.ofNullable(setting(own, "owner")).map(file::text).orElse(""),
                file.word(setting(own, "history"), InventoryReader::flag, "true or false")
                        .orElse(repositories),
                file.word(setting(own, "only"), InventoryReader::half, "leaks or policies")
                        .orElse(EnumSet.allOf(Half.class)),
                Optional.ofNullable(setting(own, "config")).map(file::path),
                file.word(setting(own, "time"), Quantities::time, "a time like 90s, 10m or 2h")
                        .orElse(TIME),
                file.word(
                                setting(own, "memory"),
                                Quantities::megabytes,
                                "a size like 512m or 2g, of 32m or more")
                        .orElse(MEGABYTES));
    }

    private @Nullable Node setting(Map<String, Node> own, String key) {
        Node given = own.get(key);
        return given == null ? defaults.get(key) : given;
    }

    private List<Node> each(@Nullable Node node) {
        if (node == null) {
            return List.of();
        }
        return node instanceof SequenceNode ? file.list(node, Function.identity()) : List.of(node);
    }

    /** A name goes into reports and databases: a line of visible characters. */
    private Optional<String> name(@Nullable Node node) {
        if (node == null) {
            return Optional.empty();
        }
        String name = file.text(node);
        if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
            throw file.problem(node, "a name is one line of visible characters");
        }
        return Optional.of(name);
    }

    private Place place(String kind, Node node, @Nullable Node credentials) {
        return switch (kind) {
            case "repository" ->
                    new Place.Repository(
                            RepositoryUrl.parse(file.text(node), what -> file.problem(node, what)),
                            login(credentials));
            case "image" -> new Place.Image(image(node));
            case "logs" -> new Place.Logs(file.path(node));
            case "vault" -> new Place.Vault(file.path(node));
            case "kubernetes" -> new Place.Kubernetes(file.path(node));
            default -> new Place.Files(file.path(node));
        };
    }

    /** A file beside the inventory, else a name in a registry. */
    private String image(Node node) {
        Path local = file.path(node);
        return Files.exists(local)
                ? local.toAbsolutePath().normalize().toString()
                : file.text(node);
    }

    private Optional<Place.Login> login(@Nullable Node node) {
        if (node == null) {
            return Optional.empty();
        }
        Map<String, Node> settings = file.mapping(node, CREDENTIALS);
        Node token = settings.get("token-variable");
        if (token == null) {
            throw file.problem(node, "credentials need a token-variable, the name of a variable");
        }
        return Optional.of(
                new Place.Login(
                        Optional.ofNullable(settings.get("user-variable")).map(file::text),
                        file.text(token)));
    }

    private static Optional<Boolean> flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Set<Half>> half(String text) {
        return switch (text) {
            case "leaks" -> Optional.of(EnumSet.of(Half.LEAKS));
            case "policies" -> Optional.of(EnumSet.of(Half.POLICIES));
            default -> Optional.empty();
        };
    }
}
