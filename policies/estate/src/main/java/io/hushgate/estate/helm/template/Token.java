package io.hushgate.estate.helm.template;

/**
 * A piece of a template.
 *
 * @param text of a string after unescaping, of a literal text after trimming
 * @param offset where it begins in the template
 */
record Token(Kind kind, String text, int offset) {
    enum Kind {
        LITERAL,
        OPEN,
        CLOSE,
        FIELD,
        VARIABLE,
        NAME,
        KEYWORD,
        STRING,
        CHARACTER,
        NUMBER,
        PIPE,
        DECLARE,
        ASSIGN,
        COMMA,
        LEFT,
        RIGHT,
        DOT,
        SPACE,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isKeyword(String word) {
        return kind == Kind.KEYWORD && text.equals(word);
    }
}
