package io.hushgate.rego.ast;

/** The codes of OPA's errors, by which people and tools tell them apart. */
public enum ErrorCode {
    PARSE("rego_parse_error"),
    COMPILE("rego_compile_error"),
    UNSAFE_VAR("rego_unsafe_var_error"),
    TYPE("rego_type_error"),
    RECURSION("rego_recursion_error"),
    EVAL_CONFLICT("eval_conflict_error"),
    EVAL_BUILTIN("eval_builtin_error"),
    EVAL_TYPE("eval_type_error"),
    EVAL_WITH_MERGE("eval_with_merge_error"),
    EVAL_CANCEL("eval_cancel_error"),
    EVAL_INTERNAL("eval_internal_error");

    private final String id;

    ErrorCode(String id) {
        this.id = id;
    }

    /** The code as OPA prints it. */
    public String id() {
        return id;
    }

    @Override
    public String toString() {
        return id;
    }
}
