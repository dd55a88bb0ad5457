package io.hushgate.estate.kustomize;

import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code secretGenerator} and {@code configMapGenerator}: the objects that they make, each thing at
 * its place in the kustomization. The value of a file is a reference to it.
 *
 * <p>The hash that kustomize adds to their names is left out: it changes with each value, and tells
 * about it.
 */
public final class Generators {
    private static final int MAX_LINES = 2_000;

    private Generators() {}

    /**
     * The objects that a kustomization makes.
     *
     * @param files the content of a file that is written beside the kustomization
     */
    public static List<Mapping> of(
            Mapping kustomization, Function<String, Optional<byte[]>> files) {
        List<Mapping> made = new ArrayList<>();
        for (Mapping generator : kustomization.mappings("secretGenerator")) {
            made.add(object("Secret", "stringData", generator, files));
        }
        for (Mapping generator : kustomization.mappings("configMapGenerator")) {
            made.add(object("ConfigMap", "data", generator, files));
        }
        return made;
    }

    /** Objects after a generator: it makes, merges into or replaces one of theirs. */
    static List<BuiltObject> applied(
            List<BuiltObject> objects, Mapping made, String behavior, SourceFile file) {
        ObjectId id = ObjectId.of(made);
        List<BuiltObject> after = new ArrayList<>();
        boolean taken = false;
        for (BuiltObject object : objects) {
            boolean same =
                    !taken
                            && !behavior.isEmpty()
                            && !behavior.equals("create")
                            && object.wasEver(known -> known.isCalled(id.kind(), id.name()));
            taken |= same;
            after.add(same ? object.changed(one -> merged(one, made, behavior)) : object);
        }
        if (!taken) {
            after.add(new BuiltObject(made, file, true, List.of()));
        }
        return after;
    }

    private static Mapping merged(Mapping object, Mapping made, String behavior) {
        Mapping after = object;
        for (String data : List.of("data", "stringData")) {
            Mapping more = made.mapping(data);
            Mapping all =
                    behavior.equals("replace")
                            ? new Mapping(List.of(), object.place())
                            : object.mapping(data);
            for (Entry entry : more.entries()) {
                all = Edit.with(all, entry.key().text(), entry.value().standingAt(object.place()));
            }
            after = all.entries().isEmpty() ? after : Edit.with(after, data, all);
        }
        return after;
    }

    private static Mapping object(
            String kind, String data, Mapping generator, Function<String, Optional<byte[]>> files) {
        Place at = generator.place();
        List<Entry> metadata = new ArrayList<>();
        for (Entry entry : generator.entries()) {
            if (entry.key().text().equals("name") || entry.key().text().equals("namespace")) {
                metadata.add(entry);
            }
        }
        List<Entry> values = new ArrayList<>();
        generator.scalars("literals").forEach(literal -> values.add(pair(literal.text(), literal)));
        generator.scalars("files").forEach(file -> values.add(file(file)));
        List<Scalar> environments = new ArrayList<>(generator.scalars("envs"));
        environments.addAll(generator.scalars("env"));
        for (Scalar environment : environments) {
            files.apply(environment.text())
                    .ifPresent(content -> values.addAll(lines(content, environment)));
        }
        List<Entry> object = new ArrayList<>();
        object.add(entry("apiVersion", Edit.text("v1", at), at));
        object.add(entry("kind", Edit.text(kind, at), at));
        object.add(entry("metadata", new Mapping(metadata, at), at));
        generator.scalar("type").ifPresent(type -> object.add(entry("type", type, at)));
        object.add(entry(data, new Mapping(values, at), at));
        return new Mapping(object, at);
    }

    private static Entry entry(String key, Node value, Place at) {
        return new Entry(Edit.text(key, at), value);
    }

    /** {@code KEY=value}; a value in quotes is what stands in them. */
    private static Entry pair(String written, Scalar at) {
        int equals = written.indexOf('=');
        String key = equals < 0 ? written : written.substring(0, equals);
        String value = equals < 0 ? "" : written.substring(equals + 1);
        boolean quoted =
                value.length() > 1
                        && (value.startsWith("\"") || value.startsWith("'"))
                        && value.charAt(value.length() - 1) == value.charAt(0);
        String bare = quoted ? value.substring(1, value.length() - 1) : value;
        return entry(key.strip(), Edit.text(bare, at.place()), at.place());
    }

    /** {@code KEY=path}, or a path whose last part is the key. */
    private static Entry file(Scalar written) {
        String text = written.text();
        int equals = text.indexOf('=');
        String key =
                equals < 0 ? text.substring(text.lastIndexOf('/') + 1) : text.substring(0, equals);
        String path = equals < 0 ? text : text.substring(equals + 1);
        return entry(key, Edit.text("@" + path, written.place()), written.place());
    }

    private static List<Entry> lines(byte[] content, Scalar at) {
        return new String(content, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .limit(MAX_LINES)
                .map(line -> pair(line, at))
                .toList();
    }
}
