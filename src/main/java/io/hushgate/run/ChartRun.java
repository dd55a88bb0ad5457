package io.hushgate.run;

import io.hushgate.estate.helm.Chart;
import io.hushgate.estate.helm.ChartFile;
import io.hushgate.estate.helm.ChartLimits;
import io.hushgate.estate.helm.ChartLoader;
import io.hushgate.estate.helm.ChartRenderer;
import io.hushgate.estate.helm.ReleaseName;
import io.hushgate.estate.helm.RenderProblem;
import io.hushgate.estate.helm.Rendering;
import io.hushgate.estate.helm.datum.Dict;
import io.hushgate.estate.helm.template.RenderLimits;
import io.hushgate.estate.tree.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renders one chart, so that people see what a scan sees. */
public final class ChartRun {
    private ChartRun() {}

    /**
     * Renders a chart in a directory or package.
     *
     * @param values files that override the chart's own, the last one wins
     * @throws RunProblem if there is no chart, or a file cannot be read
     */
    public static Rendering render(Path chart, List<Path> values, ReleaseName release) {
        List<RenderProblem> problems = new ArrayList<>();
        ChartLoader loader = new ChartLoader(ChartLimits.DEFAULT, Limits.DEFAULT, problems);
        Optional<Chart> loaded =
                Files.isDirectory(chart)
                        ? loader.load(ChartFolder.read(chart, "", ChartLimits.DEFAULT))
                        : loader.loadPacked(chart.getFileName().toString(), content(chart));
        Chart found =
                loaded.orElseThrow(() ->
                        new RunProblem(
                                "%s: it holds no chart; name a directory with a Chart.yaml, or a package"
                                        .formatted(chart)));
        Dict overrides = new Dict();
        for (Path file : values) {
            String name = file.toString().replace('\\', '/');
            overrides = loader.overlaid(overrides, new ChartFile(name, name, content(file)));
        }
        Rendering rendering = ChartRenderer.render(found, overrides, release, RenderLimits.DEFAULT);
        problems.addAll(rendering.problems());
        return new Rendering(rendering.values(), rendering.manifests(), problems);
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new RunProblem("%s: it cannot be read; check the path".formatted(file));
        }
    }
}
