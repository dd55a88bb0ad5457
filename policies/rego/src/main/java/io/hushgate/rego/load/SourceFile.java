package io.hushgate.rego.load;

/**
 * The text of one module.
 *
 * @param name path as it is shown in messages, with {@code /}
 */
public record SourceFile(String name, String text) {
    /** True for a file of tests by OPA's convention. */
    public boolean isTest() {
        return name.endsWith("_test.rego");
    }
}
