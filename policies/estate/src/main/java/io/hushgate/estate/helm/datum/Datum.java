package io.hushgate.estate.helm.datum;

import java.util.List;
import java.util.Optional;

/** A value of a template. */
public sealed interface Datum {
    /** Go's {@code nil}: a key that is missing, or {@code null}. */
    record Nil() implements Datum {
        private static final Nil NIL = new Nil();
    }

    /** A truth value. */
    record Truth(boolean value) implements Datum {
        public static final Truth TRUE = new Truth(true);
        public static final Truth FALSE = new Truth(false);

        public static Truth of(boolean value) {
            return value ? TRUE : FALSE;
        }
    }

    /**
     * An integer of a template. Numbers of values files are {@link Real}, whatever they look like.
     */
    record Whole(long value) implements Datum {}

    /** A floating-point number. */
    record Real(double value) implements Datum {}

    /**
     * A text.
     *
     * @param leaf where it is written, if it is the value of a key
     */
    record Text(String text, Optional<Leaf> leaf) implements Datum {
        public static final Text EMPTY = new Text("");

        public Text(String text) {
            this(text, Optional.empty());
        }
    }

    /** A list. */
    record Items(List<Datum> items) implements Datum {
        public static final Items EMPTY = new Items(List.of());

        public Items {
            items = List.copyOf(items);
        }
    }

    /** Keys and values; templates change it in place. */
    record Table(Dict dict) implements Datum {}

    /** Something with methods, such as the files of a chart. */
    record Native(NativeObject object) implements Datum {}

    /** No value. */
    static Datum nil() {
        return Nil.NIL;
    }

    static Text text(String text) {
        return text.isEmpty() ? Text.EMPTY : new Text(text);
    }

    static Table table() {
        return new Table(new Dict());
    }

    /** What an {@code if} makes of it: empty things are false. */
    default boolean isTrue() {
        return switch (this) {
            case Nil _ -> false;
            case Truth(var value) -> value;
            case Whole(var value) -> value != 0;
            case Real(var value) -> value != 0;
            case Text(var text, _) -> !text.isEmpty();
            case Items(var items) -> !items.isEmpty();
            case Table(var dict) -> !dict.isEmpty();
            case Native(var object) -> object.isTrue();
        };
    }

    default boolean isNil() {
        return this instanceof Nil;
    }

    /** The name of Go's kind, as {@code kindOf} gives it. */
    default String kind() {
        return switch (this) {
            case Nil _ -> "invalid";
            case Truth _ -> "bool";
            case Whole _ -> "int";
            case Real _ -> "float64";
            case Text _ -> "string";
            case Items _ -> "slice";
            case Table _ -> "map";
            case Native _ -> "struct";
        };
    }

    /** The name of Go's type, as {@code typeOf} gives it. */
    default String type() {
        return switch (this) {
            case Nil _ -> "<nil>";
            case Items _ -> "[]interface {}";
            case Table _ -> "map[string]interface {}";
            case Native(var object) -> object.type();
            case Truth _, Whole _, Real _, Text _ -> kind();
        };
    }
}
