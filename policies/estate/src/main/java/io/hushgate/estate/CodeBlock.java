package io.hushgate.estate;

import io.hushgate.estate.tree.Escapes;
import io.hushgate.estate.tree.Source;
import io.hushgate.estate.vault.PolicyText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A fenced code block of a Markdown text (CommonMark 0.31, section 4.5).
 *
 * @param language the first word of the info string, lower case
 */
record CodeBlock(String language, Source source) {

    static List<CodeBlock> of(Source markdown) {
        List<CodeBlock> blocks = new ArrayList<>();
        String text = markdown.text();
        String fence = "";
        String language = "";
        int bodyStart = 0;
        int at = 0;
        while (at < text.length()) {
            int lineEnd = text.indexOf('\n', at);
            int end = lineEnd < 0 ? text.length() : lineEnd;
            String line = text.substring(at, end).strip();
            String found = fence(line);
            if (fence.isEmpty() && !found.isEmpty()) {
                fence = found;
                language = line.substring(found.length()).strip().toLowerCase(Locale.ROOT);
                bodyStart = Math.min(text.length(), end + 1);
            } else if (!fence.isEmpty()
                    && line.startsWith(fence)
                    && found.length() == line.length()) {
                blocks.add(new CodeBlock(firstWord(language), body(markdown, bodyStart, at)));
                fence = "";
            }
            at = end + 1;
        }
        return blocks;
    }

    /** The block without the indentation that all its lines share, as in a list item. */
    private static Source body(Source markdown, int from, int to) {
        String body = markdown.text().substring(from, to);
        String value =
                body.endsWith("\n")
                        ? body.substring(0, body.length() - 1).stripIndent() + "\n"
                        : body;
        return markdown.embedded(value, from, to, Escapes.NONE);
    }

    private static String fence(String line) {
        char c = line.isEmpty() ? ' ' : line.charAt(0);
        int length = 0;
        while ((c == '`' || c == '~') && length < line.length() && line.charAt(length) == c) {
            length++;
        }
        return length >= 3 ? line.substring(0, length) : "";
    }

    private static String firstWord(String info) {
        int end = 0;
        while (end < info.length() && Character.isLetterOrDigit(info.charAt(end))) {
            end++;
        }
        return info.substring(0, end);
    }

    /** What it is written in; without a language, whatever it looks like. */
    Optional<Format> format() {
        return switch (language) {
            case "bash", "sh", "shell", "console", "zsh", "terminal" -> Optional.of(Format.SHELL);
            case "yaml", "yml" -> Optional.of(Format.YAML);
            case "json" -> Optional.of(Format.JSON);
            case "hcl", "terraform", "tf" -> Optional.of(Format.HCL);
            case "" -> guess();
            default -> Optional.empty();
        };
    }

    private Optional<Format> guess() {
        String text = source.text();
        if (text.contains("vault ") || text.contains("kubectl ")) {
            return Optional.of(Format.SHELL);
        }
        if (text.contains("kind:")) {
            return Optional.of(Format.YAML);
        }
        return PolicyText.isLikely(text) ? Optional.of(Format.HCL) : Optional.empty();
    }
}
