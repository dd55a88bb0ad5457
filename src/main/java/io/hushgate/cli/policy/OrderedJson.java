package io.hushgate.cli.policy;

import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;

/** JSON whose keys stand in the order in which they were put, as Go writes its structures. */
sealed interface OrderedJson {
    /** A document by itself; its own keys are sorted. */
    record Leaf(Value value) implements OrderedJson {}

    /** The members in order. */
    record Members(List<OrderedJson> members) implements OrderedJson {
        public Members {
            members = List.copyOf(members);
        }
    }

    /** The fields in order. */
    record Fields(List<Field> fields) implements OrderedJson {
        public Fields {
            fields = List.copyOf(fields);
        }

        Fields with(String key, OrderedJson value) {
            List<Field> more = new ArrayList<>(fields);
            more.add(new Field(key, value));
            return new Fields(more);
        }

        Fields with(String key, Value value) {
            return with(key, new Leaf(value));
        }

        Fields with(String key, String text) {
            return with(key, RegoString.of(text));
        }
    }

    /** A key and what stands under it. */
    record Field(String key, OrderedJson value) {}

    /** An object without fields. */
    static Fields object() {
        return new Fields(List.of());
    }

    static OrderedJson array(List<? extends OrderedJson> members) {
        return new Members(List.copyOf(members));
    }

    /** Over several lines, two spaces a level, with Go's escapes for HTML. */
    default String write() {
        StringBuilder text = new StringBuilder();
        write(this, "", text);
        return text.toString();
    }

    private static void write(OrderedJson json, String indent, StringBuilder text) {
        String inner = indent + "  ";
        switch (json) {
            case Leaf(var value) -> new JsonWriter(true, indent, "  ", true).write(value, text);
            case Members(var members) -> {
                text.append('[');
                for (int i = 0; i < members.size(); i++) {
                    text.append(i == 0 ? "\n" : ",\n").append(inner);
                    write(members.get(i), inner, text);
                }
                text.append(members.isEmpty() ? "]" : "\n" + indent + "]");
            }
            case Fields(var fields) -> {
                text.append('{');
                for (int i = 0; i < fields.size(); i++) {
                    text.append(i == 0 ? "\n" : ",\n").append(inner);
                    write(new Leaf(RegoString.of(fields.get(i).key())), inner, text);
                    text.append(": ");
                    write(fields.get(i).value(), inner, text);
                }
                text.append(fields.isEmpty() ? "}" : "\n" + indent + "}");
            }
        }
    }
}
