package io.hushgate.rego.ast;

/**
 * A comment line.
 *
 * @param text what follows the {@code #}, up to the end of the line
 */
public record Comment(String text, Location location) {
    @Override
    public String toString() {
        return "#" + text;
    }
}
