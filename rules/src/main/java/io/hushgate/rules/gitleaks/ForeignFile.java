package io.hushgate.rules.gitleaks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Files of other scanners, told by their names and by what they hold. */
public final class ForeignFile {
    private static final int MAX_BYTES = 64 << 20;

    private ForeignFile() {}

    /** What a file is of. */
    enum Kind {
        GITLEAKS_RULES,
        TRIVY_RULES,
        TRUFFLEHOG_DETECTORS,
        GITLEAKS_IGNORE,
        GITLEAKS_REPORT,
        DETECT_SECRETS_BASELINE,
        GITGUARDIAN_SETTINGS
    }

    /** Tells whether a file holds rules of another scanner. */
    public static boolean isRules(Path file) {
        return kind(file)
                .filter(kind ->
                        kind == Kind.GITLEAKS_RULES
                                || kind == Kind.TRIVY_RULES
                                || kind == Kind.TRUFFLEHOG_DETECTORS)
                .isPresent();
    }

    /** Tells whether a file names values that somebody accepted in another scanner. */
    public static boolean isAcceptances(Path file) {
        return kind(file).isPresent() && !isRules(file);
    }

    /** Ours are YAML whose root is a list, and never JSON. */
    static Optional<Kind> kind(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".toml")) {
            return Optional.of(Kind.GITLEAKS_RULES);
        }
        if (name.equals(IgnoreFile.FILE_NAME)) {
            return Optional.of(Kind.GITLEAKS_IGNORE);
        }
        if (name.endsWith(".json") || name.endsWith(".baseline")) {
            boolean report = Files.isReadable(file) && text(file).stripLeading().startsWith("[");
            return Optional.of(report ? Kind.GITLEAKS_REPORT : Kind.DETECT_SECRETS_BASELINE);
        }
        if ((!name.endsWith(".yaml") && !name.endsWith(".yml")) || !Files.isReadable(file)) {
            return Optional.empty();
        }
        return isMap(text(file)) ? ofMap(map(file)) : Optional.empty();
    }

    /** Tells, without parsing it, whether a YAML text may have a map at its root. */
    private static boolean isMap(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.equals("---"))
                .findFirst()
                .filter(line -> !line.startsWith("-") && !line.startsWith("["))
                .isPresent();
    }

    private static Optional<Kind> ofMap(Map<?, ?> map) {
        if (map.containsKey("detectors")) {
            return Optional.of(Kind.TRUFFLEHOG_DETECTORS);
        }
        if (map.containsKey("secret") || map.containsKey("matches-ignore")) {
            return Optional.of(Kind.GITGUARDIAN_SETTINGS);
        }
        boolean trivy =
                List.of(
                                "rules",
                                "allow-rules",
                                "disable-rules",
                                "enable-builtin-rules",
                                "disable-allow-rules",
                                "exclude-block")
                        .stream()
                        .anyMatch(map::containsKey);
        return trivy ? Optional.of(Kind.TRIVY_RULES) : Optional.empty();
    }

    /** Reads the rules of a file. */
    static GitleaksConfig rules(Path file) {
        return switch (kind(file).orElseThrow()) {
            case GITLEAKS_RULES -> GitleaksConfig.read(file);
            case TRIVY_RULES -> new TrivyReader(file.toString()).read(map(file));
            case TRUFFLEHOG_DETECTORS -> new TruffleHogReader(file.toString()).read(map(file));
            case GITLEAKS_IGNORE, GITLEAKS_REPORT, DETECT_SECRETS_BASELINE, GITGUARDIAN_SETTINGS ->
                    throw new GitleaksProblem(file.toString(), "it holds no rules");
        };
    }

    static String text(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new GitleaksProblem(
                        file.toString(), "it has more than %d bytes".formatted(MAX_BYTES));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new GitleaksProblem(
                    file.toString(), "it cannot be read; check path and encoding");
        }
    }

    /** Reads a YAML text, or a JSON one, whose root is a map. */
    static Map<?, ?> map(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_BYTES);
        try {
            Object root = new Yaml(new SafeConstructor(options)).load(text(file));
            if (root instanceof Map<?, ?> map) {
                return map;
            }
        } catch (YAMLException e) {
            throw new GitleaksProblem(
                    file.toString(),
                    "it is no YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
        throw new GitleaksProblem(file.toString(), "its root is no map");
    }

    /** The items of a list that are maps. */
    static List<Map<?, ?>> maps(Map<?, ?> map, String key) {
        List<Map<?, ?>> items = new ArrayList<>();
        if (map.get(key) instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof Map<?, ?> one) {
                    items.add(one);
                }
            }
        }
        return items;
    }

    /** The items of a list as texts; a single text is a list of one. */
    static List<String> texts(Map<?, ?> map, String key) {
        return switch (map.get(key)) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case Object one -> List.of(one.toString());
        };
    }

    /** A text; empty without one. */
    static String text(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value == null ? "" : value.toString();
    }
}
