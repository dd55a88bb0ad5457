package io.hushgate.config;

import io.hushgate.library.Library;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads the part {@code limits} of a {@code hushgate.yaml}: values in place of those that the
 * checks come with, under the same names and of the same kinds. Lengths of time may be written
 * {@code 24h}.
 */
final class LimitsReader {
    /** Where the checks have their data. */
    private static final String PACKAGE = "hushgate";

    private static final String LIMITS = "limits";
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})([smhd])");
    private static final Map<String, Long> SECONDS =
            Map.of("s", 1L, "m", 60L, "h", 3600L, "d", 86_400L);

    private final SettingsFile file;

    private LimitsReader(SettingsFile file) {
        this.file = file;
    }

    /** The values that the checks come with. */
    static RegoObject shipped() {
        RegoObject data = Library.shipped().data();
        return data.get(PACKAGE) instanceof RegoObject inner
                        && inner.get(LIMITS) instanceof RegoObject limits
                ? limits
                : RegoObject.EMPTY;
    }

    /**
     * Reads the part.
     *
     * @throws ConfigurationProblem at the first name that no check knows, or value of another kind
     */
    static RegoObject read(SettingsFile file, Node node) {
        return new LimitsReader(file).object(node, shipped(), true);
    }

    private RegoObject object(Node node, RegoObject known, boolean closed) {
        if (!(node instanceof MappingNode mapping)) {
            throw file.problem(node, "limits are written as name: value");
        }
        RegoObject.Builder read = RegoObject.builder();
        for (NodeTuple tuple : mapping.getValue()) {
            String written = file.text(tuple.getKeyNode());
            String name = closed ? written.replace('-', '_') : written;
            Value shipped = known.get(name);
            if (shipped == null && closed) {
                throw file.problem(tuple.getKeyNode(), unknown(written, known));
            }
            read.put(
                    name,
                    shipped == null
                            ? open(tuple.getValueNode())
                            : value(tuple.getValueNode(), shipped, name));
        }
        return read.build();
    }

    private static String unknown(String written, RegoObject known) {
        Set<String> names = new TreeSet<>();
        known.forEach((name, value) -> {
            if (name instanceof RegoString text) {
                names.add(text.value());
            }
        });
        return "unknown limit %s; %s"
                .formatted(
                        written,
                        Nearest.of(written.replace('-', '_'), names)
                                .map(meant -> "did you mean " + meant + "?")
                                .orElse("hushgate facts --limits prints all of them"));
    }

    /** A value of the same kind; names inside of an object are the user's own, but for numbers. */
    private Value value(Node node, Value shipped, String name) {
        if (shipped instanceof RegoObject object) {
            boolean numbers = object.get("ttl") instanceof RegoNumber;
            return object(node, object, numbers);
        }
        if (shipped instanceof RegoNumber) {
            return number(node, name);
        }
        if (shipped instanceof RegoArray) {
            if (node instanceof SequenceNode) {
                return open(node);
            }
            throw file.problem(node, "limit %s is a list, one \"- item\" a line".formatted(name));
        }
        return RegoString.of(file.text(node));
    }

    private Value number(Node node, String name) {
        String text = file.text(node);
        Matcher duration = DURATION.matcher(text);
        if (duration.matches()) {
            long unit = Optional.ofNullable(SECONDS.get(duration.group(2))).orElse(1L);
            return RegoNumber.of(Long.parseLong(duration.group(1)) * unit);
        }
        try {
            return RegoNumber.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw file.problem(
                    node,
                    "limit %s is a number, or a length of time such as 24h; %s is neither"
                            .formatted(name, text));
        }
    }

    private Value open(Node node) {
        return switch (node) {
            case SequenceNode sequence ->
                    RegoArray.of(sequence.getValue().stream().map(this::open).toList());
            case MappingNode _ -> object(node, RegoObject.EMPTY, false);
            default -> {
                String text = file.text(node);
                yield text.equals("true") || text.equals("false")
                        ? RegoBoolean.of(text.equals("true"))
                        : RegoString.of(text);
            }
        };
    }
}
