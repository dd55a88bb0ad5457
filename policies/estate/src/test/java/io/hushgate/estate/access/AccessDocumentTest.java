package io.hushgate.estate.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hushgate.estate.Estate;
import io.hushgate.estate.EstateReader;
import io.hushgate.estate.EstateReading;
import io.hushgate.estate.acl.Dialect;
import io.hushgate.estate.fact.Confidence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The published schema and what is printed say the same. */
class AccessDocumentTest {
    private static String schema() throws IOException {
        try (InputStream in = AccessDocument.class.getResourceAsStream("access.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyReachOfTheCorporaIsValid() throws IOException {
        Path corpora = Path.of(System.getProperty("shared.dir", "../shared"), "corpora");
        Assumptions.assumeTrue(Files.isDirectory(corpora), "corpora");
        EstateReader reader = new EstateReader();
        List<EstateReading> readings = new ArrayList<>();
        try (Stream<Path> files = Files.walk(corpora)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                readings.add(
                        reader.read(corpora.relativize(file).toString(), Files.readAllBytes(file)));
            }
        }
        AccessGraph graph = AccessGraph.of(Estate.of(readings).facts(), Dialect.VAULT);
        List<Reach> reaches = Reaches.of(graph, Estates.query("", "", Confidence.LOW));
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema(), InputFormat.JSON);

        assertThat(reaches).hasSizeGreaterThan(100);
        assertThat(schema.validate(AccessDocument.json(reaches.subList(0, 100)), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theSchemaKnowsEveryKindAndWay() throws IOException {
        String schema = schema();

        assertThat(Arrays.stream(Way.values()).map(way -> '"' + way.id() + '"'))
                .allMatch(schema::contains);
        assertThat(
                        Arrays.stream(AccessNode.Kind.values())
                                .map(kind -> AccessNode.all(kind, "").id().replace(":", "")))
                .allMatch(kind -> schema.contains('"' + kind + '"'));
    }
}
