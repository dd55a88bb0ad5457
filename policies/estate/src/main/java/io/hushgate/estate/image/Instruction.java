package io.hushgate.estate.image;

import io.hushgate.estate.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One instruction of a Dockerfile, its continued lines joined.
 *
 * <p>Source: docs.docker.com, Dockerfile reference: parser directives, line continuation,
 * here-documents.
 *
 * @param keyword in upper case
 * @param body what follows it; of a here-document, its text
 * @param offset where the keyword stands in the file
 */
record Instruction(String keyword, Source body, int offset) {
    private static final Pattern ESCAPE = Pattern.compile("(?im)\\A\\s*#\\s*escape\\s*=\\s*(.)");
    private static final Pattern HEREDOC = Pattern.compile("<<-?[\"']?(\\w+)[\"']?");
    private static final Pattern KEYWORD = Pattern.compile("[A-Za-z]+");
    private static final Set<String> KEYWORDS =
            Set.of(
                    "FROM",
                    "RUN",
                    "CMD",
                    "LABEL",
                    "EXPOSE",
                    "ENV",
                    "ADD",
                    "COPY",
                    "ENTRYPOINT",
                    "VOLUME",
                    "USER",
                    "WORKDIR",
                    "ARG",
                    "ONBUILD",
                    "STOPSIGNAL",
                    "HEALTHCHECK",
                    "SHELL",
                    "MAINTAINER");

    static List<Instruction> of(Source file) {
        String text = file.text();
        Matcher directive = ESCAPE.matcher(text);
        char escape = directive.find() ? directive.group(1).charAt(0) : '\\';
        List<Instruction> instructions = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int lineEnd = lineEnd(text, at);
            String line = text.substring(at, lineEnd);
            if (line.isBlank() || line.strip().startsWith("#")) {
                at = lineEnd + 1;
                continue;
            }
            int end = continued(text, at, escape);
            at = add(file, at, end, instructions);
        }
        return instructions;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /**
     * The end of the last line that the instruction is continued on; comments between do not end
     * it.
     */
    private static int continued(String text, int from, char escape) {
        int at = from;
        while (true) {
            int end = lineEnd(text, at);
            String line = text.substring(at, end).stripTrailing();
            boolean comment = at > from && line.strip().startsWith("#");
            boolean goesOn =
                    comment || (!line.isEmpty() && line.charAt(line.length() - 1) == escape);
            if (!goesOn || end >= text.length()) {
                return end;
            }
            at = end + 1;
        }
    }

    /** Adds the instruction in the range and returns where the next one may begin. */
    private static int add(Source file, int from, int end, List<Instruction> into) {
        String text = file.text();
        int start = from;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        Matcher word = KEYWORD.matcher(text).region(start, end);
        if (!word.lookingAt() || !KEYWORDS.contains(word.group().toUpperCase(Locale.ROOT))) {
            return end + 1;
        }
        String keyword = word.group().toUpperCase(Locale.ROOT);
        int bodyStart = word.end();
        Matcher heredoc = HEREDOC.matcher(text).region(bodyStart, end);
        if (keyword.equals("RUN") && heredoc.find()) {
            int bodyFrom = Math.min(text.length(), end + 1);
            Matcher close =
                    Pattern.compile("(?m)^\\t*" + Pattern.quote(heredoc.group(1)) + "[ \\t\\r]*$")
                            .matcher(text);
            boolean closed = bodyFrom < text.length() && close.find(bodyFrom);
            int bodyTo = closed ? close.start() : text.length();
            into.add(new Instruction(keyword, file.slice(bodyFrom, bodyTo), start));
            return closed ? lineEnd(text, close.end()) + 1 : text.length();
        }
        into.add(new Instruction(keyword, file.slice(bodyStart, end), start));
        return end + 1;
    }

    /** The body as one line. */
    String line() {
        return body.text().replaceAll("[\\\\`]\\r?\\n(?:\\s*#[^\\n]*\\n)*", " ").strip();
    }
}
