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
    TEMPLATE_PART("template-string-part"),
    TEMPLATE_END("template-string-end"),
    RAW_TEMPLATE_PART("raw-template-string-part"),
    RAW_TEMPLATE_END("raw-template-string-end"),

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

    /** Whether this ends a template string or goes on with it after an expression. */
    boolean isTemplate() {
        return compareTo(TEMPLATE_PART) >= 0 && compareTo(RAW_TEMPLATE_END) <= 0;
    }

    /** Whether another piece of the template follows. */
    boolean isTemplatePart() {
        return this == TEMPLATE_PART || this == RAW_TEMPLATE_PART;
    }
}
