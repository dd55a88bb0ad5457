package io.hushgate.estate.tree;

import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * A template with its actions written over, character for character, so that YAML can read the rest
 * and all places stay.
 *
 * <pre>
 *   {{- if .Values.rbac }}                               (blank line: both branches are read)
 *   name: {{ include "app.name" . }}     becomes     name: ______________________________
 * </pre>
 *
 * <p>Control actions, comments and actions alone on their lines become blanks; an action that
 * stands for a value becomes underscores. {@link #unmask} puts back what was written. Actions are
 * those of Go templates and Jinja.
 */
final class TemplateMask {
    /** Actions that yield no text of their own. */
    private static final Pattern CONTROL =
            Pattern.compile(
                    "-?\\s*(?:/\\*|\\$\\w*\\s*:?="
                            + "|(?:if|else|end|range|with|define|block|break|continue)(?![\\w.]))");

    private final String original;
    private final Source masked;
    private final BitSet actions;

    private TemplateMask(String original, String masked, BitSet actions) {
        this.original = original;
        this.masked = Source.of(masked);
        this.actions = actions;
    }

    static TemplateMask of(String text) {
        BitSet actions = new BitSet();
        char[] masked = text.toCharArray();
        int at = 0;
        while (at < text.length()) {
            int start = nextAction(text, at);
            if (start < 0) {
                break;
            }
            int end = endOfAction(text, start);
            actions.set(start, end);
            boolean value =
                    text.charAt(start + 1) == '{'
                            && !CONTROL.matcher(text).region(start + 2, end).lookingAt();
            overwrite(masked, start, end, value ? '_' : ' ');
            at = end;
        }
        blankLinesOfActionsOnly(text, masked, actions);
        return new TemplateMask(text, new String(masked), actions);
    }

    private static int nextAction(String text, int from) {
        for (int at = text.indexOf('{', from); at >= 0; at = text.indexOf('{', at + 1)) {
            if (opensAction(text, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean opensAction(String text, int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return text.charAt(at) == '{' && (next == '{' || next == '%' || next == '#');
    }

    /**
     * After the closing braces; the end of the line where there are none. Quoted braces do not
     * close.
     */
    private static int endOfAction(String text, int start) {
        char opened = text.charAt(start + 1);
        char closing = opened == '{' ? '}' : opened;
        char quote = 0;
        for (int at = start + 2; at + 1 < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                at += c == '\\' && quote == '"' ? 1 : 0;
                quote = c == quote || c == '\n' ? 0 : quote;
            } else if (c == '"' || c == '`') {
                quote = c;
            } else if (c == closing && text.charAt(at + 1) == '}') {
                return at + 2;
            } else if (opensAction(text, at)) {
                break;
            }
        }
        int lineEnd = text.indexOf('\n', start);
        return lineEnd < 0 ? text.length() : lineEnd;
    }

    private static void overwrite(char[] text, int from, int to, char with) {
        for (int i = from; i < to; i++) {
            if (text[i] != '\n' && text[i] != '\r') {
                text[i] = with;
            }
        }
    }

    private static void blankLinesOfActionsOnly(String text, char[] masked, BitSet actions) {
        int start = 0;
        while (start < text.length()) {
            int lineEnd = text.indexOf('\n', start);
            int end = lineEnd < 0 ? text.length() : lineEnd;
            boolean only = true;
            for (int i = start; i < end && only; i++) {
                only = actions.get(i) || Character.isWhitespace(text.charAt(i));
            }
            if (only) {
                overwrite(masked, start, end, ' ');
            }
            start = end + 1;
        }
    }

    String masked() {
        return masked.text();
    }

    /** The offset of the first action. */
    int firstAction() {
        return Math.max(0, actions.nextSetBit(0));
    }

    /** The scalar as it was before masking. */
    Scalar unmask(Scalar read) {
        Origin origin = read.origin();
        int action = actions.nextSetBit(origin.from());
        if (action < 0 || action >= origin.to()) {
            return read;
        }
        EmbeddedSource aligned =
                new EmbeddedSource(
                        masked, read.text(), origin.from(), origin.to(), origin.escapes());
        StringBuilder restored = new StringBuilder(read.text());
        for (int i = 0; i < restored.length(); i++) {
            int at = aligned.origin(i);
            if (actions.get(at) && restored.charAt(i) == masked.text().charAt(at)) {
                restored.setCharAt(i, original.charAt(at));
            }
        }
        return new Scalar(Form.TEMPLATE, restored.toString(), read.tag(), origin);
    }
}
