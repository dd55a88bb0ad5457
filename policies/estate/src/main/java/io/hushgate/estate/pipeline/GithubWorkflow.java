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
import java.util.TreeMap;

/**
 * Reads workflows and composite actions of GitHub.
 *
 * <p>Source: docs.github.com, workflow syntax for GitHub Actions.
 */
final class GithubWorkflow {
    private static final String SYSTEM = "github";

    private final Scripts scripts;

    GithubWorkflow(Scripts scripts) {
        this.scripts = scripts;
    }

    void workflow(Mapping root, Collector into) {
        List<Job> jobs = new ArrayList<>();
        for (Entry entry : root.mapping("jobs").entries()) {
            entry.value().asMapping().ifPresent(job -> jobs.add(job(entry, job, into)));
        }
        into.add(
                new Pipeline(
                        SYSTEM,
                        root.text("name"),
                        root.get("on").map(GithubWorkflow::triggers).orElse(List.of()),
                        permissions(root),
                        Scripts.variables(root.mapping("env")),
                        jobs,
                        into.at(root.place())));
    }

    void action(Mapping root, Collector into) {
        Mapping runs = root.mapping("runs");
        List<Step> steps = steps("action", runs, into);
        Job job =
                new Job(
                        "action",
                        "",
                        "",
                        Map.of(),
                        false,
                        false,
                        List.of(),
                        List.of(),
                        steps,
                        runs.place().line(),
                        runs.place().column());
        into.add(
                new Pipeline(
                        SYSTEM,
                        root.text("name"),
                        List.of("action"),
                        Map.of("*", "caller"),
                        List.of(),
                        List.of(job),
                        into.at(root.place())));
    }

    private static List<String> triggers(Node on) {
        if (on instanceof Mapping events) {
            return events.entries().stream().map(event -> event.key().text()).toList();
        }
        return on.asItems().stream().map(Settings::textOf).toList();
    }

    /** A word such as {@code read-all} stands for every scope. */
    private static Map<String, String> permissions(Mapping of) {
        Map<String, String> permissions = new TreeMap<>();
        of.get("permissions")
                .ifPresent(given -> {
                    if (given instanceof Scalar word) {
                        permissions.put("*", word.text());
                    } else {
                        for (Entry scope : of.mapping("permissions").entries()) {
                            permissions.put(scope.key().text(), Settings.textOf(scope.value()));
                        }
                        permissions.putIfAbsent("*", "none");
                    }
                });
        return permissions;
    }

    private Job job(Entry entry, Mapping job, Collector into) {
        String name = entry.key().text();
        List<Setting> credentials =
                new ArrayList<>(Scripts.secrets(job.at("container", "credentials")));
        for (Entry service : job.mapping("services").entries()) {
            service.value()
                    .asMapping()
                    .ifPresent(
                            one -> credentials.addAll(Scripts.secrets(one.mapping("credentials"))));
        }
        String image = job.text("container");
        return new Job(
                name,
                image.isEmpty() ? job.mapping("container").text("image") : image,
                job.text("uses"),
                permissions(job),
                job.text("secrets").equals("inherit"),
                Settings.of(job).flag("continue-on-error").orElse(false),
                Scripts.variables(job.mapping("env")),
                credentials,
                steps(name, job, into),
                entry.key().place().line(),
                entry.key().place().column());
    }

    private List<Step> steps(String job, Mapping of, Collector into) {
        List<Step> steps = new ArrayList<>();
        for (Mapping step : of.mappings("steps")) {
            String name = step.text("name").isEmpty() ? step.text("id") : step.text("name");
            Mapping with = step.mapping("with");
            step.get("run").ifPresent(run -> scripts.run(run, subject(job, name), into));
            List<Setting> variables = new ArrayList<>(Scripts.variables(step.mapping("env")));
            variables.addAll(Scripts.secrets(with));
            steps.add(
                    new Step(
                            name,
                            step.text("uses"),
                            Scripts.plain(with),
                            variables,
                            Scripts.references(step),
                            Settings.of(step).flag("continue-on-error").orElse(false),
                            step.place().line(),
                            step.place().column()));
        }
        return steps;
    }

    private static String subject(String job, String step) {
        return "pipeline/" + job + (step.isEmpty() ? "" : "/" + step);
    }
}
