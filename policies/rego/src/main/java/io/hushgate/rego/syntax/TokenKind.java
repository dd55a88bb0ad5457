package io.hushgate.rego.syntax;

/** What a token is. The text is how OPA names it in error messages. */
enum TokenKind {
    ILLEGAL("illegal"),
    EOF("eof"),
    WHITESPACE("whitespace"),
    IDENT("identifier"),
    NUMBER("number"),
    STRING("string"),
    RAW_STRING("string"),
    /** A template string up to its first expression. */
    TEMPLATE_PART("template-string-part"),
    /** A template string without expressions. */
    TEMPLATE_END("template-string-end"),
    RAW_TEMPLATE_PART("raw-template-string-part"),
    RAW_TEMPLATE_END("raw-template-string-end"),
    /**
     * What follows an expression in a template, up to the next one; begins with the closing brace.
     */
    NEXT_TEMPLATE_PART("}"),
    /** What follows the last expression. */
    LAST_TEMPLATE_PART("}"),

    PACKAGE("package"),
    IMPORT("import"),
    AS("as"),
    DEFAULT("default"),
    ELSE("else"),
    NOT("not"),
    SOME("some"),
    WITH("with"),
    NULL("null"),
    TRUE("true"),
    FALSE("false"),
    IN("in"),
    EVERY("every"),
    CONTAINS("contains"),
    IF("if"),
    LOGICAL_AND("and"),
    LOGICAL_OR("or"),

    LEFT_BRACKET("["),
    RIGHT_BRACKET("]"),
    LEFT_BRACE("{"),
    RIGHT_BRACE("}"),
    LEFT_PAREN("("),
    RIGHT_PAREN(")"),
    COMMA(","),
    COLON(":"),
    SEMICOLON(";"),
    DOT("."),
    PLUS("plus"),
    MINUS("minus"),
    MUL("mul"),
    DIV("div"),
    REM("rem"),
    AND("and"),
    OR("or"),
    UNIFY("eq"),
    ASSIGN("assign"),
    EQUAL("equal"),
    NEQ("neq"),
    GT("gt"),
    LT("lt"),
    GTE("gte"),
    LTE("lte");

    private final String text;

    TokenKind(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /**
     * Whether this is a word with a meaning of its own, in some version of the language at least.
     */
    boolean isKeyword() {
        return compareTo(PACKAGE) >= 0 && compareTo(LOGICAL_OR) <= 0;
    }

    /** Whether this goes on with a template after an expression. */
    boolean continuesTemplate() {
        return this == NEXT_TEMPLATE_PART || this == LAST_TEMPLATE_PART;
    }

    /** Whether an expression of a template follows. */
    boolean opensExpression() {
        return this == TEMPLATE_PART || this == RAW_TEMPLATE_PART || this == NEXT_TEMPLATE_PART;
    }
}
