package io.hushgate.rego.syntax;

import io.hushgate.rego.ast.Comment;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Cuts a text into tokens, all at once and in one pass.
 *
 * <p>A template string is several tokens: {@code $"a {}, then the tokens of the expression, then
 * {@code } b"}. A stack of brace depths says which closing brace goes on with a template.
 */
final class Lexer {
    private static final int END = -1;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    /** A template string whose expression is being read. */
    private static final class Template {
        final boolean raw;
        int openBraces;

        Template(boolean raw) {
            this.raw = raw;
        }
    }

    private final Source source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final Deque<Template> templates = new ArrayDeque<>();
    private List<String> problems = new ArrayList<>();

    /** The code point under the cursor, where it starts, and where the next one does. */
    private int current;

    private int offset;
    private int nextOffset;
    private int row = 1;
    private int column;

    private Lexer(Source source) {
        this.source = source;
        this.text = source.text();
    }

    /** All tokens, the last of which is {@link TokenKind#EOF}, and all comments. */
    record Result(List<Token> tokens, List<Comment> comments) {}

    static Result tokenize(Source source) {
        Lexer lexer = new Lexer(source);
        lexer.advance();
        if (lexer.current == BYTE_ORDER_MARK) {
            lexer.advance();
        }
        while (lexer.token()) {
            // each call adds one token
        }
        return new Result(lexer.tokens, lexer.comments);
    }

    /** Reads one token and says whether there may be more. */
    private boolean token() {
        int before = offset;
        int rowBefore = row;
        skipBlanks();
        boolean spaced = offset > before;
        boolean newline = row > rowBefore;
        int start = offset;
        int startRow = row;
        int startColumn = column;
        TokenKind kind = scan();
        boolean illegal = !problems.isEmpty();
        add(illegal ? TokenKind.ILLEGAL : kind, start, startRow, startColumn, spaced, newline);
        if (illegal && kind == TokenKind.EOF) {
            // the mistake was in a comment; the end still has to be there
            add(TokenKind.EOF, start, startRow, startColumn, false, false);
        }
        return start < text.length();
    }

    private void add(
            TokenKind kind,
            int start,
            int startRow,
            int startColumn,
            boolean spaced,
            boolean newline) {
        tokens.add(
                new Token(
                        kind,
                        start,
                        offset,
                        startRow,
                        startColumn,
                        spaced,
                        newline,
                        List.copyOf(problems)));
        problems = new ArrayList<>();
    }

    private void skipBlanks() {
        while (true) {
            switch (current) {
                case ' ', '\t', '\n', '\r' -> advance();
                case '#' -> comment();
                default -> {
                    return;
                }
            }
        }
    }

    private void comment() {
        int start = offset;
        int startColumn = column;
        while (current != '\n' && current != END) {
            advance();
        }
        int end = offset;
        while (end > start + 1 && text.charAt(end - 1) == '\r') {
            end--;
        }
        Location location = new Location(source, row, startColumn, start, end);
        comments.add(new Comment(text.substring(start + 1, end), location));
    }

    private TokenKind scan() {
        if (isLetter(current)) {
            return word();
        }
        if (isDecimal(current)) {
            return number();
        }
        int first = current;
        advance();
        return switch (first) {
            case END -> TokenKind.EOF;
            case '"' -> string();
            case '`' -> rawString();
            case '$' -> templateStart();
            case '{' -> leftBrace();
            case '}' -> rightBrace();
            case '[' -> TokenKind.LEFT_BRACKET;
            case ']' -> TokenKind.RIGHT_BRACKET;
            case '(' -> TokenKind.LEFT_PAREN;
            case ')' -> TokenKind.RIGHT_PAREN;
            case ',' -> TokenKind.COMMA;
            case ';' -> TokenKind.SEMICOLON;
            case '.' -> TokenKind.DOT;
            case '+' -> TokenKind.PLUS;
            case '-' -> TokenKind.MINUS;
            case '*' -> TokenKind.MUL;
            case '/' -> TokenKind.DIV;
            case '%' -> TokenKind.REM;
            case '&' -> TokenKind.AND;
            case '|' -> TokenKind.OR;
            case ':' -> followedByEquals(TokenKind.ASSIGN, TokenKind.COLON);
            case '=' -> followedByEquals(TokenKind.EQUAL, TokenKind.UNIFY);
            case '>' -> followedByEquals(TokenKind.GTE, TokenKind.GT);
            case '<' -> followedByEquals(TokenKind.LTE, TokenKind.LT);
            case '!' -> {
                TokenKind kind = followedByEquals(TokenKind.NEQ, TokenKind.ILLEGAL);
                if (kind == TokenKind.ILLEGAL) {
                    problem("illegal ! character");
                }
                yield kind;
            }
            default -> TokenKind.ILLEGAL;
        };
    }

    private TokenKind followedByEquals(TokenKind followed, TokenKind alone) {
        if (current != '=') {
            return alone;
        }
        advance();
        return followed;
    }

    private TokenKind word() {
        int start = offset;
        while (isLetter(current) || isDigit(current)) {
            advance();
        }
        return Keywords.kindOf(text.substring(start, offset));
    }

    private TokenKind number() {
        skipDecimals();
        if (current == '.') {
            advance();
            if (!skipDecimals()) {
                problem("expected fraction");
            }
        }
        if (current == 'e' || current == 'E') {
            advance();
            if (current == '+' || current == '-') {
                advance();
            }
            if (!skipDecimals()) {
                problem("expected exponent");
            }
        }
        if (isLetter(current)) {
            problem("illegal number format");
            while (isLetter(current) || isDigit(current)) {
                advance();
            }
        }
        return TokenKind.NUMBER;
    }

    private boolean skipDecimals() {
        int start = offset;
        while (isDecimal(current)) {
            advance();
        }
        return offset > start;
    }

    private TokenKind string() {
        while (true) {
            if (current == '\n' || current == END) {
                problem("non-terminated string");
                return TokenKind.STRING;
            }
            int c = current;
            advance();
            if (c == '"') {
                return TokenKind.STRING;
            }
            if (c == '\\') {
                escape(false);
            }
        }
    }

    private TokenKind rawString() {
        while (current != '`') {
            if (current == END) {
                problem("non-terminated string");
                return TokenKind.RAW_STRING;
            }
            advance();
        }
        advance();
        return TokenKind.RAW_STRING;
    }

    private void escape(boolean inTemplate) {
        switch (current) {
            case '\\', '"', '/', 'b', 'f', 'n', 'r', 't' -> advance();
            case 'u' -> {
                // the fourth digit is read as a plain character; the parser checks all of them
                for (int i = 0; i < 4; i++) {
                    advance();
                }
            }
            default -> {
                if (inTemplate && current == '{') {
                    advance();
                } else {
                    problem("illegal escape sequence");
                }
            }
        }
    }

    private TokenKind templateStart() {
        boolean raw = current == '`';
        if (!raw && current != '"') {
            problem("illegal $ character");
            return TokenKind.ILLEGAL;
        }
        advance();
        boolean ends = template(new Template(raw));
        if (raw) {
            return ends ? TokenKind.RAW_TEMPLATE_END : TokenKind.RAW_TEMPLATE_PART;
        }
        return ends ? TokenKind.TEMPLATE_END : TokenKind.TEMPLATE_PART;
    }

    /** Reads template text; says whether that is the end of the string, and not an expression. */
    private boolean template(Template template) {
        boolean raw = template.raw;
        while (true) {
            if (current == END || (current == '\n' && !raw)) {
                problem("non-terminated string");
                return true;
            }
            int c = current;
            advance();
            if (c == (raw ? '`' : '"')) {
                return true;
            }
            if (c == '{') {
                templates.push(template);
                return false;
            }
            if (c == '\\' && !raw) {
                escape(true);
            } else if (c == '\\' && current == '{') {
                advance();
            }
        }
    }

    private TokenKind leftBrace() {
        if (!templates.isEmpty()) {
            templates.peek().openBraces++;
        }
        return TokenKind.LEFT_BRACE;
    }

    private TokenKind rightBrace() {
        if (templates.isEmpty() || templates.peek().openBraces-- > 0) {
            return TokenKind.RIGHT_BRACE;
        }
        Template template = templates.pop();
        template.openBraces = 0;
        return template(template) ? TokenKind.LAST_TEMPLATE_PART : TokenKind.NEXT_TEMPLATE_PART;
    }

    private void advance() {
        if (current == '\n') {
            row++;
            column = 0;
        }
        offset = nextOffset;
        if (offset >= text.length()) {
            // as in OPA the end has no column of its own
            current = END;
            return;
        }
        column++;
        current = text.codePointAt(offset);
        nextOffset = offset + Character.charCount(current);
        if (current == 0) {
            problem("illegal null character");
        } else if (current >= Character.MIN_SURROGATE && current <= Character.MAX_SURROGATE) {
            problem("illegal utf-8 character");
        } else if (current == BYTE_ORDER_MARK && offset > 0) {
            problem("illegal byte-order mark");
        }
    }

    private void problem(String what) {
        problems.add(what);
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDecimal(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isDigit(int c) {
        return isDecimal(c) || (c >= 0x80 && Character.isDigit(c));
    }
}
