package io.hushgate.rego.syntax;

import io.hushgate.rego.ast.Operator;

/**
 * How tightly operators bind; all of them are left-associative. {@code in} binds less than any of
 * these.
 */
final class Precedence {
    /** Comparisons. */
    static final int LOWEST = 1;

    private static final int NONE = 0;

    private Precedence() {}

    /** The precedence of an operator, or 0 for any other token. */
    static int of(TokenKind kind) {
        return switch (kind) {
            case EQUAL, NEQ, LT, GT, LTE, GTE -> LOWEST;
            case OR -> 2;
            case AND -> 3;
            case PLUS, MINUS -> 4;
            case MUL, DIV, REM -> 5;
            default -> NONE;
        };
    }

    static Operator operator(TokenKind kind) {
        return switch (kind) {
            case EQUAL -> Operator.EQUAL;
            case NEQ -> Operator.NEQ;
            case LT -> Operator.LT;
            case GT -> Operator.GT;
            case LTE -> Operator.LTE;
            case GTE -> Operator.GTE;
            case OR -> Operator.OR;
            case AND -> Operator.AND;
            case PLUS -> Operator.PLUS;
            case MINUS -> Operator.MINUS;
            case MUL -> Operator.MUL;
            case DIV -> Operator.DIV;
            case REM -> Operator.REM;
            default -> throw new IllegalArgumentException(kind + " is no operator");
        };
    }
}
