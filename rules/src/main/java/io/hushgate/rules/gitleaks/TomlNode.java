package io.hushgate.rules.gitleaks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** A table of a configuration whose keys are read without regard to case. */
final class TomlNode {
    private final String file;
    private final TomlTable table;
    private final @Nullable TomlPosition position;
    private final Set<String> asked = new TreeSet<>();

    TomlNode(String file, TomlTable table, @Nullable TomlPosition position) {
        this.file = file;
        this.table = table;
        this.position = position;
    }

    /** {@code file:line} of the table. */
    String place() {
        return position == null ? file : file + ":" + position.line();
    }

    GitleaksProblem problem(String what) {
        return new GitleaksProblem(place(), what);
    }

    /** Keys that nobody asked for, as they are written. */
    List<String> unknownKeys() {
        return table.keySet().stream()
                .filter(key -> !asked.contains(key.toLowerCase(Locale.ROOT)))
                .sorted()
                .toList();
    }

    boolean has(String key) {
        return get(key) != null;
    }

    String text(String key) {
        return switch (get(key)) {
            case null -> "";
            case String text -> text;
            case Long number -> number.toString();
            default -> throw problem("%s is no text; put it in quotes".formatted(key));
        };
    }

    boolean truth(String key) {
        return switch (get(key)) {
            case null -> false;
            case Boolean truth -> truth;
            default -> throw problem("%s is neither true nor false".formatted(key));
        };
    }

    double number(String key) {
        return switch (get(key)) {
            case null -> 0;
            case Long number -> number;
            case Double number -> number;
            default -> throw problem("%s is no number".formatted(key));
        };
    }

    OptionalInt count(String key) {
        return switch (get(key)) {
            case null -> OptionalInt.empty();
            case Long number -> OptionalInt.of(Math.toIntExact(number));
            default -> throw problem("%s is no whole number".formatted(key));
        };
    }

    /** A list of texts; one text stands for several that commas part. */
    List<String> texts(String key) {
        return switch (get(key)) {
            case null -> List.of();
            case String text -> List.of(text.split(",", -1));
            case TomlArray array -> {
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < array.size(); i++) {
                    if (!(array.get(i) instanceof String text)) {
                        throw problem("%s holds something that is no text".formatted(key));
                    }
                    texts.add(text);
                }
                yield texts;
            }
            default -> throw problem("%s is no list of texts".formatted(key));
        };
    }

    Optional<TomlNode> child(String key) {
        return switch (get(key)) {
            case null -> Optional.empty();
            case TomlTable child -> Optional.of(new TomlNode(file, child, positionOf(key)));
            default -> throw problem("%s is no table; write [%s]".formatted(key, key));
        };
    }

    List<TomlNode> children(String key) {
        return switch (get(key)) {
            case null -> List.of();
            case TomlArray array -> {
                List<TomlNode> nodes = new ArrayList<>();
                for (int i = 0; i < array.size(); i++) {
                    if (!(array.get(i) instanceof TomlTable child)) {
                        throw problem("%s is no list of tables; write [[%s]]".formatted(key, key));
                    }
                    nodes.add(new TomlNode(file, child, array.inputPositionOf(i)));
                }
                yield nodes;
            }
            case TomlTable one -> List.of(new TomlNode(file, one, positionOf(key)));
            default -> throw problem("%s is no list of tables; write [[%s]]".formatted(key, key));
        };
    }

    private @Nullable Object get(String key) {
        asked.add(key.toLowerCase(Locale.ROOT));
        String written = written(key);
        return written == null ? null : table.get(List.of(written));
    }

    private @Nullable TomlPosition positionOf(String key) {
        String written = written(key);
        return written == null ? position : table.inputPositionOf(List.of(written));
    }

    private @Nullable String written(String key) {
        return table.keySet().stream().filter(key::equalsIgnoreCase).findFirst().orElse(null);
    }
}
