package io.hushgate.rego.syntax;

import java.util.List;

/**
 * A piece of a text.
 *
 * @param kind a word has the kind of the keyword that it is in some version; the parser decides if
 *     it is one here
 * @param start offset in UTF-16 units; the end is exclusive
 * @param row from 1; {@code column} too, in code points
 * @param spaced whether white space or a comment stands before it
 * @param newline whether a line break stands before it
 * @param problems what is wrong with the text; a token with problems is {@link TokenKind#ILLEGAL}
 */
record Token(
        TokenKind kind,
        int start,
        int end,
        int row,
        int column,
        boolean spaced,
        boolean newline,
        List<String> problems) {}
