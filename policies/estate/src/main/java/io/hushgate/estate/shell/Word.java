package io.hushgate.estate.shell;

import io.hushgate.estate.tree.Escapes;
import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Origin;

/**
 * A word of a command.
 *
 * @param text without its quotes, expansions as written
 * @param expands whether the shell would fill something in
 */
record Word(String text, boolean expands, Origin origin) {

    /** The part after an offset as a value. */
    Scalar from(int offset) {
        return new Scalar(
                expands ? Form.TEMPLATE : Form.TEXT,
                text.substring(offset),
                "",
                new Origin(origin.read(text), offset, text.length(), Escapes.NONE));
    }

    boolean is(String what) {
        return text.equals(what);
    }
}
