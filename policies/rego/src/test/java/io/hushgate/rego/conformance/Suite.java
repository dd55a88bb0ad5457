package io.hushgate.rego.conformance;

import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.Value;
import io.hushgate.rego.value.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The cases of one directory, by name. */
record Suite(String name, List<Case> cases) {
    static Suite read(Path shared, String name) {
        Path directory = shared.resolve("rego").resolve(name);
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file -> read(directory, file, cases));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Suite(name, cases);
    }

    private static void read(Path directory, Path file, List<Case> cases) {
        try {
            RegoObject content = (RegoObject) content(file);
            String category = directory.relativize(file).getName(0).toString();
            String name = directory.relativize(file).toString().replace('\\', '/');
            int position = 0;
            for (var entry : (RegoArray) Objects.requireNonNull(content.get("cases"))) {
                RegoObject object = (RegoObject) entry;
                String id = "%s#%d %s".formatted(name, position++, object.get("note"));
                cases.add(Case.of(id, category, object));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Upstream has YAML; most of what is here was made of it. */
    private static Value content(Path file) throws IOException {
        return file.toString().endsWith(".yaml")
                ? YamlReader.read(Files.readString(file))
                : JsonReader.standard().read(Files.readAllBytes(file));
    }
}
