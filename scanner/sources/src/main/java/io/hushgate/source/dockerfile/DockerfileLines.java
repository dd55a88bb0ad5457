package io.hushgate.source.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins the lines of a Dockerfile to instructions: continued lines are one, comments stand before
 * the next instruction, here-documents stand beside their own (Dockerfile reference, "Format" and
 * "Here-Documents").
 */
public final class DockerfileLines {
    /** {@code # escape=`} matches, {@code # see=that} does not. */
    private static final Pattern DIRECTIVE =
            Pattern.compile("#\\s*+(syntax|escape|check)\\s*+=\\s*+(\\S.*)");

    /** {@code <<EOF} and {@code <<-"EOF"} match. */
    private static final Pattern HERE_DOCUMENT =
            Pattern.compile("<<(-?)([\"']?)([A-Za-z_]\\w*+)\\2(?=\\s|$)");

    /**
     * An instruction.
     *
     * @param line where it begins, from 1
     * @param comments the lines of comment since the instruction before, without their marks
     * @param text the instruction on one line
     * @param hereDocuments the lines of its here-documents, one after the other
     */
    public record Instruction(
            int line, List<String> comments, String text, List<String> hereDocuments) {
        public Instruction {
            comments = List.copyOf(comments);
            hereDocuments = List.copyOf(hereDocuments);
        }
    }

    private final List<String> lines;
    private int at;
    private int began;
    private char escape = '\\';
    private List<String> comments = new ArrayList<>();

    private DockerfileLines(String text) {
        this.lines = text.lines().toList();
    }

    /** The instructions of a Dockerfile, in order; words that are none are among them. */
    public static List<Instruction> of(String text) {
        return new DockerfileLines(text).instructions();
    }

    private List<Instruction> instructions() {
        directives();
        List<Instruction> instructions = new ArrayList<>();
        while (at < lines.size()) {
            String line = instruction();
            if (!line.isEmpty()) {
                int number = began + 1;
                instructions.add(new Instruction(number, comments, line, hereDocuments(line)));
                comments = new ArrayList<>();
            }
        }
        return instructions;
    }

    private void directives() {
        while (at < lines.size()) {
            Matcher directive = DIRECTIVE.matcher(lines.get(at).strip());
            if (!directive.matches()) {
                return;
            }
            if (directive.group(1).equals("escape")) {
                escape = directive.group(2).charAt(0);
            }
            at++;
        }
    }

    /** Reads up to the end of an instruction; empty when only comments were left. */
    private String instruction() {
        StringBuilder text = new StringBuilder();
        while (at < lines.size()) {
            began = text.isEmpty() ? at : began;
            String line = lines.get(at++);
            String part = text.isEmpty() ? line.strip() : line.stripTrailing();
            if (part.stripLeading().startsWith("#")) {
                comments.add(part.stripLeading().substring(1).strip());
            } else if (!part.isEmpty() && part.charAt(part.length() - 1) == escape) {
                text.append(part, 0, part.length() - 1);
            } else if (!part.isBlank()) {
                return text.append(part).toString().strip();
            }
        }
        return text.toString().strip();
    }

    private List<String> hereDocuments(String line) {
        List<String> content = new ArrayList<>();
        String command = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
        if (!command.equals("RUN ") && !command.equals("COPY") && !command.equals("ADD ")) {
            return content;
        }
        Matcher marker = HERE_DOCUMENT.matcher(line);
        while (marker.find()) {
            boolean tabs = !marker.group(1).isEmpty();
            String end = marker.group(3);
            while (at < lines.size()) {
                String each = lines.get(at++);
                String text = tabs ? each.replaceFirst("^\\t++", "") : each;
                if (text.equals(end)) {
                    break;
                }
                content.add(text);
            }
        }
        return content;
    }
}
