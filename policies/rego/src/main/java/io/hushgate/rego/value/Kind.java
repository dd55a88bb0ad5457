package io.hushgate.rego.value;

/**
 * The seven kinds of Rego values, declared in the order in which values of different kinds sort.
 */
public enum Kind {
    NULL("null"),
    BOOLEAN("boolean"),
    NUMBER("number"),
    STRING("string"),
    ARRAY("array"),
    OBJECT("object"),
    SET("set");

    private final String text;

    Kind(String text) {
        this.text = text;
    }

    /** The name that {@code type_name} yields and that error messages use. */
    public String text() {
        return text;
    }
}
