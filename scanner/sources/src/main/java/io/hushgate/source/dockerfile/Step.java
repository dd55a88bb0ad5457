package io.hushgate.source.dockerfile;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An instruction of a Dockerfile that leaves a step in the history of the image.
 *
 * @param line where it begins, from 1
 * @param verb in upper case
 * @param text what follows the verb and its flags, blanks as one
 */
public record Step(int line, String verb, String text) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    private static final Pattern FLAGS = Pattern.compile("(?:--\\w[\\w-]*+(?:=\\S++)?\\s++)*+");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{[^}]*+\\}|[A-Za-z_]\\w*+)");

    /** A command that is all here-document: {@code <<EOF}, {@code <<-"EOF"}. */
    private static final Pattern DOCUMENT_ONLY = Pattern.compile("<<-?[\"']?\\w++[\"']?");

    /** What the classic builder and buildah write of what they copied. */
    private static final Pattern BY_CONTENT =
            Pattern.compile("(?:file|dir|multi):[0-9a-f]++ in (.*)");

    /** {@code /bin/bash -o pipefail -c}, {@code cmd /S /C}, {@code powershell -Command}. */
    private static final List<String> LAST_OF_SHELL = List.of(" -c ", " /C ", "-Command ");

    static Step of(DockerfileLines.Instruction instruction) {
        Matcher word = WORD.matcher(instruction.text());
        String verb = word.lookingAt() ? word.group() : "";
        String rest = instruction.text().substring(verb.length());
        String text = withoutFlags(blanksAsOne(rest));
        boolean document = DOCUMENT_ONLY.matcher(text).matches();
        return new Step(
                instruction.line(),
                verb.toUpperCase(Locale.ROOT),
                document ? blanksAsOne(String.join("\n", instruction.hereDocuments())) : text);
    }

    /**
     * Tells whether a step of a history is what a builder makes of this instruction: the same verb
     * and the same words, where a variable stands for any text.
     *
     * @param operands what the history says after the verb
     */
    public boolean made(String otherVerb, String operands) {
        if (!verb.equals(otherVerb)) {
            return false;
        }
        String told = blanksAsOne(operands);
        return switch (verb) {
            case "RUN" -> ran(words(told), words(text));
            case "COPY", "ADD" -> copied(withoutFlags(told));
            case "ARG" -> name(text).equals(name(told));
            case "ENV", "LABEL" -> fits(pairs(text), pairs(told));
            case "CMD", "ENTRYPOINT" -> ran(words(told), words(text));
            case "USER", "STOPSIGNAL" -> fits(text, told);
            case "WORKDIR" -> fits("$above" + text, told);
            // Builders write these in forms of their own.
            case "EXPOSE", "HEALTHCHECK", "MAINTAINER", "ONBUILD", "SHELL", "VOLUME" -> true;
            default -> false;
        };
    }

    private static boolean ran(String told, String command) {
        return told.equals(command)
                || LAST_OF_SHELL.stream().anyMatch(shell -> told.endsWith(shell + command));
    }

    private boolean copied(String told) {
        String operands = words(text);
        Matcher byContent = BY_CONTENT.matcher(told);
        if (!byContent.matches()) {
            return fits(operands, words(told));
        }
        String target = operands.substring(operands.lastIndexOf(' ') + 1);
        return !target.startsWith("/") || fits(target, byContent.group(1).strip());
    }

    private static String name(String argument) {
        return argument.replaceFirst("[=\\s].*", "");
    }

    /** Without quotes, and the old {@code NAME value} as {@code NAME=value}. */
    private static String pairs(String text) {
        int equals = text.indexOf('=');
        int blank = text.indexOf(' ');
        boolean old = blank > 0 && (equals < 0 || blank < equals);
        String pairs = old ? text.substring(0, blank) + "=" + text.substring(blank + 1) : text;
        return pairs.replaceAll("[\"'\\\\]", "");
    }

    /** The words of an exec form as those of a command; other texts as they are. */
    private static String words(String text) {
        return text.startsWith("[")
                ? blanksAsOne(text.replaceAll("[\\[\\],\"]", " ")).replaceFirst("^/bin/sh -c ", "")
                : text;
    }

    /** Tells whether a text is a pattern's, whose variables stand for anything; in linear time. */
    private static boolean fits(String pattern, String text) {
        String[] pieces = VARIABLE.split(pattern, -1);
        if (pieces.length == 1) {
            return pattern.equals(text);
        }
        String last = pieces[pieces.length - 1];
        if (!text.startsWith(pieces[0])) {
            return false;
        }
        int at = pieces[0].length();
        for (int i = 1; i < pieces.length - 1; i++) {
            int found = text.indexOf(pieces[i], at);
            if (found < 0) {
                return false;
            }
            at = found + pieces[i].length();
        }
        return text.length() - last.length() >= at && text.endsWith(last);
    }

    private static String withoutFlags(String text) {
        Matcher flags = FLAGS.matcher(text);
        return flags.lookingAt() ? text.substring(flags.end()) : text;
    }

    private static String blanksAsOne(String text) {
        return text.replaceAll("\\s++", " ").strip();
    }
}
