package io.hushgate.estate.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A piece of YAML, JSON or HCL with its place. */
public sealed interface Node {

    /** Where it begins; of a quoted or block scalar, its first character. */
    Place place();

    /**
     * A single value.
     *
     * @param text after unescaping; of a template, as written
     * @param tag a YAML tag such as {@code !vault}; empty if none was written
     */
    record Scalar(Form form, String text, String tag, Origin origin) implements Node {
        @Override
        public Place place() {
            return origin.place();
        }

        /** A scalar that is not written as such: it stands for something at a place. */
        public static Scalar standingFor(Form form, String text, Place place) {
            Source source = new FixedSource(text, place);
            return new Scalar(form, text, "", new Origin(source, 0, text.length(), Escapes.NONE));
        }

        /** The text as something to be read in its own turn. */
        public Source asSource() {
            return origin.read(text);
        }

        /** Tells whether the text stands there for good, with nothing to be filled in. */
        public boolean isLiteral() {
            return form != Form.TEMPLATE;
        }
    }

    /** What a scalar is. */
    enum Form {
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL,
        /** Text with something to be filled in: {@code "${var.x}"}, {@code {{ .Values.x }}}. */
        TEMPLATE
    }

    /** A list. */
    record Sequence(List<Node> items, Place place) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /**
     * Keys and values in the order of the text; a key may occur twice, and in HCL blocks repeat
     * theirs.
     */
    record Mapping(List<Entry> entries, Place place) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /** The value of a key; the last one where there are several, as most parsers have it. */
        public Optional<Node> get(String key) {
            for (int i = entries.size() - 1; i >= 0; i--) {
                if (entries.get(i).key().text().equals(key)) {
                    return Optional.of(entries.get(i).value());
                }
            }
            return Optional.empty();
        }

        /** The scalar at a key; empty for {@code null} and anything that is no scalar. */
        public Optional<Scalar> scalar(String key) {
            return get(key).filter(Scalar.class::isInstance)
                    .map(Scalar.class::cast)
                    .filter(scalar -> scalar.form() != Form.NULL);
        }

        /** The text of the scalar at a key, or {@code ""}. */
        public String text(String key) {
            return scalar(key).map(Scalar::text).orElse("");
        }

        /**
         * The mapping at a key, whether written as a value or as a block without labels; else an
         * empty one.
         */
        public Mapping mapping(String key) {
            return get(key).flatMap(Node::asMapping).orElseGet(() -> new Mapping(List.of(), place));
        }

        /** Follows {@link #mapping} along keys. */
        public Mapping at(String... keys) {
            Mapping here = this;
            for (String key : keys) {
                here = here.mapping(key);
            }
            return here;
        }

        /** The items at a key: those of a list, or the one value itself. */
        public List<Node> items(String key) {
            return get(key).map(Node::asItems).orElse(List.of());
        }

        /** The mappings among {@link #items}. */
        public List<Mapping> mappings(String key) {
            return items(key).stream().flatMap(item -> item.asMapping().stream()).toList();
        }

        /** The scalars among {@link #items}. */
        public List<Scalar> scalars(String key) {
            return items(key).stream()
                    .filter(Scalar.class::isInstance)
                    .map(Scalar.class::cast)
                    .filter(scalar -> scalar.form() != Form.NULL)
                    .toList();
        }

        /** The texts of {@link #scalars}. */
        public List<String> texts(String key) {
            return scalars(key).stream().map(Scalar::text).toList();
        }

        /** All values of a key, in order: the blocks of a type. */
        public List<Node> all(String key) {
            List<Node> found = new ArrayList<>();
            for (Entry entry : entries) {
                if (entry.key().text().equals(key)) {
                    found.add(entry.value());
                }
            }
            return found;
        }

        @Override
        public Mapping standingAt(Place at) {
            return new Mapping(
                    entries.stream()
                            .map(entry ->
                                    new Entry(
                                            Scalar.standingFor(Form.TEXT, entry.key().text(), at),
                                            entry.value().standingAt(at)))
                            .toList(),
                    at);
        }

        /** The blocks of a type. */
        public List<Block> blocks(String type) {
            return all(type).stream()
                    .filter(Block.class::isInstance)
                    .map(Block.class::cast)
                    .toList();
        }
    }

    /** A key with its value. */
    record Entry(Scalar key, Node value) {}

    /** An HCL block; its type is the key that it stands under. */
    record Block(List<Scalar> labels, Mapping body, Place place) implements Node {
        public Block {
            labels = List.copyOf(labels);
        }

        /** The text of a label, or {@code ""}. */
        public String label(int index) {
            return index < labels.size() ? labels.get(index).text() : "";
        }
    }

    /**
     * An HCL function call, not evaluated.
     *
     * @param text all of it, as written
     */
    record Call(String function, List<Node> arguments, String text, Place place) implements Node {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** Any other HCL expression, as written. */
    record Expression(String text, Place place) implements Node {}

    /** The same values, all of them at one place: what comes into a file from elsewhere. */
    default Node standingAt(Place place) {
        return switch (this) {
            case Scalar scalar -> Scalar.standingFor(scalar.form(), scalar.text(), place);
            case Mapping mapping -> mapping.standingAt(place);
            case Sequence sequence ->
                    new Sequence(
                            sequence.items().stream().map(item -> item.standingAt(place)).toList(),
                            place);
            case Block block -> new Block(block.labels(), block.body().standingAt(place), place);
            case Call call ->
                    new Call(
                            call.function(),
                            call.arguments().stream().map(item -> item.standingAt(place)).toList(),
                            call.text(),
                            place);
            case Expression expression -> new Expression(expression.text(), place);
        };
    }

    /** This node if it maps keys: a mapping, or the body of a block without labels. */
    default Optional<Mapping> asMapping() {
        return switch (this) {
            case Mapping mapping -> Optional.of(mapping);
            case Block block when block.labels().isEmpty() -> Optional.of(block.body());
            case Block _, Scalar _, Sequence _, Call _, Expression _ -> Optional.empty();
        };
    }

    /** The items of a list, or this node alone. */
    default List<Node> asItems() {
        return this instanceof Sequence sequence ? sequence.items() : List.of(this);
    }
}
