package io.hushgate.cli.policy.input;

import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads configurations of nginx: {@code {directives: [{name, parameters?, block?: {directives}}]}}.
 * Comments are left out, includes are not followed, and what a {@code ..._by_lua_block} holds is
 * refused. Words and quotes are those of nginx's documentation, "Configuration file syntax".
 */
final class NginxInput {
    /** Blocks within blocks: nginx itself knows http, server, location and a few more. */
    private static final int MAX_DEPTH = 100;

    private final String text;
    private int at;
    private int line = 1;

    private NginxInput(String text) {
        this.text = text;
    }

    static Value read(String text) {
        return new NginxInput(text).block(0);
    }

    /** Directives up to the closing brace, or at the outside to the end. */
    private RegoObject block(int depth) {
        if (depth == MAX_DEPTH) {
            throw new InputProblem(line, "blocks nest more than %d deep".formatted(MAX_DEPTH));
        }
        List<Value> directives = new ArrayList<>();
        while (true) {
            skipBlanks();
            if (at == text.length()) {
                if (depth > 0) {
                    throw new InputProblem(line, "a block is not closed; add }");
                }
                break;
            }
            if (text.charAt(at) == '}') {
                if (depth == 0) {
                    throw new InputProblem(line, "this } closes no block");
                }
                at++;
                break;
            }
            directives.add(directive(depth));
        }
        return RegoObject.builder().put("directives", RegoArray.of(directives)).build();
    }

    private RegoObject directive(int depth) {
        List<Value> words = new ArrayList<>();
        while (true) {
            skipBlanks();
            char c = at == text.length() ? '}' : text.charAt(at);
            if (c == '}') {
                throw new InputProblem(line, "a directive does not end; add ;");
            }
            if (c == ';' || c == '{') {
                at++;
                return directive(words, c == '{', depth);
            }
            words.add(RegoString.of(word()));
        }
    }

    private RegoObject directive(List<Value> words, boolean opens, int depth) {
        if (words.isEmpty()) {
            throw new InputProblem(line, "a directive has no name");
        }
        String name = ((RegoString) words.getFirst()).value();
        if (opens && name.endsWith("_by_lua_block")) {
            throw new InputProblem(line, "Lua is not read; move it to a file");
        }
        RegoObject.Builder directive = RegoObject.builder().put("name", words.getFirst());
        if (words.size() > 1) {
            directive.put("parameters", RegoArray.of(words.subList(1, words.size())));
        }
        if (opens) {
            directive.put("block", block(depth + 1));
        }
        return directive.build();
    }

    private void skipBlanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(c)) {
                line += c == '\n' ? 1 : 0;
                at++;
            } else {
                return;
            }
        }
    }

    /** A word keeps its quotes, as conftest shows them. */
    private String word() {
        int start = at;
        char first = text.charAt(at);
        if (first == '"' || first == '\'') {
            skipQuoted(first);
            return text.substring(start, at);
        }
        while (at < text.length() && !endsWord(text.charAt(at))) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.startsWith("${", at)) {
                int close = text.indexOf('}', at);
                at = close < 0 ? at : close;
            }
            at = Math.min(at + 1, text.length());
        }
        return text.substring(start, at);
    }

    private static boolean endsWord(char c) {
        return c == ';' || c == '{' || c == '}' || Character.isWhitespace(c);
    }

    private void skipQuoted(char quote) {
        int opened = line;
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            line += text.charAt(at) == '\n' ? 1 : 0;
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw new InputProblem(opened, "a quote is not closed");
        }
        at++;
    }
}
