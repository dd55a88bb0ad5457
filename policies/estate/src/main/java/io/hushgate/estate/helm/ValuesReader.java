package io.hushgate.estate.helm;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Items;
import io.hushgate.estate.helm.datum.Datum.Real;
import io.hushgate.estate.helm.datum.Datum.Table;
import io.hushgate.estate.helm.datum.Datum.Text;
import io.hushgate.estate.helm.datum.Datum.Truth;
import io.hushgate.estate.helm.datum.Dict;
import io.hushgate.estate.helm.datum.Leaf;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Node.Sequence;
import io.hushgate.estate.tree.Problem;
import io.hushgate.estate.tree.Source;
import io.hushgate.estate.tree.Tree;
import io.hushgate.estate.tree.YamlReader;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.YamlProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads values of a chart; each text remembers where it stands. */
final class ValuesReader {
    private static final int EXACT_DIGITS = 15;

    private final Limits limits;
    private final List<RenderProblem> problems;

    /**
     * A reader.
     *
     * @param problems takes what cannot be read
     */
    ValuesReader(Limits limits, List<RenderProblem> problems) {
        this.limits = limits;
        this.problems = problems;
    }

    /** The values of a file; none if it cannot be read whole, which is a problem. */
    Dict read(ChartFile file) {
        return document(file)
                .filter(root -> root instanceof Mapping)
                .map(root -> table((Mapping) root, "", file.address()))
                .orElseGet(Dict::new);
    }

    /** The first document of a file. */
    Optional<Node> document(ChartFile file) {
        if (file.content().length > limits.maxChars()) {
            problems.add(
                    new RenderProblem(
                            file.address(),
                            io.hushgate.estate.tree.Place.START,
                            "the file is longer than " + limits.maxChars() + " bytes",
                            true));
            return Optional.empty();
        }
        Tree tree = new YamlReader(limits).read(Source.of(file.text()));
        Optional<Problem> unread =
                tree.problems().stream()
                        .filter(problem -> problem.code().meansUnread() || tree.template())
                        .findFirst();
        if (unread.isPresent()) {
            problems.add(
                    new RenderProblem(
                            file.address(),
                            unread.get().place(),
                            unread.get().what(),
                            unread.get().code() != Problem.Code.YAML_INVALID));
            return Optional.empty();
        }
        return tree.documents().stream().findFirst();
    }

    private static Dict table(Mapping mapping, String key, String file) {
        Dict dict = new Dict();
        for (Entry entry : mapping.entries()) {
            String name = entry.key().text();
            dict.put(name, datum(entry.value(), key.isEmpty() ? name : key + "." + name, file));
        }
        return dict;
    }

    private static Datum datum(Node node, String key, String file) {
        return switch (node) {
            case Mapping mapping -> new Table(table(mapping, key, file));
            case Sequence sequence -> {
                List<Datum> items = new ArrayList<>();
                for (Node item : sequence.items()) {
                    items.add(datum(item, key + "[" + items.size() + "]", file));
                }
                yield new Items(items);
            }
            case Scalar scalar -> scalar(scalar, key, file);
            case Node.Block _, Node.Call _, Node.Expression _ ->
                    throw new IllegalStateException("YAML has no such node");
        };
    }

    private static Datum scalar(Scalar scalar, String key, String file) {
        return switch (scalar.form()) {
            case NULL -> Datum.nil();
            case BOOLEAN -> Truth.of(Settings.truth(scalar.text()).orElse(false));
            case NUMBER -> number(scalar, key, file);
            case TEXT, TEMPLATE -> text(scalar, key, file);
        };
    }

    private static Text text(Scalar scalar, String key, String file) {
        return new Text(
                scalar.text(), Optional.of(new Leaf(file, key, scalar.place(), scalar.text())));
    }

    private static Datum number(Scalar scalar, String key, String file) {
        String text = scalar.text();
        boolean plain =
                text.length() <= EXACT_DIGITS
                        && !text.startsWith("0")
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (plain) {
            return new Real(Long.parseLong(text));
        }
        try {
            return io.hushgate.rego.value.YamlReader.read(text) instanceof RegoNumber number
                    ? new Real(number.doubleValue())
                    : text(scalar, key, file);
        } catch (YamlProblem e) {
            return text(scalar, key, file);
        }
    }
}
