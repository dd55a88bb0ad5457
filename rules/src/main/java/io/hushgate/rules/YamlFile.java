package io.hushgate.rules;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One rule file as a tree whose nodes know their lines. Bounded: a mebibyte, eight levels, no
 * collection twice through an alias, no type but those of JSON.
 */
final class YamlFile {
    /** A thousand rules of a kilobyte each. */
    static final int MAX_BYTES = 1 << 20;

    /** A rule file needs five. */
    private static final int MAX_DEPTH = 8;

    private final String name;

    YamlFile(String name) {
        this.name = name;
    }

    /** The items of the list that the file is; none when it is empty. */
    List<Node> items(String text) {
        Node root = compose(text);
        if (root == null) {
            return List.of();
        }
        return list(root, "a rule file is a list of rules, each starting with '- id:'");
    }

    private @Nullable Node compose(String text) {
        if (text.length() > MAX_BYTES) {
            throw problem(0, "has more than %d bytes; split it".formatted(MAX_BYTES));
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_BYTES);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(false);
        try {
            return new Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            throw problem(
                    mark == null ? 0 : mark.getLine() + 1,
                    "not readable as YAML: " + oneLine(e.getProblem()));
        } catch (YAMLException e) {
            throw problem(0, "not readable as YAML: " + oneLine(e.getMessage()));
        }
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "broken" : text.lines().findFirst().orElse("broken");
    }

    List<Node> list(Node node, String otherwise) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw problem(node, otherwise);
    }

    /** The values of a mapping by key, in file order. */
    Map<String, Node> mapping(Node node, String otherwise) {
        if (!(node instanceof MappingNode mapping)) {
            throw problem(node, otherwise);
        }
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode());
            if (values.put(key, tuple.getValueNode()) != null) {
                throw problem(tuple.getKeyNode(), "'%s' is given twice; keep one".formatted(key));
            }
        }
        return values;
    }

    String text(Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return scalar.getValue();
        }
        throw problem(node, "a text is expected here; put it in quotes");
    }

    List<String> texts(Node node) {
        return list(node, "a list is expected here, such as [a, b]").stream()
                .map(this::text)
                .toList();
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    RuleFileProblem problem(Node node, String what) {
        return problem(line(node), what);
    }

    RuleFileProblem problem(int line, String what) {
        return new RuleFileProblem(name, line, what);
    }

    String name() {
        return name;
    }
}
