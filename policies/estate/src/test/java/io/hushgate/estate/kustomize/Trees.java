package io.hushgate.estate.kustomize;

import io.hushgate.estate.EstateReader;
import io.hushgate.estate.fact.Fact;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Trees of files for tests, and what their overlays come to. */
final class Trees {
    private final List<Fact> facts = new ArrayList<>();
    private final Overlays overlays;

    private Trees(Map<String, String> files) {
        EstateReader reader = new EstateReader();
        FileTree tree =
                path ->
                        Optional.ofNullable(files.get(path))
                                .map(text -> text.getBytes(StandardCharsets.UTF_8));
        List<String> kustomizations =
                files.keySet().stream().filter(Overlays::isKustomization).toList();
        this.overlays = reader.overlays(kustomizations, tree, "");
        overlays.build(
                overlay -> reader.built(overlay).forEach(reading -> facts.addAll(reading.facts())));
    }

    /** Name and text of each file in turns. */
    static Trees of(String... files) {
        Map<String, String> byPath = new LinkedHashMap<>();
        for (int i = 0; i < files.length; i += 2) {
            byPath.put(files[i], files[i + 1]);
        }
        return new Trees(byPath);
    }

    <T extends Fact> List<T> facts(Class<T> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends Fact> T only(Class<T> type) {
        List<T> all = facts(type);
        if (all.size() != 1) {
            throw new IllegalStateException("one " + type.getSimpleName() + " expected: " + all);
        }
        return all.getFirst();
    }

    Set<String> files() {
        return overlays.files();
    }

    List<String> problems() {
        return overlays.problems().stream().map(Unbuilt::toString).toList();
    }
}
