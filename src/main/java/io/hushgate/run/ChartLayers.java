package io.hushgate.run;

import io.hushgate.rego.value.JsonProblem;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import io.hushgate.run.ChartPlace.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The charts of an OCI layout, as {@code helm push} and others write them. Source: helm.sh, "Use
 * OCI-based registries"; OCI image layout specification 1.1.
 */
final class ChartLayers {
    private static final String CHART = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final int MAX_BYTES = 4 << 20;
    private static final int MAX_MANIFESTS = 1_000;

    private ChartLayers() {}

    static List<ChartPlace> in(Path layout) {
        List<ChartPlace> places = new ArrayList<>();
        for (String manifest : digests(layout.resolve("index.json"), "manifests", "")) {
            for (String layer : digests(blob(layout, manifest), "layers", CHART)) {
                Path root = layout.toAbsolutePath().normalize();
                String path = root.relativize(blob(root, layer)).toString().replace('\\', '/');
                places.add(new ChartPlace(root, "", path, Form.LAYER, List.of(), List.of()));
            }
        }
        return places;
    }

    private static Path blob(Path layout, String digest) {
        return layout.resolve("blobs").resolve("sha256").resolve(digest.substring(7));
    }

    /** The digests that a document lists, of one media type if one is given. */
    private static List<String> digests(Path document, String key, String mediaType) {
        List<String> digests = new ArrayList<>();
        try {
            if (!Files.isRegularFile(document, LinkOption.NOFOLLOW_LINKS)
                    || Files.size(document) > MAX_BYTES) {
                return digests;
            }
            Value value = JsonReader.standard().read(Files.readString(document));
            if (value instanceof RegoObject object && object.get(key) instanceof RegoArray list) {
                for (Value item : list) {
                    if (item instanceof RegoObject one
                            && one.get("digest") instanceof RegoString digest
                            && DIGEST.matcher(digest.value()).matches()
                            && (mediaType.isEmpty()
                                    || RegoString.of(mediaType).equals(one.get("mediaType")))
                            && digests.size() < MAX_MANIFESTS) {
                        digests.add(digest.value());
                    }
                }
            }
        } catch (IOException | JsonProblem e) {
            return digests; // the reader of images says what is wrong with it
        }
        return digests;
    }
}
