package io.hushgate.estate.helm;

import io.hushgate.estate.helm.datum.Dict;
import io.hushgate.estate.helm.template.RenderLimits;
import io.hushgate.estate.tree.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A chart that a test writes file by file. */
final class Charts {
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<ChartFile> overrides = new ArrayList<>();
    private RenderLimits limits = RenderLimits.DEFAULT;

    static Charts named(String name) {
        return new Charts()
                .with("Chart.yaml", "apiVersion: v2\nname: " + name + "\nversion: 1.2.3\n");
    }

    Charts with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Charts with(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    Charts template(String text) {
        return with("templates/a.yaml", text);
    }

    Charts values(String text) {
        return with("values.yaml", text);
    }

    Charts override(String text) {
        String name = "override-" + overrides.size() + ".yaml";
        overrides.add(new ChartFile(name, name, text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    Charts within(RenderLimits other) {
        limits = other;
        return this;
    }

    /** The chart as {@code helm package} would pack it. */
    byte[] packed(String directory) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(directory + "/" + file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Rendering render() {
        List<RenderProblem> problems = new ArrayList<>();
        ChartLoader loader = new ChartLoader(ChartLimits.DEFAULT, Limits.DEFAULT, problems);
        List<ChartFile> all = new ArrayList<>();
        files.forEach((path, content) -> all.add(new ChartFile(path, path, content)));
        Chart chart = loader.load(all).orElseThrow();
        Dict values = new Dict();
        for (ChartFile override : overrides) {
            values = loader.overlaid(values, override);
        }
        Rendering rendering = ChartRenderer.render(chart, values, ReleaseName.DEFAULT, limits);
        problems.addAll(rendering.problems());
        return new Rendering(rendering.values(), rendering.manifests(), problems);
    }

    /** What the only template comes to. */
    String text() {
        Rendering rendering = render();
        if (rendering.manifests().size() != 1) {
            throw new AssertionError(rendering.problems().toString());
        }
        return rendering.manifests().getFirst().rendered().text();
    }

    /** What the template comes to with these values. */
    static String text(String values, String template) {
        return named("app").values(values).template(template).text();
    }

    /** What a template comes to that needs no values. */
    static String text(String template) {
        return text("", template);
    }
}
