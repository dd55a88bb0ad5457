package io.hushgate.rego.builtin.format;

import io.hushgate.rego.builtin.BuiltinError;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a text template: literal text, or what stands between double braces.
 *
 * @param text without braces, trim marks and surrounding blanks when it is an action
 */
record TemplatePart(boolean action, String text) {
    /** Blocks within blocks: rendering recurses into them. */
    private static final int MAX_PARTS = 10_000;

    private static final int MAX_DEPTH = 100;

    /** Whether this is an action that begins with a word. */
    boolean isAction(String word) {
        return action && (text.equals(word) || text.startsWith(word + " "));
    }

    /** What follows the first word of an action. */
    String argument() {
        int blank = text.indexOf(' ');
        return blank < 0 ? "" : text.substring(blank + 1).strip();
    }

    static List<TemplatePart> parse(String source) {
        List<TemplatePart> parts = new ArrayList<>();
        int at = 0;
        int depth = 0;
        boolean trim = false;
        while (at < source.length()) {
            int open = source.indexOf("{{", at);
            String literal = source.substring(at, open < 0 ? source.length() : open);
            literal = trim ? literal.stripLeading() : literal;
            int close = open < 0 ? -1 : source.indexOf("}}", open);
            if (open >= 0 && close < 0) {
                throw BuiltinError.of("template: template:1: unclosed action");
            }
            boolean trimBefore = open >= 0 && source.startsWith("{{- ", open);
            parts.add(new TemplatePart(false, trimBefore ? literal.stripTrailing() : literal));
            if (open < 0) {
                break;
            }
            trim = source.startsWith(" -", close - 2) && close - 2 > open;
            String inner =
                    source.substring(open + (trimBefore ? 3 : 2), close - (trim ? 2 : 0)).strip();
            TemplatePart part = new TemplatePart(true, inner);
            if (!inner.startsWith("/*")) {
                parts.add(part);
            }
            boolean opens = part.isAction("if") || part.isAction("range") || part.isAction("with");
            depth += opens ? 1 : part.isAction("end") ? -1 : 0;
            if (depth > MAX_DEPTH || parts.size() > MAX_PARTS) {
                throw BuiltinError.of("template: template: the template is too large");
            }
            at = close + 2;
        }
        return parts;
    }
}
