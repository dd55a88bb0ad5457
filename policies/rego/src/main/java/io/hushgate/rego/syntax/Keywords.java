package io.hushgate.rego.syntax;

import io.hushgate.rego.ast.RegoVersion;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which words are keywords: always, since version 1, or by import. */
final class Keywords {
    private static final Set<TokenKind> SINCE_V1 =
            EnumSet.of(TokenKind.IN, TokenKind.EVERY, TokenKind.CONTAINS, TokenKind.IF);
    private static final Set<TokenKind> BY_IMPORT =
            EnumSet.of(TokenKind.NOT, TokenKind.LOGICAL_AND, TokenKind.LOGICAL_OR);
    private static final Set<TokenKind> ALWAYS = EnumSet.range(TokenKind.PACKAGE, TokenKind.FALSE);
    private static final Map<String, TokenKind> BY_WORD = new HashMap<>();

    static {
        for (TokenKind kind : TokenKind.values()) {
            if (kind.isKeyword()) {
                BY_WORD.put(kind.text(), kind);
            }
        }
    }

    private Keywords() {}

    /** The keyword that a word is in some version of the language, or {@link TokenKind#IDENT}. */
    static TokenKind kindOf(String word) {
        return BY_WORD.getOrDefault(word, TokenKind.IDENT);
    }

    /** What is a keyword before any import was read. */
    static Set<TokenKind> of(RegoVersion version) {
        Set<TokenKind> keywords = EnumSet.copyOf(ALWAYS);
        if (version == RegoVersion.V1) {
            keywords.addAll(SINCE_V1);
        }
        return keywords;
    }

    static Set<TokenKind> sinceV1() {
        return Collections.unmodifiableSet(SINCE_V1);
    }

    /** What {@code import future.keywords} without a name stands for. */
    static Set<TokenKind> future() {
        Set<TokenKind> future = EnumSet.copyOf(SINCE_V1);
        future.addAll(BY_IMPORT);
        return future;
    }

    /**
     * What {@code import future.keywords.word} switches on, or null if there is no such keyword.
     */
    static @Nullable TokenKind future(String word) {
        TokenKind kind = kindOf(word);
        return SINCE_V1.contains(kind) || BY_IMPORT.contains(kind) ? kind : null;
    }

    /** Whether a word can never be a plain name in this version. */
    static boolean isReserved(String word, RegoVersion version) {
        return of(version).contains(kindOf(word));
    }
}
