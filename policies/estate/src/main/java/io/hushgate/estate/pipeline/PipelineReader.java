package io.hushgate.estate.pipeline;

import io.hushgate.estate.read.Collector;
import io.hushgate.estate.shell.ShellReader;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Mapping;
import java.util.Locale;

/** Tells pipelines by their shape and the names of their files, and reads them. */
public final class PipelineReader {
    private final GithubWorkflow github;
    private final GitlabPipeline gitlab;
    private final StepPipeline steps;

    public PipelineReader(ShellReader shell) {
        Scripts scripts = new Scripts(shell);
        this.github = new GithubWorkflow(scripts);
        this.gitlab = new GitlabPipeline(scripts);
        this.steps = new StepPipeline(scripts);
    }

    /** Reads a document if it is a pipeline; false if it is something else. */
    public boolean read(Mapping root, Collector into) {
        String file = into.file().toLowerCase(Locale.ROOT);
        boolean jobs = root.get("jobs").flatMap(Node::asMapping).isPresent();
        if (jobs && (root.get("on").isPresent() || file.contains(".github/workflows/"))) {
            github.workflow(root, into);
        } else if (root.mapping("runs").get("steps").isPresent()
                && (file.endsWith("action.yml") || file.endsWith("action.yaml"))) {
            github.action(root, into);
        } else if (file.contains("gitlab-ci") || GitlabPipeline.isPipeline(root)) {
            gitlab.read(root, into);
        } else if (file.contains(".circleci/") && jobs) {
            steps.circleci(root, into);
        } else if (file.contains("azure-pipelines") || file.contains(".azuredevops/")) {
            steps.azure(root, into);
        } else if (!root.mapping("pipeline").text("identifier").isEmpty()) {
            steps.harness(root.mapping("pipeline"), into);
        } else if (root.text("apiVersion").startsWith("tekton.dev/")) {
            steps.tekton(root, into);
        } else {
            return false;
        }
        return true;
    }
}
