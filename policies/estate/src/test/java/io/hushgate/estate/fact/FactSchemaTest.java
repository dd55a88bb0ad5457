package io.hushgate.estate.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hushgate.estate.Estate;
import io.hushgate.estate.EstateReader;
import io.hushgate.estate.EstateReading;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published schema, the records and what readers yield say the same. */
class FactSchemaTest {
    private static final Path SCHEMA =
            Path.of(
                    System.getProperty("project.root", "../.."),
                    "policies/library/src/main/resources/io/hushgate/library/facts.schema.json");

    private static final Pattern EXAMPLE =
            Pattern.compile("(?m)^## `(\\w+)`$(?s:.*?)^```json$(?s:(.*?))^```$");

    @Test
    void namesEveryComponentOfEveryRecordAndNothingElse() throws IOException {
        RegoObject root = (RegoObject) JsonReader.standard().read(Files.readString(SCHEMA));
        RegoObject definitions = object(root, "$defs");

        for (Class<?> record : records()) {
            String name = FactDocument.snakeCase(record.getSimpleName()).substring(1);
            RegoObject definition = object(definitions, name);
            Set<String> components = new TreeSet<>();
            for (RecordComponent component : record.getRecordComponents()) {
                components.add(FactDocument.snakeCase(component.getName()));
            }
            assertThat(keys(object(definition, "properties"))).as(name).isEqualTo(components);
        }
        Set<String> sections = new TreeSet<>(Set.of("schema"));
        Arrays.stream(Section.values()).map(Section::key).forEach(sections::add);
        assertThat(keys(object(root, "properties"))).isEqualTo(sections);
    }

    private static List<Class<?>> records() {
        List<Class<?>> records = new ArrayList<>(List.of(Provenance.class, Ttl.class));
        for (Class<?> family : Fact.class.getPermittedSubclasses()) {
            Arrays.stream(family.getDeclaredClasses())
                    .filter(Class::isRecord)
                    .forEach(records::add);
        }
        return records;
    }

    private static RegoObject object(RegoObject in, String key) {
        Value found = in.get(key);
        assertThat(found).as(key).isInstanceOf(RegoObject.class);
        return (RegoObject) found;
    }

    private static Set<String> keys(RegoObject object) {
        Set<String> keys = new TreeSet<>();
        object.forEach((key, _) -> keys.add(((RegoString) key).value()));
        return keys;
    }

    @Test
    void everyFactOfTheCorporaIsValid() throws IOException {
        Path corpora = Path.of(System.getProperty("shared.dir", "../shared"), "corpora");
        assumeTrue(Files.isDirectory(corpora), "corpora");
        EstateReader reader = new EstateReader();
        List<EstateReading> readings = new ArrayList<>();
        try (Stream<Path> files = Files.walk(corpora)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                readings.add(
                        reader.read(corpora.relativize(file).toString(), Files.readAllBytes(file)));
            }
        }
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(SCHEMA), InputFormat.JSON);

        String document = Estate.of(readings).toJson();

        assertThat(document.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(500_000);
        assertThat(schema.validate(document, InputFormat.JSON)).isEmpty();
    }

    @Test
    void everySectionHasAnExampleInTheDocumentationThatIsValid() throws IOException {
        String page =
                Files.readString(
                        Path.of(System.getProperty("project.root", "../.."), "src/docs/facts.md"));
        Matcher example = EXAMPLE.matcher(page);
        StringBuilder document = new StringBuilder("{\"schema\": \"hushgate.facts/1\"");
        List<String> sections = new ArrayList<>();
        while (example.find()) {
            sections.add(example.group(1));
            document.append(", \"%s\": [%s]".formatted(example.group(1), example.group(2)));
        }
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(SCHEMA), InputFormat.JSON);

        assertThat(sections)
                .containsExactlyElementsOf(
                        Arrays.stream(Section.values()).map(Section::key).toList());
        assertThat(schema.validate(document.append('}').toString(), InputFormat.JSON)).isEmpty();
    }
}
