package io.hushgate.rules.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text with invented credentials in it, in the syntax that the package documents. Rendering the
 * same template under the same seed gives the same text, on every machine.
 */
public final class Template {
    private static final int MAX_DEPTH = 8;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private sealed interface Part {
        record Literal(String text) implements Part {}

        record Invented(Generator generator, Template argument) implements Part {}
    }

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * Reads a template.
     *
     * @throws TemplateProblem when a generator is unknown or not closed
     */
    public static Template parse(String text) {
        return parse(text, 0);
    }

    private static Template parse(String text, int depth) {
        if (depth > MAX_DEPTH) {
            throw new TemplateProblem("more than " + MAX_DEPTH + " generators inside each other");
        }
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("$$", at)) {
                literal.append('$');
                at += 2;
            } else if (text.startsWith("${", at) && namesGenerator(text, at + 2)) {
                int end = closing(text, at + 2);
                parts.add(new Part.Literal(literal.toString()));
                literal.setLength(0);
                parts.add(invented(text.substring(at + 2, end), depth));
                at = end + 1;
            } else {
                literal.append(text.charAt(at++));
            }
        }
        parts.add(new Part.Literal(literal.toString()));
        return new Template(List.copyOf(parts));
    }

    /** Capitals, dots and the like after the brace make it a variable of the text itself. */
    private static boolean namesGenerator(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != ':' && text.charAt(end) != '}') {
            end++;
        }
        return end < text.length() && NAME.matcher(text.substring(from, end)).matches();
    }

    private static int closing(String text, int from) {
        int open = 1;
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) == '{') {
                open++;
            } else if (text.charAt(at) == '}' && --open == 0) {
                return at;
            }
        }
        throw new TemplateProblem(
                "the generator '${%s' is not closed; write $${ for the text ${"
                        .formatted(text.substring(from, Math.min(text.length(), from + 12))));
    }

    private static Part invented(String inside, int depth) {
        int colon = inside.indexOf(':');
        String name = colon < 0 ? inside : inside.substring(0, colon);
        Generator generator =
                Generators.named(name)
                        .orElseThrow(() ->
                                new TemplateProblem(
                                        "no generator is called '%s'; write $${%s for the text"
                                                .formatted(name, name)));
        String argument = colon < 0 ? "" : inside.substring(colon + 1);
        return new Part.Invented(generator, parse(argument, depth + 1));
    }

    /**
     * Invents the credentials.
     *
     * @param seed any text; other seeds give other credentials
     * @throws TemplateProblem when an argument makes no sense to its generator
     */
    public String render(String seed) {
        return render(SampleRandom.of(seed));
    }

    private String render(SampleRandom random) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Literal(var literal) -> text.append(literal);
                case Part.Invented(var generator, var argument) ->
                        text.append(generator.invent(argument.render(random), random));
            }
        }
        return text.toString();
    }
}
