package io.hushgate.rego.syntax;

import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.Source;
import io.hushgate.rego.ast.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A cursor over tokens that collects errors, numbers wildcards, counts nesting, and can go back.
 */
final class TokenStream {
    /**
     * How deep terms and bodies may be nested. Real policies stay below 30; each level costs the
     * stack of every stage that walks the tree, and this fits into half a megabyte.
     */
    static final int MAX_DEPTH = 250;

    /** Errors after which reading stops: nobody fixes more in one go. */
    static final int MAX_ERRORS = 100;

    /** A place to go back to. */
    record Mark(int position, int errors, int wildcards, int depth) {}

    private final Source source;
    private final List<Token> tokens;
    private final Set<TokenKind> keywords;
    private final List<RegoError> errors = new ArrayList<>();
    private final List<String> hints = new ArrayList<>();
    private int position;
    private int wildcards;
    private int depth;
    private boolean negatesBodies;

    /** The position of a keyword that is to be read as a name, or -1. */
    private int name = -1;

    TokenStream(Source source, List<Token> tokens, Set<TokenKind> keywords) {
        this.source = source;
        this.tokens = tokens;
        this.keywords = keywords;
        reportProblems();
    }

    Token token() {
        return tokens.get(position);
    }

    TokenKind kind() {
        TokenKind kind = kindAt(position);
        return kind.isKeyword() && position == name ? TokenKind.IDENT : kind;
    }

    boolean at(TokenKind kind) {
        return kind() == kind;
    }

    /** Whether the token after this one has this kind and nothing between. */
    boolean nextIsGlued(TokenKind kind) {
        int next = position + 1;
        return next < tokens.size() && !tokens.get(next).spaced() && kindAt(next) == kind;
    }

    /**
     * Whether a key follows directly, so that this word is the head of a reference even if it is a
     * keyword.
     */
    boolean startsReference() {
        return kind().isKeyword()
                && (nextIsGlued(TokenKind.DOT) || nextIsGlued(TokenKind.LEFT_BRACKET));
    }

    private TokenKind kindAt(int index) {
        TokenKind kind = tokens.get(index).kind();
        return kind.isKeyword() && !keywords.contains(kind) ? TokenKind.IDENT : kind;
    }

    /** Reads the keyword under the cursor as a name. */
    void readAsName() {
        name = position;
    }

    void advance() {
        if (position < tokens.size() - 1) {
            position++;
            reportProblems();
        }
    }

    /** Passes over a token without reporting what is wrong with it. */
    void skip() {
        position++;
    }

    private void reportProblems() {
        for (String problem : token().problems()) {
            error(here(), problem);
        }
    }

    int position() {
        return position;
    }

    boolean isKeyword(TokenKind kind) {
        return keywords.contains(kind);
    }

    void addKeyword(TokenKind kind) {
        keywords.add(kind);
        if (kind == TokenKind.EVERY) {
            keywords.add(TokenKind.IN);
        }
    }

    /** Whether {@code import future.keywords.not} was read. */
    boolean negatesBodies() {
        return negatesBodies;
    }

    void setNegatesBodies() {
        negatesBodies = true;
    }

    String text() {
        return source.text().substring(token().start(), token().end());
    }

    String textBetween(int start, int end) {
        return source.text().substring(start, end);
    }

    /** Where the current token stands. */
    Location here() {
        Token token = token();
        return new Location(source, token.row(), token.column(), token.start(), token.end());
    }

    /** The end of the token before the cursor. */
    int lastEnd() {
        return position == 0 ? 0 : tokens.get(position - 1).end();
    }

    /** From a beginning to the end of the token before the cursor. */
    Location since(Location beginning) {
        return beginning.upTo(Math.max(beginning.start(), lastEnd()));
    }

    Mark mark() {
        return new Mark(position, errors.size(), wildcards, depth);
    }

    void back(Mark mark) {
        position = mark.position();
        errors.subList(mark.errors(), errors.size()).clear();
        wildcards = mark.wildcards();
        depth = mark.depth();
        name = -1;
    }

    /** Goes to where another attempt has already been. */
    void jump(int newPosition, int newWildcards, List<RegoError> moreErrors) {
        position = newPosition;
        wildcards = newWildcards;
        errors.addAll(moreErrors);
    }

    int wildcards() {
        return wildcards;
    }

    Var wildcard(Location location) {
        return new Var("$" + wildcards++, location);
    }

    List<RegoError> errors() {
        return errors;
    }

    List<RegoError> errorsSince(Mark mark) {
        return List.copyOf(errors.subList(mark.errors(), errors.size()));
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** Adds to the next error what the author may have meant. */
    void hint(String hint) {
        hints.add(hint);
    }

    void error(Location location, String message) {
        String text =
                switch (hints.size()) {
                    case 0 -> message;
                    case 1 -> message + " (hint: " + hints.getFirst() + ")";
                    default -> message + " (hints: " + String.join(", ", hints) + ")";
                };
        hints.clear();
        errors.add(
                new RegoError(
                        ErrorCode.PARSE,
                        text,
                        location,
                        ErrorExcerpt.of(source, location.start())));
    }

    Failure fail(Location location, String message) {
        error(location, message);
        return new Failure();
    }

    /** Reports the current token as one that cannot stand here. */
    Failure unexpected(String note) {
        reportUnexpected(note);
        return new Failure();
    }

    Failure unexpected() {
        return unexpected("");
    }

    void reportUnexpected(String note) {
        reportUnexpected(kind(), here(), note);
    }

    /** Reports the white space before the current token. */
    Failure unexpectedSpace(String note) {
        Token before = tokens.get(position - 1);
        // as in OPA a line break belongs to the line that it begins
        boolean lineBreak = source.text().charAt(before.end()) == '\n';
        int row = lineBreak ? before.row() + 1 : before.row();
        int column = lineBreak ? 0 : before.column() + before.end() - before.start();
        Location gap = new Location(source, row, column, before.end(), before.end());
        reportUnexpected(TokenKind.WHITESPACE, gap, note);
        return new Failure();
    }

    private void reportUnexpected(TokenKind kind, Location location, String note) {
        if (kind == TokenKind.ILLEGAL) {
            error(location, "illegal token");
            return;
        }
        String what = kind.text() + (kind.isKeyword() ? " keyword" : " token");
        error(location, "unexpected " + what + (note.isEmpty() ? "" : ": " + note));
    }

    /** Goes one level deeper; {@link #leave} and {@link #back} go up again. */
    void enter() {
        if (depth == MAX_DEPTH) {
            throw fail(
                    here(),
                    "max parsing recursion depth exceeded (" + MAX_DEPTH + " nested terms)");
        }
        depth++;
    }

    void leave(int levels) {
        depth -= levels;
    }

    void leaveTo(Mark mark) {
        depth = mark.depth();
    }
}
