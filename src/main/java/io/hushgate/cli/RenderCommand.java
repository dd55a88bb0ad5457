package io.hushgate.cli;

import io.hushgate.estate.helm.Manifest;
import io.hushgate.estate.helm.ReleaseName;
import io.hushgate.estate.helm.Rendering;
import io.hushgate.run.ChartRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a chart as a scan sees it. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints what a Helm chart comes to, without helm; what is random or the time is a"
                    + " marked text.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  hushgate render charts/shop -f values-prod.yaml",
            "  hushgate render charts/shop | hushgate scan -",
            "",
            "Exit codes: 0 all of it, 2 usage, 3 some of it; standard error says what is missing."
        })
final class RenderCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CHART", description = "A chart's directory or package (.tgz).")
    private Path chart = Path.of(".");

    @Option(
            names = {"-f", "--values"},
            paramLabel = "FILE",
            description = "Values that override the chart's; may be repeated, the last one wins.")
    private List<Path> values = List.of();

    @Option(
            names = "--release",
            paramLabel = "NAME",
            description = "Name of the release (default: release-name, as helm has it).")
    private String release = ReleaseName.DEFAULT.name();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "Namespace of the release (default: default).")
    private String namespace = ReleaseName.DEFAULT.namespace();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Rendering rendering = ChartRun.render(chart, values, new ReleaseName(release, namespace));
        PrintWriter out = spec.commandLine().getOut();
        for (Manifest manifest : rendering.manifests()) {
            String text = manifest.rendered().text();
            if (!text.isBlank()) {
                out.print("---\n# Source: " + manifest.name() + "\n");
                out.print(text.endsWith("\n") ? text : text + "\n");
            }
        }
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        rendering.problems().forEach(problem -> err.println("hushgate: " + problem));
        err.flush();
        return rendering.problems().isEmpty() ? ExitCode.PASS : ExitCode.INCOMPLETE;
    }
}
