package io.hushgate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One of the files that put the program into other people's pipelines. */
record PipelineFile(String path) {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));

    /** Those with a schema to be held to; a {@code Jenkinsfile} is a program. */
    static final List<PipelineFile> YAML =
            List.of(
                    new PipelineFile("action.yml"),
                    new PipelineFile(".pre-commit-hooks.yaml"),
                    new PipelineFile("src/ci/azure-pipelines.yml"),
                    new PipelineFile("src/ci/github-workflow.yml"),
                    new PipelineFile("src/ci/gitlab.yml"),
                    new PipelineFile("src/ci/harness-step.yaml"),
                    new PipelineFile("src/ci/kubernetes-cronjob.yaml"),
                    new PipelineFile("src/ci/tekton-task.yaml"));

    static final PipelineFile JENKINSFILE = new PipelineFile("src/ci/Jenkinsfile");

    static PipelineFile named(String name) {
        return YAML.stream().filter(each -> each.path.endsWith(name)).findFirst().orElseThrow();
    }

    Path file() {
        return ROOT.resolve(path);
    }

    String text() {
        try {
            return Files.readString(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the file holds by YAML 1.2: maps, lists and scalars, document by document. */
    List<Object> documents() {
        List<Object> documents = new ArrayList<>();
        new Load(LoadSettings.builder().build()).loadAllFromString(text()).forEach(documents::add);
        return documents;
    }

    /**
     * What stands at a place of the last document.
     *
     * @param steps keys of maps and, as numbers, places in lists
     */
    Object at(Object... steps) {
        Object here = documents().getLast();
        for (Object step : steps) {
            here =
                    switch (here) {
                        case Map<?, ?> map when map.containsKey(step) -> map.get(step);
                        case List<?> list when step instanceof Integer index -> list.get(index);
                        default -> throw new IllegalArgumentException(path + " has no " + step);
                    };
        }
        return here;
    }

    @Override
    public String toString() {
        return path;
    }
}
