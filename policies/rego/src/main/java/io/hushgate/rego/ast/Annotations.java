package io.hushgate.rego.ast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One {@code # METADATA} block.
 *
 * @param title "" if absent, as is {@code description}
 * @param labels free words or an empty object
 * @param custom what the author put under {@code custom}: constants only; empty if absent
 * @param target the rule (absolute reference) or package that the block describes
 */
public record Annotations(
        Scope scope,
        String title,
        String description,
        boolean entrypoint,
        List<String> organizations,
        List<RelatedResource> relatedResources,
        List<Author> authors,
        List<Schema> schemas,
        Optional<Compile> compile,
        ObjectTerm labels,
        ObjectTerm custom,
        Ref target,
        Location location) {
    /** How far a block reaches. */
    public enum Scope {
        RULE,
        DOCUMENT,
        PACKAGE,
        SUBPACKAGES;

        /** The word as written. */
        public String word() {
            return switch (this) {
                case RULE -> "rule";
                case DOCUMENT -> "document";
                case PACKAGE -> "package";
                case SUBPACKAGES -> "subpackages";
            };
        }
    }

    /** A link; its description may be "". */
    public record RelatedResource(String ref, String description) {}

    /** A person. Either part may be "". */
    public record Author(String name, String email) {}

    /**
     * The type of a document.
     *
     * @param schema a reference under {@code schema}, if the schema lies elsewhere
     * @param definition the schema itself, if it is inline
     */
    public record Schema(Ref path, Optional<Ref> schema, Optional<ObjectTerm> definition) {}

    /** Hints for partial evaluation. */
    public record Compile(List<Ref> unknowns, Optional<Ref> maskRule) {}

    public Annotations {
        organizations = List.copyOf(organizations);
        relatedResources = List.copyOf(relatedResources);
        authors = List.copyOf(authors);
        schemas = List.copyOf(schemas);
    }

    public Annotations withScope(Scope newScope) {
        return new Annotations(
                newScope,
                title,
                description,
                entrypoint,
                organizations,
                relatedResources,
                authors,
                schemas,
                compile,
                labels,
                custom,
                target,
                location);
    }

    public Annotations withTarget(Ref newTarget) {
        return new Annotations(
                scope,
                title,
                description,
                entrypoint,
                organizations,
                relatedResources,
                authors,
                schemas,
                compile,
                labels,
                custom,
                newTarget,
                location);
    }

    /**
     * The object that {@code rego.metadata.rule()} and {@code rego.metadata.chain()} show for this
     * block.
     */
    public ObjectTerm toTerm() {
        List<ObjectTerm.Entry> entries = new ArrayList<>();
        entries.add(entry("scope", Scalar.Text.of(scope.word())));
        if (!title.isEmpty()) {
            entries.add(entry("title", Scalar.Text.of(title)));
        }
        if (entrypoint) {
            entries.add(entry("entrypoint", new Scalar.Bool(true, Location.NONE)));
        }
        if (!description.isEmpty()) {
            entries.add(entry("description", Scalar.Text.of(description)));
        }
        if (!organizations.isEmpty()) {
            entries.add(
                    entry(
                            "organizations",
                            array(organizations.stream().map(Scalar.Text::of).toList())));
        }
        if (!relatedResources.isEmpty()) {
            entries.add(
                    entry(
                            "related_resources",
                            array(
                                    relatedResources.stream()
                                            .map(r ->
                                                    strings(
                                                            "ref",
                                                            r.ref(),
                                                            "description",
                                                            r.description()))
                                            .toList())));
        }
        if (!authors.isEmpty()) {
            entries.add(
                    entry(
                            "authors",
                            array(
                                    authors.stream()
                                            .map(a -> strings("name", a.name(), "email", a.email()))
                                            .toList())));
        }
        if (!schemas.isEmpty()) {
            entries.add(
                    entry(
                            "schemas",
                            array(schemas.stream().map(Annotations::schemaTerm).toList())));
        }
        compile.ifPresent(c -> entries.add(entry("compile", compileTerm(c))));
        if (!labels.entries().isEmpty()) {
            entries.add(entry("labels", labels));
        }
        if (!custom.entries().isEmpty()) {
            entries.add(entry("custom", custom));
        }
        return object(entries);
    }

    private static ObjectTerm schemaTerm(Schema schema) {
        List<ObjectTerm.Entry> entries = new ArrayList<>();
        if (schema.path().size() > 0) {
            entries.add(entry("path", pathTerm(schema.path())));
        }
        schema.schema().ifPresent(ref -> entries.add(entry("schema", pathTerm(ref))));
        schema.definition().ifPresent(d -> entries.add(entry("definition", d)));
        return object(entries);
    }

    private static ObjectTerm compileTerm(Compile compile) {
        List<ObjectTerm.Entry> entries = new ArrayList<>();
        if (!compile.unknowns().isEmpty()) {
            entries.add(
                    entry(
                            "unknowns",
                            array(
                                    compile.unknowns().stream()
                                            .map(Annotations::pathTerm)
                                            .toList())));
        }
        compile.maskRule().ifPresent(ref -> entries.add(entry("mask_rule", pathTerm(ref))));
        return object(entries);
    }

    private static ArrayTerm pathTerm(Ref ref) {
        List<Term> parts = new ArrayList<>(ref.path());
        parts.addFirst(ref.head() instanceof Var v ? Scalar.Text.of(v.name()) : ref.head());
        return array(parts);
    }

    private static ObjectTerm strings(
            String firstKey, String first, String secondKey, String second) {
        List<ObjectTerm.Entry> entries = new ArrayList<>();
        if (!first.isEmpty()) {
            entries.add(entry(firstKey, Scalar.Text.of(first)));
        }
        if (!second.isEmpty()) {
            entries.add(entry(secondKey, Scalar.Text.of(second)));
        }
        return object(entries);
    }

    private static ObjectTerm.Entry entry(String key, Term value) {
        return new ObjectTerm.Entry(Scalar.Text.of(key), value);
    }

    private static ObjectTerm object(List<ObjectTerm.Entry> entries) {
        return new ObjectTerm(entries, Location.NONE);
    }

    private static ArrayTerm array(List<? extends Term> items) {
        return new ArrayTerm(List.copyOf(items), Location.NONE);
    }
}
