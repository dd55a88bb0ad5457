package io.hushgate.rego.ast;

/**
 * Keywords by import that change what other text means.
 *
 * @param not {@code import future.keywords.not}: negation holds also where a part of the negated
 *     expression is undefined
 * @param and {@code import future.keywords.and}
 * @param or {@code import future.keywords.or}
 */
public record Features(boolean not, boolean and, boolean or) {
    public static final Features NONE = new Features(false, false, false);
}
