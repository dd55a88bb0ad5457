package io.hushgate.estate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Skims JSON (RFC 8259, comments tolerated) for the keys by which documents of interest are told,
 * without building a tree: most JSON of a repository is data of somebody's program, megabytes of
 * it, and ends here.
 *
 * <p>Text that is no JSON gives some answer; whether it is JSON is the parser's to say.
 */
final class JsonOutline {
    /** Longer keys are of no interest. */
    private static final int MAX_KEY = 32;

    /** Keys of a document's root, each with the first characters that its value may have. */
    private static final Map<String, String> ROOT =
            Map.ofEntries(
                    Map.entry("path", "{["),
                    Map.entry("auths", "{"),
                    Map.entry("client_email", "\""),
                    Map.entry("policy", "\""),
                    Map.entry("rules", "\""),
                    Map.entry("policies", "["),
                    Map.entry("auth", "["),
                    Map.entry("services", "{"),
                    Map.entry("jobs", "{"),
                    Map.entry("runs", "{"),
                    Map.entry("pipeline", "{"),
                    Map.entry("transform", "{"),
                    Map.entry("connector", "{"),
                    Map.entry("secret", "{"),
                    Map.entry("sops", "{"),
                    Map.entry("releases", "["),
                    Map.entry("resource", "{["),
                    Map.entry("terraform", "{["),
                    Map.entry("request_id", "\""),
                    Map.entry("vault_answer", "{"),
                    Map.entry("token_policies", "\"["),
                    Map.entry("bound_service_account_names", "\"["));

    /** Keys that tell something wherever they stand: settings of Harness, backups of its loader. */
    private static final Set<String> ANYWHERE = Set.of("setting", "env-secrets", "file-secrets");

    /** What a broken text of interest most likely holds. */
    private static final List<String> MARKS =
            List.of("\"apiVersion\"", "\"capabilities\"", "\"policies\"", "\"policy\"");

    private static final boolean[] ANYWHERE_LENGTHS = lengths();

    private final byte[] text;
    private int depth;
    private int root = 1;
    private boolean kind;
    private boolean versioned;
    private boolean embeds;
    private boolean broken;

    private JsonOutline(byte[] text) {
        this.text = text;
    }

    /** Tells whether one of the documents has the keys of something that a reader knows. */
    static boolean matters(byte[] text) {
        return new JsonOutline(text).skim();
    }

    private boolean skim() {
        int at = 0;
        while (at < text.length) {
            switch (text[at]) {
                case '"' -> {
                    int end = closingQuote(at + 1);
                    if (embeds || isOfInterest(at + 1, end)) {
                        return true;
                    }
                    at = end + 1;
                }
                case '{', '[' -> {
                    open(text[at] == '{');
                    at++;
                }
                case '}', ']' -> {
                    broken |= depth == 0;
                    depth = Math.max(0, depth - 1);
                    at++;
                }
                case '/' -> at = afterComment(at);
                default -> at++;
            }
        }
        return (broken || depth > 0) && hasMarks();
    }

    /** Where brackets are missing, nobody knows whose keys they are. */
    private boolean hasMarks() {
        String all = new String(text, StandardCharsets.ISO_8859_1);
        return MARKS.stream().anyMatch(all::contains);
    }

    /** Documents are the values of the text, or the items of one that is a list. */
    private void open(boolean mapping) {
        if (depth == 0) {
            root = mapping ? 1 : 2;
        }
        depth++;
        if (depth == root) {
            kind = false;
            versioned = false;
        }
    }

    private boolean isOfInterest(int from, int to) {
        if (to - from > MAX_KEY || to == from) {
            return false;
        }
        boolean atRoot = depth == root;
        if (!atRoot && !ANYWHERE_LENGTHS[to - from]) {
            return false;
        }
        int colon = afterBlanks(to + 1);
        if (colon >= text.length || text[colon] != ':') {
            return false;
        }
        String key = new String(text, from, to - from, StandardCharsets.ISO_8859_1);
        if (!atRoot) {
            return ANYWHERE.contains(key);
        }
        kind |= key.equals("kind");
        versioned |= key.equals("apiVersion") || key.equals("metadata");
        int value = afterBlanks(colon + 1);
        char first = value < text.length ? (char) (text[value] & 0xff) : ' ';
        return (kind && versioned)
                || key.endsWith("/")
                || ANYWHERE.contains(key)
                || ROOT.getOrDefault(key, "").indexOf(first) >= 0;
    }

    private static boolean[] lengths() {
        boolean[] lengths = new boolean[MAX_KEY + 1];
        ANYWHERE.forEach(key -> lengths[key.length()] = true);
        return lengths;
    }

    /** The offset of the quote that ends a string, or the text's end. */
    private int closingQuote(int from) {
        byte[] bytes = text;
        int at = from;
        while (at < bytes.length && bytes[at] != '"') {
            if (bytes[at] == '\\') {
                embeds |= opensBlock(at);
                at++;
            }
            at++;
        }
        return Math.min(at, bytes.length);
    }

    /** Tells whether a quote within a string is that of a policy's path or a server's listener. */
    private boolean opensBlock(int escape) {
        return text[escape - 1] == ' '
                && (endsWith(escape, "path ") || endsWith(escape, "listener "));
    }

    private boolean endsWith(int end, String word) {
        int from = end - word.length();
        return from >= 0
                && new String(text, from, word.length(), StandardCharsets.ISO_8859_1).equals(word);
    }

    private int afterBlanks(int from) {
        int at = from;
        while (at < text.length && (isBlank(text[at]) || text[at] == '/')) {
            at = text[at] == '/' ? afterComment(at) : at + 1;
        }
        return at;
    }

    private static boolean isBlank(int b) {
        return b >= 0 && b <= ' ';
    }

    private int afterComment(int from) {
        int second = from + 1 < text.length ? text[from + 1] : ' ';
        if (second != '/' && second != '*') {
            return from + 1;
        }
        int at = from + 2;
        while (at < text.length) {
            if (second == '/' && text[at] == '\n') {
                return at + 1;
            }
            if (second == '*' && text[at] == '*' && at + 1 < text.length && text[at + 1] == '/') {
                return at + 2;
            }
            at++;
        }
        return at;
    }
}
