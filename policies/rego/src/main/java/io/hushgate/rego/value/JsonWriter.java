package io.hushgate.rego.value;

/**
 * Prints values as JSON the way OPA does: keys sorted, numbers as they were written, sets as sorted
 * arrays, and keys that are no strings as the text of their JSON.
 *
 * @param prefix what every line but the first begins with; only when {@code pretty}
 * @param indent what each level of nesting adds; only when {@code pretty}
 * @param html whether {@code < > &} are escaped, as Go's encoder does unless told otherwise
 */
public record JsonWriter(boolean pretty, String prefix, String indent, boolean html) {
    /** One line without any space. */
    public static final JsonWriter COMPACT = new JsonWriter(false, "", "", false);

    /** Two spaces a level: what {@code opa eval} prints. */
    public static final JsonWriter PRETTY = new JsonWriter(true, "", "  ", false);

    /** Objects as keys of objects as keys: each level doubles the backslashes. */
    private static final int MAX_KEYS_IN_KEYS = 8;

    public String write(Value value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    /**
     * Appends the JSON of a value.
     *
     * @throws IllegalArgumentException if objects stand as keys within keys more than {@value
     *     #MAX_KEYS_IN_KEYS} levels deep
     */
    public void write(Value value, StringBuilder out) {
        ValueVisit.walk(value, new Writing(this, out, 0));
    }

    /** One run of the writer. */
    private static final class Writing implements ValueVisit.Listener {
        private final JsonWriter style;
        private final StringBuilder out;
        private final int keysInKeys;

        /** Whether the collection opened last is still empty. */
        private boolean empty;

        Writing(JsonWriter style, StringBuilder out, int keysInKeys) {
            this.style = style;
            this.out = out;
            this.keysInKeys = keysInKeys;
        }

        @Override
        public void scalar(Value value) {
            if (value instanceof RegoString string) {
                JsonString.quote(string.value(), style.html, out);
            } else {
                out.append(value);
            }
        }

        @Override
        public void open(Value collection, int level) {
            out.append(collection instanceof RegoObject ? '{' : '[');
            empty = true;
        }

        @Override
        public void next(int index, int level) {
            if (index > 0) {
                out.append(',');
            }
            empty = false;
            breakLine(level);
        }

        /** Keys that are no strings become the text of their JSON, and sort as such. */
        @Override
        public RegoObject arranged(RegoObject object) {
            boolean texts = true;
            for (int i = 0; i < object.size(); i++) {
                texts &= object.keyAt(i) instanceof RegoString;
            }
            if (texts) {
                return object;
            }
            RegoObject.Builder arranged = RegoObject.builder();
            object.forEach((key, value) -> arranged.put(text(key), value));
            return arranged.build();
        }

        private String text(Value key) {
            if (key instanceof RegoString string) {
                return string.value();
            }
            if (keysInKeys == MAX_KEYS_IN_KEYS) {
                throw new IllegalArgumentException(
                        "objects stand as keys within keys more than %d levels deep"
                                .formatted(MAX_KEYS_IN_KEYS));
            }
            StringBuilder inner = new StringBuilder();
            ValueVisit.walk(key, new Writing(COMPACT, inner, keysInKeys + 1));
            return inner.toString();
        }

        @Override
        public boolean key(Value key) {
            JsonString.quote(text(key), style.html, out);
            return true;
        }

        @Override
        public void colon() {
            out.append(style.pretty ? ": " : ":");
        }

        @Override
        public void close(Value collection, int level) {
            if (!empty) {
                breakLine(level - 1);
            }
            empty = false;
            out.append(collection instanceof RegoObject ? '}' : ']');
        }

        private void breakLine(int level) {
            if (style.pretty) {
                out.append('\n').append(style.prefix);
                for (int i = 0; i < level; i++) {
                    out.append(style.indent);
                }
            }
        }
    }
}
