package io.hushgate.rego.value;

/** True or false; there is one instance of each, so identity decides. */
public final class RegoBoolean extends Value {
    public static final RegoBoolean TRUE = new RegoBoolean(true);
    public static final RegoBoolean FALSE = new RegoBoolean(false);

    private final boolean value;

    private RegoBoolean(boolean value) {
        this.value = value;
    }

    public static RegoBoolean of(boolean value) {
        return value ? TRUE : FALSE;
    }

    public boolean value() {
        return value;
    }

    @Override
    public Kind kind() {
        return Kind.BOOLEAN;
    }

    @Override
    int computeHash() {
        return Boolean.hashCode(value);
    }

    @Override
    boolean sameAs(Value other) {
        return false;
    }

    @Override
    int compareSameKind(Value other) {
        return Boolean.compare(value, ((RegoBoolean) other).value);
    }
}
