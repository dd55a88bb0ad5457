package io.hushgate.config;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML file that people write settings in. Every complaint names file and line; anything unknown
 * is an error, so that a typing mistake cannot switch something off.
 */
public final class SettingsFile {
    private static final int MAX_BYTES = 1 << 20;
    private final Path file;
    private final String name;

    /**
     * A file, not read yet.
     *
     * @param name that users know it by
     */
    public SettingsFile(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /**
     * Reads the file.
     *
     * @return null when it is empty
     * @throws ConfigurationProblem when it cannot be read or is not YAML
     */
    public @Nullable Node compose() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(10);
        options.setCodePointLimit(MAX_BYTES);
        try (var reader = Files.newBufferedReader(file)) {
            return new Yaml(new SafeConstructor(options)).compose(reader);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new ConfigurationProblem(
                    name, line, "not valid YAML from here on: " + e.getProblem());
        } catch (MalformedInputException e) {
            throw new ConfigurationProblem(name, "not valid UTF-8; save the file as UTF-8");
        } catch (YAMLException e) {
            throw new ConfigurationProblem(name, 1, "not valid YAML: " + e.getMessage());
        } catch (IOException e) {
            throw new ConfigurationProblem(
                    name, "cannot be read; check that it exists and is readable");
        }
    }

    /** The settings below a setting; none where that is absent. */
    public Map<String, Node> part(@Nullable Node node, Set<String> known) {
        return node == null ? Map.of() : mapping(node, known);
    }

    /**
     * The settings of a mapping, in their order.
     *
     * @throws ConfigurationProblem when one is unknown or given twice
     */
    public Map<String, Node> mapping(Node node, Set<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw problem(node, "settings are written as name: value");
        }
        Map<String, Node> settings = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode());
            if (!known.contains(key)) {
                String meant =
                        Nearest.of(key, known)
                                .map(word -> "did you mean " + word + "?")
                                .orElseGet(() ->
                                        "known here are "
                                                + String.join(
                                                        ", ", known.stream().sorted().toList()));
                throw problem(tuple.getKeyNode(), "unknown setting %s; %s".formatted(key, meant));
            }
            if (settings.put(key, tuple.getValueNode()) != null) {
                throw problem(
                        tuple.getKeyNode(), "setting %s is given twice; remove one".formatted(key));
            }
        }
        return settings;
    }

    /** One word of a choice; empty where the setting is absent. */
    public <T> Optional<T> word(
            @Nullable Node node, Function<String, Optional<T>> reader, String choices) {
        if (node == null) {
            return Optional.empty();
        }
        String given = text(node);
        return Optional.of(
                reader.apply(given)
                        .orElseThrow(() ->
                                problem(node, "%s is not one of %s".formatted(given, choices))));
    }

    /** The elements of a list; none where the setting is absent. */
    public <T> List<T> list(@Nullable Node node, Function<Node, T> reader) {
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw problem(node, "a list is needed here, one \"- item\" a line");
        }
        return sequence.getValue().stream().map(reader).toList();
    }

    /** A path; a relative one begins where the file lies. */
    public Path path(Node node) {
        String given = text(node);
        try {
            Path directory = file.toAbsolutePath().getParent();
            return directory == null ? Path.of(given) : directory.resolve(given);
        } catch (InvalidPathException e) {
            throw problem(node, "%s is no path".formatted(given));
        }
    }

    /** A single value, as it is written. */
    public String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw problem(node, "a single value is needed here");
    }

    /** A complaint about a place of the file. */
    public ConfigurationProblem problem(Node node, String what) {
        return new ConfigurationProblem(name, node.getStartMark().getLine() + 1, what);
    }
}
