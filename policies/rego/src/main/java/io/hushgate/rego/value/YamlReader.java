package io.hushgate.rego.value;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML into the values that its JSON equivalent would have: keys are strings, later
 * duplicates win, merge keys are resolved. Aliases share one value, so they cannot make a document
 * explode.
 */
public final class YamlReader {
    /**
     * The same bound as for JSON in depth is not to be had: the library recurses while composing.
     */
    private static final int MAX_DEPTH = 200;

    private static final int MAX_CHARS = 64 << 20;

    private final IdentityHashMap<Node, Value> known = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Boolean> open = new IdentityHashMap<>();

    private YamlReader() {}

    /**
     * Reads the first document; null is the value of an empty text.
     *
     * @throws YamlProblem if the text is no YAML, or no JSON equivalent exists, or a limit is
     *     exceeded
     */
    public static Value read(String text) {
        List<Value> documents = read(text, 1);
        return documents.isEmpty() ? RegoNull.NULL : documents.getFirst();
    }

    /**
     * Reads all documents of a stream.
     *
     * @throws YamlProblem as {@link #read(String)}
     */
    public static List<Value> readAll(String text) {
        return read(text, Integer.MAX_VALUE);
    }

    private static List<Value> read(String text, int most) {
        List<Value> documents = new ArrayList<>();
        try {
            Iterator<Node> nodes = yaml().composeAll(new StringReader(text)).iterator();
            while (documents.size() < most && nodes.hasNext()) {
                documents.add(new YamlReader().value(nodes.next()));
            }
        } catch (MarkedYAMLException e) {
            throw problem(e.getProblemMark(), String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            throw problem(null, firstLine(String.valueOf(e.getMessage())));
        }
        return documents;
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARS);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        DumperOptions unused = new DumperOptions();
        return new Yaml(
                new SafeConstructor(options),
                new Representer(unused),
                unused,
                options,
                new PlainTags());
    }

    /** Marks scalars without quotes and tag, whose meaning {@link YamlScalars} knows. */
    private static final class PlainTags extends Resolver {
        private static final Tag PLAIN = new Tag("!plain");

        @Override
        public Tag resolve(NodeId kind, @Nullable String value, boolean implicit) {
            if (kind != NodeId.scalar) {
                return super.resolve(kind, value, implicit);
            }
            return implicit ? PLAIN : Tag.STR;
        }
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    private static YamlProblem problem(@Nullable Mark mark, String what) {
        return mark == null
                ? new YamlProblem(1, 1, what)
                : new YamlProblem(mark.getLine() + 1, mark.getColumn() + 1, what);
    }

    private Value value(Node node) {
        Value value = known.get(node);
        if (value != null) {
            return value;
        }
        if (open.put(node, true) != null) {
            throw problem(node.getStartMark(), "an alias stands within what it stands for");
        }
        value =
                switch (node) {
                    case ScalarNode scalar -> scalar(scalar);
                    case SequenceNode sequence ->
                            RegoArray.of(sequence.getValue().stream().map(this::value).toList());
                    case MappingNode mapping -> mapping(mapping);
                    default -> throw problem(node.getStartMark(), "this has no JSON equivalent");
                };
        open.remove(node);
        known.put(node, value);
        return value;
    }

    private static Value scalar(ScalarNode node) {
        boolean typed =
                node.getTag().equals(PlainTags.PLAIN)
                        || node.getTag().equals(Tag.INT)
                        || node.getTag().equals(Tag.FLOAT)
                        || node.getTag().equals(Tag.BOOL)
                        || node.getTag().equals(Tag.NULL);
        return typed ? YamlScalars.resolve(node.getValue()) : RegoString.of(node.getValue());
    }

    private static boolean isMerge(Node key) {
        return key instanceof ScalarNode scalar
                && (scalar.getTag().equals(PlainTags.PLAIN) || scalar.getTag().equals(Tag.MERGE))
                && scalar.getValue().equals("<<");
    }

    private RegoObject mapping(MappingNode node) {
        RegoObject.Builder object = RegoObject.builder();
        List<Node> merges = new ArrayList<>();
        for (NodeTuple entry : node.getValue()) {
            if (isMerge(entry.getKeyNode())) {
                merges.add(entry.getValueNode());
            } else {
                object.put(key(entry.getKeyNode()), value(entry.getValueNode()));
            }
        }
        for (Node merge : merges) {
            merge(merge, object);
        }
        return object.build();
    }

    private void merge(Node node, RegoObject.Builder into) {
        Value value = value(node);
        List<Value> sources = new ArrayList<>();
        if (value instanceof RegoArray array) {
            array.forEach(sources::add);
        } else {
            sources.add(value);
        }
        for (Value source : sources) {
            if (!(source instanceof RegoObject object)) {
                throw problem(node.getStartMark(), "map merge requires map or sequence of maps");
            }
            for (int i = 0; i < object.size(); i++) {
                if (into.get(object.keyAt(i)) == null) {
                    into.put(object.keyAt(i), object.valueAt(i));
                }
            }
        }
    }

    private RegoString key(Node node) {
        Value key = value(node);
        return switch (key) {
            case RegoString string -> string;
            case RegoNull _, RegoBoolean _, RegoNumber _ -> RegoString.of(key.toString());
            case RegoArray _, RegoObject _, RegoSet _ ->
                    throw problem(node.getStartMark(), "a key must be a scalar");
        };
    }
}
