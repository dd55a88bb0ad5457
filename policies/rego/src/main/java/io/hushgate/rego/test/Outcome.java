package io.hushgate.rego.test;

/** How a test ended. */
public enum Outcome {
    /** The rule is true; with cases, all of them are. */
    PASS,
    /** The rule is undefined or anything but true. */
    FAIL,
    /** The name begins with {@code todo_}. */
    SKIPPED,
    /** The evaluation ended with an error. */
    ERROR
}
