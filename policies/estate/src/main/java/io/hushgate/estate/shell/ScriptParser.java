package io.hushgate.estate.shell;

import io.hushgate.estate.tree.Escapes;
import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Origin;
import io.hushgate.estate.tree.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Splits a script into simple commands, in the order of the text (POSIX.1-2024, Shell Command
 * Language, 2.2 to 2.7, as far as words go). Control words are dropped: the commands of all
 * branches are there. Command substitutions are split as well.
 */
final class ScriptParser {
    private static final Set<String> CONTROL =
            Set.of(
                    "if", "then", "else", "elif", "fi", "do", "done", "while", "until", "{", "}",
                    "!", "time", "$", "exec", "command", "sudo", "@");

    private static final Pattern ASSIGNMENT =
            Pattern.compile("[A-Za-z_]\\w*\\+?=.*", Pattern.DOTALL);
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,3}");
    private static final int MAX_NESTING = 4;

    /** Where bash puts the pipe of a process substitution. */
    private static final String PIPE = "/dev/fd";

    private static final int MAX_COMMANDS = 20_000;

    private final Source source;
    private final String text;
    private final List<Draft> commands;
    private final int nesting;
    private final Deque<Heredoc> pending = new ArrayDeque<>();
    private final Deque<Loop> loops = new ArrayDeque<>();
    private Draft draft = new Draft();
    private int at;

    /**
     * Set once a bracket was found that nothing closes, so that the text is searched for its end
     * only once.
     */
    private boolean bracketsStayOpen;

    private boolean quotesStayOpen;

    private ScriptParser(Source source, List<Draft> commands, int nesting) {
        this.source = source;
        this.text = source.text();
        this.commands = commands;
        this.nesting = nesting;
    }

    /** The commands of a script; none of one that is too long. */
    static List<Command> commands(Source script, Limits limits) {
        List<Draft> drafts = new ArrayList<>();
        if (script.text().length() <= limits.maxChars()) {
            new ScriptParser(script, drafts, 0).run();
        }
        return drafts.stream()
                .flatMap(draft -> draft.expanded().stream())
                .filter(one -> !one.words().isEmpty())
                .toList();
    }

    private void run() {
        while (at < text.length() && commands.size() < MAX_COMMANDS) {
            step();
        }
        endCommand(false);
    }

    private void step() {
        char c = text.charAt(at);
        switch (c) {
            case ' ', '\t', '\r' -> at++;
            case '\n' -> {
                endCommand(false);
                at++;
                heredocs();
            }
            case '#' -> at = end(text.indexOf('\n', at));
            case ';', '(', ')' -> {
                endCommand(false);
                at++;
            }
            case '&' -> {
                if (peek(1) == '>') {
                    at++;
                } else {
                    endCommand(false);
                    at++;
                }
            }
            case '|' -> {
                boolean pipe = peek(1) != '|';
                endCommand(pipe);
                draft.alternative = !pipe;
                at += pipe ? 1 : 2;
            }
            case '<' -> {
                if (peek(1) == '+') {
                    word();
                } else {
                    input();
                }
            }
            case '>' -> output();
            default -> {
                if (c == '\\' && peek(1) == '\n') {
                    at += 2;
                } else if (c == '\\' && peek(1) == '\r' && peek(2) == '\n') {
                    at += 3;
                } else {
                    word();
                }
            }
        }
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private int end(int found) {
        return found < 0 ? text.length() : found;
    }

    private void endCommand(boolean pipe) {
        Draft ended = draft;
        draft = new Draft();
        if (isLoop(ended)) {
            beginLoop(ended.words);
        } else if (!ended.isEmpty()) {
            ended.loops = List.copyOf(loops);
            commands.add(ended);
            draft.before = pipe ? ended : null;
        }
    }

    private static boolean isLoop(Draft draft) {
        return draft.words.size() > 3
                && draft.words.get(0).is("for")
                && draft.words.get(2).is("in");
    }

    /** Remembers the loop; one over words that the shell would have to make up has no values. */
    private void beginLoop(List<Word> words) {
        List<Word> values = words.subList(3, words.size());
        boolean literal =
                values.stream().noneMatch(word -> word.expands() || word.text().contains("*"));
        loops.addLast(
                new Loop(
                        words.get(1).text(),
                        literal
                                ? values.stream().map(Word::text).toList()
                                : List.of("${" + words.get(1).text() + "}")));
    }

    private void input() {
        if (text.startsWith("<<<", at)) {
            at += 3;
            Word word = nextWord();
            draft.input = word.from(0).asSource();
        } else if (text.startsWith("<<", at)) {
            boolean tabs = peek(2) == '-';
            at += tabs ? 3 : 2;
            Word marker = nextWord();
            if (!marker.text().isEmpty()) {
                pending.add(new Heredoc(draft, marker.text(), tabs));
            }
        } else if (peek(1) == '(') {
            at++;
            int first = commands.size();
            substitution(at);
            commands.subList(first, commands.size()).forEach(ScriptParser::toPipe);
        } else {
            at++;
            nextWord();
        }
    }

    /** What is within {@code <(...)} writes to whom reads it, not to the log. */
    private static void toPipe(Draft within) {
        if (within.output.isEmpty()) {
            within.output = PIPE;
        }
    }

    private void output() {
        at++;
        while (peek(0) == '>' || peek(0) == '&' || peek(0) == '|') {
            at++;
        }
        draft.output = nextWord().text();
    }

    private Word nextWord() {
        while (peek(0) == ' ' || peek(0) == '\t') {
            at++;
        }
        return readWord();
    }

    private void heredocs() {
        while (!pending.isEmpty() && at < text.length()) {
            Heredoc heredoc = pending.remove();
            int from = at;
            int to = -1;
            while (to < 0 && at < text.length()) {
                int lineEnd = end(text.indexOf('\n', at));
                String line = text.substring(at, lineEnd);
                if (line.strip().equals(heredoc.marker)) {
                    to = at;
                }
                at = Math.min(text.length(), lineEnd + 1);
            }
            int bodyEnd = to < 0 ? text.length() : to;
            String body = text.substring(from, bodyEnd);
            String value = heredoc.tabs ? body.replaceAll("(?m)^\\t+", "") : body;
            heredoc.owner.input = source.embedded(value, from, bodyEnd, Escapes.NONE);
        }
    }

    private void word() {
        Word word = readWord();
        boolean fileDescriptor =
                (peek(0) == '>' || peek(0) == '<') && DIGITS.matcher(word.text()).matches();
        boolean leading = draft.words.isEmpty();
        boolean dropped =
                leading
                        && (CONTROL.contains(word.text())
                                || ASSIGNMENT.matcher(word.text()).matches());
        if (leading && word.is("done")) {
            loops.pollLast();
        }
        if (!fileDescriptor && !dropped) {
            draft.words.add(word);
        }
    }

    private Word readWord() {
        int start = at;
        StringBuilder value = new StringBuilder();
        boolean expands = false;
        boolean escapes = false;
        while (at < text.length() && (!endsWord(text.charAt(at)) || isExpression())) {
            char c = text.charAt(at);
            if (isExpression()) {
                int close = end(text.indexOf('>', at));
                expands = true;
                value.append(text, at, Math.min(text.length(), close + 1));
                at = Math.min(text.length(), close + 1);
            } else if (c == '\'') {
                singleQuoted(value);
            } else if (c == '"') {
                boolean[] seen = doubleQuoted(value);
                expands |= seen[0];
                escapes |= seen[1];
            } else if (c == '\\') {
                escapes = true;
                if (peek(1) != '\n') {
                    value.append(peek(1));
                }
                at = Math.min(text.length(), at + 2);
            } else if (c == '$' || c == '`') {
                expands = true;
                expansion(value);
            } else {
                value.append(c);
                at++;
            }
        }
        if (at == start) {
            at =
                    Math.min(
                            text.length(),
                            at + (at < text.length() && text.charAt(at) == '\n' ? 0 : 1));
            return new Word("", false, new Origin(source, start, start, Escapes.NONE));
        }
        boolean quoted =
                at - start >= 2
                        && isQuote(text.charAt(start))
                        && text.charAt(at - 1) == text.charAt(start);
        Origin origin =
                new Origin(
                        source,
                        quoted ? start + 1 : start,
                        quoted ? at - 1 : at,
                        escapes ? Escapes.BACKSLASH : Escapes.NONE);
        return new Word(value.toString(), expands, origin);
    }

    /**
     * An expression of Harness, {@code <+secrets.getValue("x")>}, which is filled in before the
     * shell runs.
     */
    private boolean isExpression() {
        return peek(0) == '<' && peek(1) == '+' && Character.isLetter(peek(2));
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static boolean endsWord(char c) {
        return switch (c) {
            case ' ', '\t', '\r', '\n', ';', '&', '|', '<', '>', '(', ')' -> true;
            default -> false;
        };
    }

    private void singleQuoted(StringBuilder value) {
        int close = text.indexOf('\'', at + 1);
        if (close < 0) {
            value.append('\'');
            at++;
        } else {
            value.append(text, at + 1, close);
            at = close + 1;
        }
    }

    /** Returns whether something in it expands, and whether something is escaped. */
    private boolean[] doubleQuoted(StringBuilder value) {
        boolean[] seen = new boolean[2];
        int open = at;
        int valueLength = value.length();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                seen[1] = true;
                char next = text.charAt(at + 1);
                if ("$`\"\\".indexOf(next) < 0 && next != '\n') {
                    value.append('\\');
                }
                if (next != '\n') {
                    value.append(next);
                }
                at += 2;
            } else if (c == '$' || c == '`') {
                seen[0] = true;
                expansion(value);
            } else {
                value.append(c);
                at++;
            }
            if (quotesStayOpen && at < text.length() && text.charAt(at) == '\n') {
                break;
            }
        }
        if (at < text.length() && text.charAt(at) == '"') {
            at++;
        } else {
            quotesStayOpen = true;
            value.setLength(valueLength);
            value.append('"');
            at = open + 1;
        }
        return seen;
    }

    /** Takes {@code $NAME}, {@code ${...}}, {@code $(...)} or {@code `...`} as it is written. */
    private void expansion(StringBuilder value) {
        int start = at;
        if (text.charAt(at) == '`') {
            int close = text.indexOf('`', at + 1);
            if (close > 0) {
                nested(at + 1, close);
                at = close + 1;
            } else {
                at++;
            }
        } else if (peek(1) == '(') {
            at++;
            substitution(at);
        } else if (peek(1) == '{') {
            int close = text.indexOf('}', at);
            int lineEnd = end(text.indexOf('\n', at));
            at = close > 0 && close < lineEnd ? close + 1 : at + 1;
        } else {
            at++;
        }
        value.append(text, start, at);
    }

    /** Reads the commands in the bracket that opens at {@code open}, and goes behind it. */
    private void substitution(int open) {
        int close = bracketsStayOpen ? -1 : closing(open);
        if (close < 0) {
            bracketsStayOpen = true;
            at = open + 1;
        } else {
            nested(open + 1, close);
            at = close + 1;
        }
    }

    private int closing(int open) {
        int depth = 0;
        char quote = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (isQuote(c)) {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private void nested(int from, int to) {
        if (nesting < MAX_NESTING) {
            new ScriptParser(source.slice(from, to), commands, nesting + 1).run();
        }
    }

    private record Heredoc(Draft owner, String marker, boolean tabs) {}
}
