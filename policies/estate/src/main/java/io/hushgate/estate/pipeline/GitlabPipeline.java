package io.hushgate.estate.pipeline;

import io.hushgate.estate.fact.BuildFact.Job;
import io.hushgate.estate.fact.BuildFact.Pipeline;
import io.hushgate.estate.fact.BuildFact.Step;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads pipelines of GitLab: every top-level mapping with a script is a job.
 *
 * <p>Source: docs.gitlab.com, CI/CD YAML syntax reference.
 */
final class GitlabPipeline {
    private static final List<String> SCRIPTS = List.of("before_script", "script", "after_script");

    private final Scripts scripts;

    GitlabPipeline(Scripts scripts) {
        this.scripts = scripts;
    }

    static boolean isPipeline(Mapping root) {
        return root.get("stages").isPresent()
                && root.entries().stream()
                        .flatMap(entry -> entry.value().asMapping().stream())
                        .anyMatch(job -> job.get("script").isPresent());
    }

    void read(Mapping root, Collector into) {
        List<Job> jobs = new ArrayList<>();
        for (Entry entry : root.entries()) {
            entry.value()
                    .asMapping()
                    .filter(job -> SCRIPTS.stream().anyMatch(key -> job.get(key).isPresent()))
                    .ifPresent(job -> jobs.add(job(entry, job, into)));
        }
        into.add(
                new Pipeline(
                        "gitlab",
                        root.mapping("workflow").text("name"),
                        List.of(),
                        Map.of(),
                        Scripts.variables(root.mapping("variables")),
                        jobs,
                        into.at(root.place())));
    }

    private Job job(Entry entry, Mapping job, Collector into) {
        String name = entry.key().text();
        boolean takesTokens = !job.mapping("id_tokens").entries().isEmpty();
        Map<String, String> tokens = takesTokens ? Map.of("id-token", "write") : Map.of();
        List<Step> steps = new ArrayList<>();
        for (String key : SCRIPTS) {
            job.get(key)
                    .ifPresent(script -> {
                        scripts.run(script, "pipeline/" + name, into);
                        steps.add(step(key, script));
                    });
        }
        String image = job.text("image");
        return new Job(
                name,
                image.isEmpty() ? job.mapping("image").text("name") : image,
                "",
                tokens,
                false,
                Settings.of(job).flag("allow_failure").orElse(false),
                Scripts.variables(job.mapping("variables")),
                List.of(),
                steps,
                entry.key().place().line(),
                entry.key().place().column());
    }

    private static Step step(String name, Node script) {
        return new Step(
                name,
                "",
                Map.of(),
                List.of(),
                Scripts.references(script),
                false,
                script.place().line(),
                script.place().column());
    }
}
