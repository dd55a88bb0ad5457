package io.hushgate.source.image;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A step of a build as a Dockerfile would have it, from {@code created_by} of the history. The
 * classic builder writes {@code /bin/sh -c #(nop) ENV A=b} and {@code |1 A=b /bin/sh -c cmd},
 * BuildKit {@code ENV A=b} and {@code RUN |1 A=b /bin/sh -c cmd # buildkit}.
 *
 * @param verb {@code RUN}, {@code COPY}, ...; empty for what another builder writes
 * @param text the instruction, after an {@code ARG} line for each argument that was used
 * @param operands what the instruction says after its verb, without what builders add
 */
record Instruction(String verb, String text, String operands) {
    private static final String SHELL = "/bin/sh -c ";
    private static final String NO_COMMAND = "#(nop)";
    private static final String BUILDKIT = "# buildkit";
    private static final Pattern COUNT = Pattern.compile("\\|(\\d{1,4}) ");
    private static final Pattern VERB = Pattern.compile("[A-Z]{3,12}(?= )");

    /** Undoes what builders write around an instruction. */
    static Instruction of(String createdBy) {
        String text = createdBy.strip();
        List<String> lines = new ArrayList<>();
        boolean run = text.startsWith("RUN ");
        if (run) {
            text = text.substring(4);
        }
        Matcher count = COUNT.matcher(text + " ");
        if (count.lookingAt()) {
            run = true;
            text =
                    withoutArguments(
                            text,
                            Math.min(text.length(), count.end()),
                            Integer.parseInt(count.group(1)),
                            lines);
        }
        if (text.startsWith(SHELL)) {
            text = text.substring(SHELL.length()).strip();
            run |= !text.startsWith(NO_COMMAND);
        }
        if (text.startsWith(NO_COMMAND)) {
            text = text.substring(NO_COMMAND.length()).strip();
        }
        if (run) {
            text = ("RUN " + text).strip();
        }
        lines.add(text);
        Matcher verb = VERB.matcher(text);
        String name = verb.lookingAt() ? verb.group() : "";
        return new Instruction(name, String.join("\n", lines), operands(text, name));
    }

    private static String operands(String text, String verb) {
        String operands = text.substring(verb.length()).strip();
        return operands.endsWith(BUILDKIT)
                ? operands.substring(0, operands.length() - BUILDKIT.length()).strip()
                : operands;
    }

    /**
     * Cuts {@code A=1 B=two words} off, as many as are announced. A value goes on to the next word
     * with an equals sign, or to the shell; newer builders quote values with spaces.
     */
    private static String withoutArguments(String text, int from, int count, List<String> lines) {
        int at = from;
        for (int i = 0; i < count && at < text.length(); i++) {
            int end = argumentEnd(text, at, i == count - 1);
            lines.add("ARG " + text.substring(at, end).strip());
            at = end;
        }
        return text.substring(at).strip();
    }

    private static int argumentEnd(String text, int from, boolean last) {
        int at = text.indexOf('=', from) + 1;
        if (at == 0) {
            return text.length();
        }
        if (at < text.length() && text.charAt(at) == '"') {
            int quote = text.indexOf('"', at + 1);
            return quote < 0 ? text.length() : quote + 1;
        }
        if (last) {
            int shell = text.indexOf(" " + SHELL, at);
            int space = text.indexOf(' ', at);
            int end = shell >= 0 ? shell : space;
            return end < 0 ? text.length() : end;
        }
        int space = text.indexOf(' ', at);
        while (space >= 0) {
            int next = text.indexOf(' ', space + 1);
            int equals = text.indexOf('=', space);
            if (equals >= 0 && (next < 0 || equals < next)) {
                return space;
            }
            space = next;
        }
        return text.length();
    }
}
