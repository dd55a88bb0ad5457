package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files that put the program into other people's pipelines keep to the schemas of those who run
 * them; the README beside the schemas says where each is from.
 */
class PipelineSchemasTest {
    private static final Map<String, String> SCHEMAS =
            Map.of(
                    "action.yml", "github-action.json",
                    ".pre-commit-hooks.yaml", "pre-commit-hooks.json",
                    "src/ci/azure-pipelines.yml", "azure-steps.json",
                    "src/ci/github-workflow.yml", "github-workflow.json",
                    "src/ci/gitlab.yml", "gitlab-ci.json",
                    "src/ci/harness-step.yaml", "harness-run-step.json",
                    "src/ci/kubernetes-cronjob.yaml", "kubernetes.json",
                    "src/ci/tekton-task.yaml", "tekton-task.json");

    static Stream<PipelineFile> files() {
        return PipelineFile.YAML.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachFileKeepsTheSchemaOfItsService(PipelineFile file) {
        for (Object document : file.documents()) {
            assertThat(complaints(file, document)).as(file.path()).isEmpty();
        }
    }

    /** Each schema refuses the same file once its program, image or hook is spelt wrongly. */
    @ParameterizedTest
    @MethodSource("files")
    void eachSchemaRefusesAKeyThatIsSpeltWrongly(PipelineFile file) {
        String key =
                switch (SCHEMAS.get(file.path())) {
                    case "github-action.json" -> "shell";
                    case "pre-commit-hooks.json" -> "entry";
                    case "azure-steps.json" -> "displayName";
                    case "github-workflow.json" -> "runs-on";
                    case "gitlab-ci.json" -> "script";
                    case "harness-run-step.json" -> "command";
                    case "kubernetes.json" -> "schedule";
                    default -> "workingDir";
                };
        Object wrong = renamed(file.documents().getLast(), key);
        assertThat(complaints(file, wrong)).as(file + " without " + key).isNotEmpty();
    }

    @Test
    void everySchemaIsUsed() {
        assertThat(SCHEMAS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        PipelineFile.YAML.stream().map(PipelineFile::path).toList());
    }

    private static Object renamed(Object node, String key) {
        return switch (node) {
            case Map<?, ?> map -> {
                Map<Object, Object> copy = new LinkedHashMap<>();
                map.forEach((k, v) -> copy.put(k.equals(key) ? key + "s" : k, renamed(v, key)));
                yield copy;
            }
            case List<?> list -> list.stream().map(each -> renamed(each, key)).toList();
            case null, default -> node;
        };
    }

    private static List<Error> complaints(PipelineFile file, Object document) {
        String name = Objects.requireNonNull(SCHEMAS.get(file.path()), file.path());
        String json = new JsonMapper().writeValueAsString(document);
        return schema(name).validate(json, InputFormat.JSON);
    }

    private static Schema schema(String name) {
        try (InputStream in =
                Objects.requireNonNull(
                        PipelineSchemasTest.class.getResourceAsStream("pipeline/" + name), name)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
