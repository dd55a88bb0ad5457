package io.hushgate.rego.annotation;

import io.hushgate.rego.ast.Annotations;
import io.hushgate.rego.ast.Annotations.Author;
import io.hushgate.rego.ast.Annotations.Compile;
import io.hushgate.rego.ast.Annotations.RelatedResource;
import io.hushgate.rego.ast.Annotations.Schema;
import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.Comment;
import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.ObjectTerm;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Finds and reads metadata blocks: comment lines at the beginning of a line, the first of which
 * says {@code METADATA}, the others YAML.
 *
 * @see <a href="https://www.openpolicyagent.org/docs/policy-language#annotations">OPA:
 *     annotations</a>
 */
public final class MetadataReader {
    private static final String MARK = "METADATA";
    private static final String SCHEMA_ROOT = "schema";

    private final Function<String, Term> parseTerm;
    private final Consumer<RegoError> errors;

    /**
     * @param parseTerm reads a term, throws {@link RegoException} if there is none
     * @param errors receives what is wrong with blocks; these are left out of the result
     */
    public MetadataReader(Function<String, Term> parseTerm, Consumer<RegoError> errors) {
        this.parseTerm = parseTerm;
        this.errors = errors;
    }

    /**
     * A block that was read.
     *
     * @param scope as written, or "" if the block does not say
     * @param body all that does not depend on where the block stands; scope and target are not yet
     *     known
     */
    public record Block(String scope, Annotations body) {}

    /** The blocks among the comments of a module, in order. */
    public List<Block> read(List<Comment> comments) {
        List<Block> blocks = new ArrayList<>();
        int i = 0;
        while (i < comments.size()) {
            Comment first = comments.get(i);
            i++;
            if (!isMark(first)) {
                continue;
            }
            int from = i;
            while (i < comments.size() && continues(comments.get(i - 1), comments.get(i))) {
                i++;
            }
            try {
                blocks.add(block(first, comments.subList(from, i)));
            } catch (MetadataProblem problem) {
                errors.accept(new RegoError(ErrorCode.PARSE, problem.text(), problem.location()));
            }
        }
        return blocks;
    }

    private static boolean isMark(Comment comment) {
        return comment.location().column() == 1 && comment.text().strip().startsWith(MARK);
    }

    private static boolean continues(Comment previous, Comment next) {
        return next.location().column() == 1
                && next.location().row() == previous.location().row() + 1
                && !isMark(next);
    }

    private Block block(Comment first, List<Comment> lines) {
        Location location =
                lines.isEmpty()
                        ? first.location()
                        : first.location().upTo(lines.getLast().location().end());
        StringBuilder yaml = new StringBuilder();
        for (Comment line : lines) {
            String text = line.text();
            yaml.append(text.startsWith(" ") ? text.substring(1) : text).append('\n');
        }
        if (yaml.toString().isBlank()) {
            throw new MetadataProblem(location, "expected METADATA block, found whitespace");
        }
        try {
            Optional<Term> document =
                    YamlTerms.read(yaml.toString(), line -> place(line, location, lines));
            return switch (document.orElse(new ObjectTerm(List.of(), Location.NONE))) {
                case ObjectTerm fields -> block(new Fields(fields, location), location);
                case Scalar.Null _ ->
                        block(new Fields(new ObjectTerm(List.of(), location), location), location);
                case Term other ->
                        throw new MetadataProblem(
                                location,
                                "a METADATA block must be a YAML mapping, got: "
                                        + other.typeName());
            };
        } catch (YamlTerms.Unreadable e) {
            throw new MetadataProblem(place(e.line(), location, lines), withHint(e, lines));
        }
    }

    private static Location place(int line, Location block, List<Comment> lines) {
        return line < 0 ? block : lines.get(Math.min(line, lines.size() - 1)).location();
    }

    /** YAML wants a space after a colon; a character that only looks like one is hard to see. */
    private static String withHint(YamlTerms.Unreadable e, List<Comment> lines) {
        StringBuilder message = new StringBuilder(String.valueOf(e.getMessage()));
        for (Comment line : lines) {
            int colon = line.text().indexOf(':');
            if (colon < 0 || colon + 1 == line.text().length()) {
                continue;
            }
            int after = line.text().codePointAt(colon + 1);
            if (after != ' ' && after != '\t') {
                message.append(
                        ("\n  Hint: on line %d, symbol(s) ['\\u%04x'] immediately following a"
                                        + " key/value separator ':' is not a legal yaml space character")
                                .formatted(line.location().row(), after));
            }
        }
        return message.toString();
    }

    private Block block(Fields fields, Location location) {
        Annotations body =
                new Annotations(
                        Annotations.Scope.RULE,
                        fields.text("title"),
                        fields.text("description"),
                        fields.flag("entrypoint"),
                        fields.list("organizations", "[]string").stream()
                                .map(fields::asText)
                                .toList(),
                        fields.list("related_resources", "[]interface {}").stream()
                                .map(item -> relatedResource(item, location))
                                .toList(),
                        fields.list("authors", "[]interface {}").stream()
                                .map(item -> author(item, location))
                                .toList(),
                        fields.list("schemas", "[]map[string]interface {}").stream()
                                .map(item -> schema(item, location))
                                .toList(),
                        fields.optionalObject("compile").map(c -> compile(c, location)),
                        fields.object("labels"),
                        fields.object("custom"),
                        Ref.of(location, "data"),
                        location);
        return new Block(fields.text("scope"), body);
    }

    private static RelatedResource relatedResource(Term item, Location location) {
        String what = "invalid related-resource definition " + item + ": ";
        return switch (item) {
            case Scalar.Text(var ref, _) -> {
                if (ref.isEmpty()) {
                    throw new MetadataProblem(location, what + "ref URL may not be empty string");
                }
                yield new RelatedResource(url(ref, what, location), "");
            }
            case ObjectTerm object -> {
                String ref = textOf(object, "ref");
                if (ref.isEmpty()) {
                    throw new MetadataProblem(location, what + "'ref' value required in object");
                }
                yield new RelatedResource(url(ref, what, location), textOf(object, "description"));
            }
            default ->
                    throw new MetadataProblem(
                            location, what + "invalid value type, must be string or map");
        };
    }

    private static String url(String ref, String what, Location location) {
        try {
            // spaces are allowed by Go's parser and refused by Java's
            URI.create(ref.replace(" ", "%20"));
            return ref;
        } catch (IllegalArgumentException e) {
            throw new MetadataProblem(location, what + "parse \"" + ref + "\": invalid URL");
        }
    }

    private static Author author(Term item, Location location) {
        String what = "invalid author definition " + item + ": ";
        return switch (item) {
            case Scalar.Text(var text, _) -> {
                if (text.isBlank()) {
                    throw new MetadataProblem(location, what + "author is an empty string");
                }
                yield authorOf(text);
            }
            case ObjectTerm object -> {
                Author author = new Author(textOf(object, "name"), textOf(object, "email"));
                if (author.name().isEmpty() && author.email().isEmpty()) {
                    throw new MetadataProblem(
                            location, what + "'name' and/or 'email' values required in object");
                }
                yield author;
            }
            default ->
                    throw new MetadataProblem(
                            location, what + "invalid value type, must be string or map");
        };
    }

    /**
     * {@code Jane Doe <jane@example.com>}: the last word is an address if it is in angle brackets.
     */
    private static Author authorOf(String text) {
        List<String> words = new ArrayList<>(List.of(text.strip().split("\\s+")));
        String last = words.getLast();
        String email = "";
        if (last.length() >= 2 && last.startsWith("<") && last.endsWith(">")) {
            email = last.substring(1, last.length() - 1);
            words.removeLast();
        }
        return new Author(String.join(" ", words), email);
    }

    private static String textOf(ObjectTerm object, String key) {
        return object.get(key)
                .map(value -> value instanceof Scalar.Text(var text, _) ? text.strip() : "")
                .orElse("");
    }

    private Schema schema(Term item, Location location) {
        if (!(item instanceof ObjectTerm object) || object.entries().size() != 1) {
            throw new MetadataProblem(
                    location, "a schema must be one `path: schema` pair, got: " + item);
        }
        ObjectTerm.Entry entry = object.entries().getFirst();
        String key = ((Scalar.Text) entry.key()).value();
        Ref path = ref(key).orElseThrow(() -> problem(location, "invalid document reference"));
        return switch (entry.value()) {
            case Scalar.Text(var schema, _) ->
                    new Schema(
                            path,
                            Optional.of(
                                    ref(schema)
                                            .filter(r -> r.head().equals(Var.of(SCHEMA_ROOT)))
                                            .orElseThrow(() ->
                                                    problem(location, "invalid schema reference"))),
                            Optional.empty());
            case ObjectTerm definition ->
                    new Schema(path, Optional.empty(), Optional.of(definition));
            default ->
                    throw problem(location, "invalid schema declaration for path \"" + key + "\"");
        };
    }

    private Compile compile(ObjectTerm object, Location location) {
        List<Ref> unknowns = new ArrayList<>();
        if (object.get("unknowns").orElse(null) instanceof ArrayTerm list) {
            for (Term item : list.items()) {
                if (item instanceof Scalar.Text(var text, _)) {
                    unknowns.add(
                            ref(text)
                                    .orElseThrow(() ->
                                            problem(
                                                    location,
                                                    "invalid unknowns element \"" + text + "\"")));
                }
            }
        }
        Optional<Ref> mask = Optional.empty();
        if (object.get("mask_rule").orElse(null) instanceof Scalar.Text(var text, _)) {
            mask =
                    Optional.of(
                            ref(text)
                                    .orElseThrow(() ->
                                            problem(
                                                    location,
                                                    "invalid mask_rule annotation \""
                                                            + text
                                                            + "\"")));
        }
        return new Compile(List.copyOf(unknowns), mask);
    }

    private static MetadataProblem problem(Location location, String message) {
        return new MetadataProblem(location, message);
    }

    private Optional<Ref> ref(String text) {
        try {
            return switch (parseTerm.apply(text)) {
                case Ref ref -> Optional.of(ref);
                case Var v -> Optional.of(new Ref(List.of(v), v.location()));
                default -> Optional.empty();
            };
        } catch (RegoException e) {
            return Optional.empty();
        }
    }
}
