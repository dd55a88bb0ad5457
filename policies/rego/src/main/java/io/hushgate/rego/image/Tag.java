package io.hushgate.rego.image;

/** What kind of node follows, in one byte. */
final class Tag {
    /** Goes up with every change of the format, or of what a compiled rule looks like. */
    static final int VERSION = 2;

    static final int NULL = 0;
    static final int FALSE = 1;
    static final int TRUE = 2;
    static final int NUMBER = 3;
    static final int TEXT = 4;
    static final int VAR = 5;
    static final int REF = 6;
    static final int CALL = 7;
    static final int ARRAY = 8;
    static final int SET = 9;
    static final int OBJECT = 10;
    static final int ARRAY_COMPREHENSION = 11;
    static final int SET_COMPREHENSION = 12;
    static final int OBJECT_COMPREHENSION = 13;

    static final int OF_TERM = 0;
    static final int EVERY = 1;
    static final int NOT = 2;
    static final int AND = 3;
    static final int OR = 4;

    private Tag() {}
}
