package io.hushgate.estate.helm;

import io.hushgate.estate.helm.datum.Dict;
import java.util.List;

/**
 * What a chart came to.
 *
 * @param values as merged
 * @param manifests of the templates that could be rendered, by path, with those that are blank
 */
public record Rendering(Dict values, List<Manifest> manifests, List<RenderProblem> problems) {
    public Rendering {
        manifests = List.copyOf(manifests);
        problems = List.copyOf(problems);
    }
}
