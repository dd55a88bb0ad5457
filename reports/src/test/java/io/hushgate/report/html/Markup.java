package io.hushgate.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page taken to tags, by the rules that our templates keep: attributes in double quotes, elements
 * closed in order, {@code style} and {@code script} raw. What does not keep them fails here.
 */
record Markup(List<Tag> tags, String style, String script, String data) {
    private static final Set<String> VOID = Set.of("meta", "input");
    private static final Pattern TAG =
            Pattern.compile(
                    "<(?<end>/?)(?<name>[a-zA-Z][a-zA-Z0-9]*)(?<attributes>(?: [a-zA-Z0-9:-]+(?:=\"[^\"<]*\")?)*)(?<empty>/?)>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile(" (?<name>[a-zA-Z0-9:-]+)(?:=\"(?<value>[^\"]*)\")?");

    record Attribute(String name, String value) {}

    record Tag(String name, List<Attribute> attributes) {
        List<String> values(String attribute) {
            return attributes.stream()
                    .filter(one -> one.name().equals(attribute))
                    .map(Attribute::value)
                    .toList();
        }
    }

    static Markup of(String page) {
        assertThat(page).startsWith("<!doctype html>\n");
        String style = between(page, "<style>", "</style>");
        String data =
                page.contains("type=\"application/json\"")
                        ? between(
                                page, "<script id=\"data\" type=\"application/json\">", "</script>")
                        : "";
        String script = between(page, "<script>", "</script>");
        String rest =
                page.substring("<!doctype html>\n".length())
                        .replace(style, "")
                        .replace(script, "")
                        .replace(data, "");
        return new Markup(tags(rest), style, script, data);
    }

    private static List<Tag> tags(String text) {
        List<Tag> tags = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        Matcher matcher = TAG.matcher(text);
        int end = 0;
        while (matcher.find()) {
            assertThat(text.substring(end, matcher.start())).doesNotContain("<", ">");
            end = matcher.end();
            String name = matcher.group("name");
            if (!matcher.group("end").isEmpty()) {
                assertThat(open.isEmpty() ? "" : open.pop()).isEqualTo(name);
                continue;
            }
            tags.add(new Tag(name, attributes(matcher.group("attributes"))));
            if (!VOID.contains(name) && matcher.group("empty").isEmpty()) {
                open.push(name);
            }
        }
        assertThat(text.substring(end)).doesNotContain("<", ">");
        assertThat(open).isEmpty();
        return tags;
    }

    private static List<Attribute> attributes(String text) {
        List<Attribute> attributes = new ArrayList<>();
        Matcher matcher = ATTRIBUTE.matcher(text);
        while (matcher.find()) {
            String value = matcher.group("value");
            attributes.add(new Attribute(matcher.group("name"), value == null ? "" : value));
        }
        return attributes;
    }

    private static String between(String text, String from, String to) {
        int begin = text.indexOf(from) + from.length();
        return text.substring(begin, text.indexOf(to, begin));
    }

    /** All values of an attribute. */
    List<String> values(String attribute) {
        return tags.stream().flatMap(tag -> tag.values(attribute).stream()).toList();
    }

    /** The names of elements and attributes: what hostile text must not add to. */
    Set<String> vocabulary() {
        Set<String> words = new TreeSet<>();
        for (Tag tag : tags) {
            words.add(tag.name());
            tag.attributes().forEach(one -> words.add(tag.name() + " " + one.name()));
        }
        return words;
    }
}
