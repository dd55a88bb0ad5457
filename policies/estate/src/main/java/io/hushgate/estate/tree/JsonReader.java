package io.hushgate.estate.tree;

import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads JSON (RFC 8259), one value or several after each other, with comments tolerated. */
public final class JsonReader {
    private static final Pattern QUOTED = Pattern.compile("'[^']{2,}'");

    private final Limits limits;
    private final JsonFactory factory;

    public JsonReader(Limits limits) {
        this.limits = limits;
        this.factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxDocumentLength(limits.maxChars())
                                        .maxStringLength(limits.maxChars())
                                        .maxNestingDepth(limits.maxDepth())
                                        .build())
                        .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                        .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                        .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                        .build();
    }

    /** Reads all values; what stands before a mistake is kept. */
    public Tree read(Source source) {
        Problems problems = new Problems(source, limits);
        TreeBuilder builder = new TreeBuilder(source, limits, problems);
        if (source.text().length() > limits.maxChars()) {
            problems.add(
                    Problem.Code.LIMIT_SIZE, 0, "the text is longer than " + limits.maxChars());
            return new Tree(List.of(), problems.sorted(), false);
        }
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), source.text())) {
            try {
                for (JsonToken token = parser.nextToken();
                        token != null && !builder.isFull();
                        token = parser.nextToken()) {
                    build(builder, parser, token, source);
                }
            } catch (JacksonException e) {
                int offset = (int) Math.max(0, parser.currentLocation().getCharOffset());
                problems.add(Problem.Code.JSON_INVALID, offset, sentence(e));
            }
        }
        return new Tree(builder.finish(), problems.sorted(), false);
    }

    private static void build(
            TreeBuilder builder, JsonParser parser, JsonToken token, Source source) {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        switch (token) {
            case START_OBJECT -> builder.beginMapping(start, "");
            case START_ARRAY -> builder.beginSequence(start, "");
            case END_OBJECT, END_ARRAY -> builder.end();
            case PROPERTY_NAME, VALUE_STRING -> {
                String text = parser.getString();
                int end = closingQuote(source.text(), start);
                builder.add(
                        new Scalar(
                                Form.TEXT,
                                text,
                                "",
                                new Origin(source, start + 1, end, Escapes.BACKSLASH)),
                        "");
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    plain(builder, Form.NUMBER, parser.getString(), start, source);
            case VALUE_TRUE -> plain(builder, Form.BOOLEAN, "true", start, source);
            case VALUE_FALSE -> plain(builder, Form.BOOLEAN, "false", start, source);
            case VALUE_NULL -> plain(builder, Form.NULL, "", start, source);
            case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new IllegalStateException("not a token of JSON text: " + token);
        }
    }

    private static void plain(
            TreeBuilder builder, Form form, String text, int start, Source source) {
        builder.add(
                new Scalar(
                        form,
                        text,
                        "",
                        new Origin(source, start, start + text.length(), Escapes.NONE)),
                "");
    }

    /** The offset of the quote that ends the string beginning at {@code start}. */
    private static int closingQuote(String text, int start) {
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, text.length());
    }

    /**
     * The parser's own words without its position, which the problem carries, and without what it
     * quotes of the text.
     */
    private static String sentence(JacksonException e) {
        String message = e.getOriginalMessage();
        String first = message == null ? "" : message.lines().findFirst().orElse("");
        return first.isEmpty() ? "not JSON" : QUOTED.matcher(first).replaceAll("'...'");
    }
}
