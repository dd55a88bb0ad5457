package io.hushgate.estate.tree;

import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML 1.1, as Helm and kubectl do ({@code no} is a truth value), from parser events.
 *
 * <p>A document that is broken keeps what stood before the mistake, and reading goes on at the next
 * {@code ---}. A text that YAML cannot read because of template actions is read once more with the
 * actions masked, see {@link TemplateMask}.
 */
public final class YamlReader {
    private static final Pattern NEXT_DOCUMENT = Pattern.compile("(?m)^---(?=\\s|$)");
    private static final Resolver RESOLVER = new Resolver();

    private final Limits limits;

    public YamlReader(Limits limits) {
        this.limits = limits;
    }

    /** Reads all documents. */
    public Tree read(Source source) {
        if (source.text().length() > limits.maxChars()) {
            Problems problems = new Problems(source, limits);
            problems.add(
                    Problem.Code.LIMIT_SIZE, 0, "the text is longer than " + limits.maxChars());
            return new Tree(List.of(), problems.sorted(), false);
        }
        String text = printable(source.text());
        Attempt plain = new Attempt(source, text, Optional.empty());
        plain.run();
        if (!plain.looksLikeTemplate()) {
            return plain.tree();
        }
        TemplateMask mask = TemplateMask.of(text);
        Attempt masked = new Attempt(source, mask.masked(), Optional.of(mask));
        masked.run();
        return masked.tree();
    }

    /** One pass over a text. */
    private final class Attempt {
        private final Source source;
        private final Optional<TemplateMask> mask;
        private final String text;
        private final Problems problems;
        private final TreeBuilder builder;
        private final CodePoints codePoints;

        Attempt(Source source, String text, Optional<TemplateMask> mask) {
            this.source = source;
            this.mask = mask;
            this.text = text;
            this.problems = new Problems(source, limits);
            this.builder = new TreeBuilder(source, limits, problems);
            this.codePoints = new CodePoints(text);
        }

        void run() {
            int from = 0;
            while (from < text.length() && !builder.isFull() && !problems.isFull()) {
                from = readDocuments(from);
            }
        }

        boolean looksLikeTemplate() {
            return (text.contains("{{") || text.contains("{%"))
                    && (!problems.isEmpty() || builder.hasComplexKey());
        }

        Tree tree() {
            if (mask.isPresent()) {
                problems.add(
                        Problem.Code.TEMPLATE,
                        mask.get().firstAction(),
                        "a template; what its actions would fill in is not read");
            }
            List<Node> documents = builder.finish();
            List<Problem> found = problems.sorted();
            return new Tree(
                    documents,
                    mask.isPresent()
                            ? found.stream().filter(Attempt::concernsText).toList()
                            : found,
                    mask.isPresent());
        }

        /** With both branches of a condition read, a key that is given twice says nothing. */
        private static boolean concernsText(Problem problem) {
            return problem.code() != Problem.Code.DUPLICATE_KEY;
        }

        /** Reads to the end or to the first mistake; returns where to go on. */
        private int readDocuments(int from) {
            Parser parser = new ParserImpl(new StreamReader(text.substring(from)), options());
            try {
                while (!builder.isFull()) {
                    Event event = parser.getEvent();
                    if (event == null || event.is(Event.ID.StreamEnd)) {
                        break;
                    }
                    take(event, from);
                }
                return text.length();
            } catch (YAMLException e) {
                int at = mistake(e, from);
                problems.add(Problem.Code.YAML_INVALID, at, sentence(e));
                builder.endDocument();
                Matcher next = NEXT_DOCUMENT.matcher(text);
                return next.find(Math.min(text.length(), Math.max(at, from + 1)))
                        ? next.start()
                        : text.length();
            }
        }

        private int mistake(YAMLException e, int from) {
            if (e instanceof MarkedYAMLException marked) {
                Mark mark =
                        marked.getProblemMark() != null
                                ? marked.getProblemMark()
                                : marked.getContextMark();
                return mark == null ? from : offset(mark, from);
            }
            return from;
        }

        private void take(Event event, int base) {
            int start = offset(event.getStartMark(), base);
            switch (event) {
                case MappingStartEvent mapping ->
                        builder.beginMapping(start, orEmpty(mapping.getAnchor()));
                case SequenceStartEvent sequence ->
                        builder.beginSequence(start, orEmpty(sequence.getAnchor()));
                case ScalarEvent scalar ->
                        builder.add(
                                scalar(scalar, start, offset(event.getEndMark(), base)),
                                orEmpty(scalar.getAnchor()));
                case AliasEvent alias -> builder.alias(alias.getAnchor(), start);
                default -> {
                    if (event.is(Event.ID.MappingEnd) || event.is(Event.ID.SequenceEnd)) {
                        builder.end();
                    } else if (event.is(Event.ID.DocumentEnd)) {
                        builder.endDocument();
                    }
                }
            }
        }

        private Scalar scalar(ScalarEvent event, int start, int end) {
            ScalarStyle style = event.getScalarStyle();
            String tag = event.getTag() == null || event.getTag().equals("!") ? "" : event.getTag();
            Escapes escapes =
                    switch (style) {
                        case DOUBLE_QUOTED -> Escapes.BACKSLASH;
                        case SINGLE_QUOTED -> Escapes.DOUBLED;
                        case PLAIN, LITERAL, FOLDED, JSON_SCALAR_STYLE -> Escapes.NONE;
                    };
            int from = start;
            int to = Math.max(start, end);
            if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
                from = firstContent(start, to);
            } else if (style != ScalarStyle.PLAIN && to - from >= 2) {
                from++;
                to--;
            }
            Origin origin = new Origin(source, from, to, escapes);
            Form form = style == ScalarStyle.PLAIN && tag.isEmpty() ? formOf(event) : Form.TEXT;
            Scalar read = new Scalar(form, event.getValue(), tag, origin);
            return mask.map(filled -> filled.unmask(read)).orElse(read);
        }

        /**
         * After the header line of a block scalar, at its first character that is no indentation.
         */
        private int firstContent(int start, int end) {
            int lineEnd = text.indexOf('\n', start);
            if (lineEnd < 0 || lineEnd + 1 > end) {
                return end;
            }
            int at = lineEnd + 1;
            while (at < end && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at;
        }

        private int offset(Mark mark, int base) {
            return codePoints.offset(base, mark.getIndex());
        }
    }

    private LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(limits.maxChars());
        options.setProcessComments(false);
        return options;
    }

    private static Form formOf(ScalarEvent event) {
        Tag tag = RESOLVER.resolve(NodeId.scalar, event.getValue(), true);
        if (tag.equals(Tag.NULL)) {
            return Form.NULL;
        }
        if (tag.equals(Tag.BOOL)) {
            return Form.BOOLEAN;
        }
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? Form.NUMBER : Form.TEXT;
    }

    /**
     * Blanks out what YAML forbids, one for one, so that a stray control character does not cost
     * the file.
     */
    private static String printable(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= ' ' && c <= '~') || c == '\n') {
                continue; // nearly all of it
            }
            boolean low = i > 0 && Character.isSurrogatePair(text.charAt(i - 1), c);
            boolean high =
                    i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
            if (!low && !high && !StreamReader.isPrintable(c)) {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(i, c < ' ' ? ' ' : '\ufffd');
            }
        }
        return clean == null ? text : clean.toString();
    }

    private static String orEmpty(@Nullable String anchor) {
        return anchor == null ? "" : anchor;
    }

    private static String sentence(YAMLException e) {
        if (e instanceof MarkedYAMLException marked && marked.getProblem() != null) {
            return marked.getProblem().lines().findFirst().orElse("not YAML");
        }
        return "not YAML";
    }
}
