package io.hushgate.estate.pipeline;

import io.hushgate.estate.fact.BuildFact.Job;
import io.hushgate.estate.fact.BuildFact.Pipeline;
import io.hushgate.estate.fact.BuildFact.Setting;
import io.hushgate.estate.fact.BuildFact.Step;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads pipelines whose steps may lie at any depth: Harness, Tekton, CircleCI, Azure. A step is a
 * mapping that has a script.
 */
final class StepPipeline {
    private static final Set<String> SCRIPTS =
            Set.of("command", "script", "bash", "pwsh", "powershell", "run", "inlineScript");

    private static final int MAX_DEPTH = 24;

    private final Scripts scripts;

    StepPipeline(Scripts scripts) {
        this.scripts = scripts;
    }

    void harness(Mapping pipeline, Collector into) {
        String name = pipeline.text("identifier");
        List<Setting> variables = Scripts.named(pipeline.mappings("variables"));
        add("harness", name, variables, List.of(steps(name, pipeline, into)), pipeline, into);
    }

    void tekton(Mapping object, Collector into) {
        String name = object.mapping("metadata").text("name");
        Mapping spec = object.mapping("spec");
        List<Job> jobs = List.of(steps(name, spec, into));
        add("tekton", name, List.of(), jobs, object, into);
    }

    void circleci(Mapping root, Collector into) {
        List<Job> jobs = new ArrayList<>();
        for (Entry entry : root.mapping("jobs").entries()) {
            entry.value()
                    .asMapping()
                    .ifPresent(job -> jobs.add(steps(entry.key().text(), job, into)));
        }
        add("circleci", "", List.of(), jobs, root, into);
    }

    void azure(Mapping root, Collector into) {
        List<Setting> variables =
                root.mappings("variables").isEmpty()
                        ? Scripts.variables(root.mapping("variables"))
                        : Scripts.named(root.mappings("variables"));
        add("azure", root.text("name"), variables, List.of(steps("job", root, into)), root, into);
    }

    private static void add(
            String system,
            String name,
            List<Setting> variables,
            List<Job> jobs,
            Mapping at,
            Collector into) {
        into.add(
                new Pipeline(
                        system, name, List.of(), Map.of(), variables, jobs, into.at(at.place())));
    }

    private Job steps(String job, Mapping below, Collector into) {
        List<Step> steps = new ArrayList<>();
        walk(job, below, MAX_DEPTH, steps, into);
        return new Job(
                job,
                "",
                "",
                Map.of(),
                false,
                false,
                Scripts.variables(below.mapping("environment")),
                List.of(),
                steps,
                below.place().line(),
                below.place().column());
    }

    private void walk(String job, Node node, int depth, List<Step> steps, Collector into) {
        if (depth == 0) {
            return;
        }
        if (node instanceof Mapping mapping) {
            script(mapping)
                    .ifPresent(script -> {
                        scripts.run(script, "pipeline/" + job + suffix(mapping), into);
                        steps.add(step(mapping, script));
                    });
            mapping.entries().forEach(entry -> walk(job, entry.value(), depth - 1, steps, into));
        } else if (node instanceof Node.Sequence sequence) {
            sequence.items().forEach(item -> walk(job, item, depth - 1, steps, into));
        }
    }

    private static String suffix(Mapping step) {
        return step.text("name").isEmpty() ? "" : "/" + step.text("name");
    }

    private static Optional<Node> script(Mapping mapping) {
        return mapping.entries().stream()
                .filter(entry -> SCRIPTS.contains(entry.key().text()))
                .map(Entry::value)
                .filter(Scalar.class::isInstance)
                .findFirst();
    }

    private static Step step(Mapping mapping, Node script) {
        List<Setting> variables = new ArrayList<>(Scripts.variables(mapping.mapping("env")));
        variables.addAll(Scripts.variables(mapping.mapping("envVariables")));
        variables.addAll(Scripts.variables(mapping.mapping("environment")));
        variables.addAll(Scripts.named(mapping.mappings("env")));
        return new Step(
                mapping.text("name"),
                "",
                Map.of(),
                variables,
                Scripts.references(mapping),
                Settings.of(mapping).flag("continueOnError").orElse(false),
                script.place().line(),
                script.place().column());
    }
}
