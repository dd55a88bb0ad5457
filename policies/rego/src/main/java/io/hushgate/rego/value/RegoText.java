package io.hushgate.rego.value;

/** Prints a value as Rego source text: {@code {"a": [1, "x"]}}, {@code {1, 2}}, {@code set()}. */
final class RegoText implements ValueVisit.Listener {
    private final StringBuilder out = new StringBuilder();

    private RegoText() {}

    static String of(Value value) {
        RegoText text = new RegoText();
        ValueVisit.walk(value, text);
        return text.out.toString();
    }

    @Override
    public void scalar(Value value) {
        switch (value) {
            case RegoNull _ -> out.append("null");
            case RegoBoolean bool -> out.append(bool.value());
            case RegoNumber number -> out.append(number.text());
            case RegoString string -> JsonString.quote(string.value(), false, out);
            case RegoArray _, RegoObject _, RegoSet _ ->
                    throw new IllegalStateException("a collection is no scalar");
        }
    }

    @Override
    public void open(Value collection, int level) {
        if (collection instanceof RegoSet set && set.size() == 0) {
            out.append("set(");
        } else {
            out.append(collection instanceof RegoArray ? '[' : '{');
        }
    }

    @Override
    public void next(int index, int level) {
        if (index > 0) {
            out.append(", ");
        }
    }

    @Override
    public boolean key(Value key) {
        return false;
    }

    @Override
    public void colon() {
        out.append(": ");
    }

    @Override
    public void close(Value collection, int level) {
        if (collection instanceof RegoSet set && set.size() == 0) {
            out.append(')');
        } else {
            out.append(collection instanceof RegoArray ? ']' : '}');
        }
    }
}
