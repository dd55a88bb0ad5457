package io.hushgate.rego.ast;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Builtins that are written with a symbol between their arguments. */
public enum Operator {
    ASSIGN("assign", ":="),
    EQ("eq", "="),
    EQUAL("equal", "=="),
    NEQ("neq", "!="),
    LT("lt", "<"),
    LTE("lte", "<="),
    GT("gt", ">"),
    GTE("gte", ">="),
    PLUS("plus", "+"),
    MINUS("minus", "-"),
    MUL("mul", "*"),
    DIV("div", "/"),
    REM("rem", "%"),
    AND("and", "&"),
    OR("or", "|"),
    /** {@code value in domain}. */
    MEMBER("internal.member_2", "in"),
    /** {@code key, value in domain}. */
    MEMBER_WITH_KEY("internal.member_3", "in");

    private static final Map<String, Operator> BY_NAME = new HashMap<>();

    static {
        for (Operator operator : values()) {
            BY_NAME.put(operator.function, operator);
        }
    }

    private final String function;
    private final String symbol;

    Operator(String function, String symbol) {
        this.function = function;
        this.symbol = symbol;
    }

    /** The name of the builtin. */
    public String function() {
        return function;
    }

    /** The symbol as written in a module. */
    public String symbol() {
        return symbol;
    }

    public Ref ref(Location location) {
        int dot = function.indexOf('.');
        return dot < 0
                ? Ref.of(location, function)
                : Ref.of(location, function.substring(0, dot), function.substring(dot + 1));
    }

    /** Whether {@code function} names this operator. */
    boolean isNamedBy(Ref function) {
        return switch (function.size()) {
            case 1 -> function.head() instanceof Var v && v.name().equals(this.function);
            case 2 -> this.function.indexOf('.') > 0 && function.equals(ref(Location.NONE));
            default -> false;
        };
    }

    /** The operator behind a builtin name. */
    public static Optional<Operator> ofFunction(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
