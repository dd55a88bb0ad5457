package io.hushgate.rego.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.load.LoadLimits;
import io.hushgate.rego.load.LoadProblem;
import io.hushgate.rego.load.SchemaLoader;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types that METADATA takes from JSON schemas. The expected words are those of opa 1.4.2. */
final class SchemaTypingTest {
    private static final SchemaSet SCHEMAS =
            SchemaSet.empty()
                    .with(
                            List.of("input"),
                            json(
                                    """
                                    {"type": "object", "properties": {
                                      "user": {"type": "string"},
                                      "operation": {"type": "string"},
                                      "n": {"type": "integer"},
                                      "any": {"anyOf": [
                                        {"type": "string"},
                                        {"type": "object", "properties": {"q": {"type": "boolean"}}}]},
                                      "all": {"allOf": [
                                        {"properties": {"a": {"type": "string"}}},
                                        {"properties": {"b": {"type": "number"}}}]}}}\
                                    """))
                    .with(
                            List.of("acl"),
                            json(
                                    """
                                    {"type": "object", "properties": {
                                      "alice": {"type": "array", "items": {"type": "string"}},
                                      "bob": {"type": "array", "items": {"type": "string"}}}}\
                                    """))
                    .with(
                            List.of("tree"),
                            json(
                                    """
                                    {"$ref": "#/definitions/t", "definitions": {
                                      "t": {"type": "object", "properties": {
                                        "k": {"$ref": "#/definitions/t"},
                                        "v": {"type": "number"}}}}}\
                                    """))
                    .with(
                            List.of("bad"),
                            json("{\"allOf\": [{\"type\": \"string\"}, {\"type\": \"integer\"}]}"))
                    .with(List.of("sub", "worse"), json("{\"type\": \"strin\"}"))
                    .with(List.of("remote"), json("{\"$ref\": \"http://example.com/x.json\"}"));

    @Test
    void findsReferencesThatTheSchemaHasNoPlaceFor() {
        assertFound(
                """
                # METADATA
                # schemas:
                #   - input: schema.input
                #   - data.acl: schema.acl
                b if {
                    data.acl.carol
                    input.n == "x"
                    input.any.z
                }\
                """,
                "7: undefined ref: data.acl.carol"
                        + "|data.acl.carol|         ^|         have: \"carol\""
                        + "|         want (one of): [\"alice\" \"bob\"]",
                "8: match error|left  : number|right : string",
                "9: undefined ref: input.any.z"
                        + "|input.any.z|          ^|          have: \"z\""
                        + "|          want (one of): [\"q\"]");
    }

    @Test
    void overridesPartsOfWhatWasDeclaredBefore() {
        assertFound(
                """
                # METADATA
                # schemas:
                #   - input: schema.input
                #   - input.apple.orange: schema.input
                #   - input.all.a: {type: number}
                d if {
                    input.apple.orange.nope
                    input.apple.banana
                    input.all.a == "x"
                    input.all.b == "x"
                    input.all.c
                    input.apple.orange.user
                }\
                """,
                "8: undefined ref: input.apple.orange.nope"
                        + "|input.apple.orange.nope|                   ^"
                        + "|                   have: \"nope\""
                        + "|                   want (one of):"
                        + " [\"all\" \"any\" \"n\" \"operation\" \"user\"]",
                "9: undefined ref: input.apple.banana"
                        + "|input.apple.banana|            ^|            have: \"banana\""
                        + "|            want (one of): [\"orange\"]",
                "10: match error|left  : number|right : string",
                "11: match error|left  : number|right : string",
                "12: undefined ref: input.all.c"
                        + "|input.all.c|          ^|          have: \"c\""
                        + "|          want (one of): [\"a\" \"b\"]");
    }

    @Test
    void followsReferencesWithinASchemaThatContainsItself() {
        assertFound(
                """
                # METADATA
                # schemas:
                #   - input: schema.tree
                e if {
                    input.k.v == "x"
                    input.k.x
                }\
                """,
                "6: match error|left  : number|right : string",
                "7: undefined ref: input.k.x"
                        + "|input.k.x|        ^|        have: \"x\""
                        + "|        want (one of): [\"k\" \"v\"]");
    }

    @Test
    void takesDefinitionsInPlaceWithoutAnySet() {
        String module =
                """
                f(x) := x + 1
                # METADATA
                # scope: document
                # schemas:
                #   - input.q: {type: string}
                g := f(input.q)\
                """;
        String expected =
                "7: data.policy.f: invalid argument(s)|have: (string, ???)|want: (number, number)";
        assertThat(errors(SchemaSet.NONE, "package policy\n" + module)).containsExactly(expected);
        assertFound(module, expected);
    }

    @Test
    void letsNearerScopesOverrideFartherOnes() {
        String outer =
                """
                # METADATA
                # scope: subpackages
                # schemas:
                #   - input: {type: string}
                package policy\
                """;
        String inner =
                """
                # METADATA
                # scope: package
                # schemas:
                #   - input: {type: number}
                package policy.inner
                a := input + 1
                # METADATA
                # schemas:
                #   - input: {type: boolean}
                b := input + 1
                """;
        assertThat(errors(SchemaSet.NONE, outer, inner))
                .containsExactly(
                        "10: plus: invalid argument(s)|have: (boolean, number, ???)"
                                + "|want: (number, number, number)");
        assertThat(errors(SchemaSet.NONE, outer, "package policy.other\na := input + 1"))
                .containsExactly(
                        "2: plus: invalid argument(s)|have: (string, number, ???)"
                                + "|want: (number, number, number)");
    }

    @Test
    void saysWhichSchemasAreNoGood() {
        assertFound(declaring("schema.missing"), "5: undefined schema: schema.missing");
        assertFound(
                declaring("schema.bad"),
                "5: type checking: unable to merge these schemas: type mismatch: string and"
                        + " integer");
        assertFound(
                declaring("schema.sub.worse"),
                "5: unable to compile the schema: has a primitive type that is NOT VALID -- given:"
                        + " /strin/ Expected valid values are:[array boolean integer number null"
                        + " object string]");
        assertFound(
                declaring("schema.remote"),
                "5: unable to compile the schema: remote reference loading disabled:"
                        + " http://example.com/x.json");
        assertThat(errors(SchemaSet.NONE, "package policy\n" + declaring("schema.missing")))
                .as("references are not followed where there are no schemas")
                .isEmpty();
    }

    @Test
    void endsForASchemaWhoseTypeHasNoEnd() {
        StringBuilder properties = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            properties.append(i == 0 ? "" : ",").append("\"p" + i + "\": {\"$ref\": \"#\"}");
        }
        SchemaSet hostile =
                SchemaSet.empty().with(List.of(), json("{\"properties\": {" + properties + "}}"));
        assertThat(errors(hostile, "package policy\na := input.p0.p1.p2 + 1")).isEmpty();
    }

    @Test
    void loadsAFileAsTheSchemaOfTheInputAndADirectoryByNames(@TempDir Path directory)
            throws IOException {
        Files.createDirectories(directory.resolve("k8s"));
        Path pod = directory.resolve("k8s/pod.json");
        Files.writeString(pod, "{\"properties\": {\"kind\": {\"type\": \"string\"}}}");
        Files.writeString(directory.resolve("count.yaml"), "type: number\n");
        Files.writeString(directory.resolve("README.md"), "# Schemas\n");
        SchemaLoader loader = new SchemaLoader(LoadLimits.DEFAULT);

        assertThat(errors(loader.load(pod), "package policy\na := input.kin"))
                .singleElement()
                .asString()
                .startsWith("2: undefined ref: input.kin|");
        SchemaSet set = loader.load(directory);
        assertThat(errors(set, "package policy\n" + declaring("schema.k8s.pod")))
                .singleElement()
                .asString()
                .startsWith("6: undefined ref: input.x|");
        assertThat(errors(set, "package policy\n" + declaring("schema.count")))
                .singleElement()
                .asString()
                .startsWith("6: undefined ref: input.x|");
        assertThatThrownBy(() -> loader.load(directory.resolve("none")))
                .isInstanceOf(LoadProblem.class)
                .hasMessageEndingWith("none: no such file or directory");
    }

    private static String declaring(String schema) {
        return """
        # METADATA
        # schemas:
        #   - input: %s
        a if {
            input.x
        }\
        """
                .formatted(schema);
    }

    private static void assertFound(String rules, String... expected) {
        assertThat(errors(SCHEMAS, "package policy\n" + rules)).containsExactly(expected);
    }

    /** Each error as its row, its message and its details, separated by bars. */
    private static List<String> errors(SchemaSet schemas, String... modules) {
        try {
            Compiler.compile(Rego.parse(modules), CompileOptions.DEFAULT.withSchemas(schemas));
            return List.of();
        } catch (RegoException e) {
            return e.errors().stream().map(SchemaTypingTest::text).toList();
        }
    }

    private static String text(RegoError error) {
        StringBuilder text = new StringBuilder();
        text.append(error.location().row()).append(": ").append(error.message());
        error.details().forEach(line -> text.append('|').append(line));
        return text.toString();
    }

    private static Value json(String text) {
        return JsonReader.standard().read(text);
    }
}
