package io.hushgate.rego.value;

/** The null of Rego and JSON, which is a value and not the same as undefined. */
public final class RegoNull extends Value {
    public static final RegoNull NULL = new RegoNull();

    private RegoNull() {}

    @Override
    public Kind kind() {
        return Kind.NULL;
    }

    @Override
    int computeHash() {
        return 0x6e756c6c;
    }

    @Override
    boolean sameAs(Value other) {
        return true;
    }

    @Override
    int compareSameKind(Value other) {
        return 0;
    }
}
