package io.hushgate.source.image;

import io.hushgate.core.Address;
import io.hushgate.core.Reason;
import io.hushgate.source.CoverageLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds the images under an index or manifest, each once, whatever leads to it how often. What
 * cannot be followed is noted.
 */
final class ImageFinder {
    /** Indexes in indexes: builders make two. */
    private static final int MOST_NESTED = 8;

    private static final String REF = "org.opencontainers.image.ref.name";
    private static final String FULL_NAME = "io.containerd.image.name";
    private static final String BASE = "org.opencontainers.image.base.digest";

    private final Blobs blobs;
    private final CoverageLog log;
    private final Predicate<String> platforms;
    private final String target;
    private final Set<Digest> seen = new HashSet<>();
    private final List<Image> images = new ArrayList<>();

    /**
     * Finds.
     *
     * @param platforms which are wanted, by {@code os/architecture}; unknown ones always are
     * @param target as coverage names it
     */
    ImageFinder(Blobs blobs, CoverageLog log, Predicate<String> platforms, String target) {
        this.blobs = blobs;
        this.log = log;
        this.platforms = platforms;
        this.target = target;
    }

    /** The images of an OCI layout. */
    List<Image> inLayout() throws IOException {
        index(Json.read(blobs.document("index.json")), target, 0);
        return images;
    }

    /** The images of what {@code docker save} writes. */
    List<Image> inDockerArchive() throws IOException {
        for (Json each : Json.read(blobs.document("manifest.json")).elements()) {
            String tag = each.get("RepoTags").texts().stream().findFirst().orElse(target);
            dockerImage(each, tag);
        }
        return images;
    }

    private void dockerImage(Json manifest, String name) {
        String configPath = manifest.get("Config").text();
        try {
            byte[] bytes = blobs.document(configPath);
            Json config = Json.read(bytes);
            Descriptor configAt = Descriptor.inArchive(Digest.sha256(bytes), configPath);
            List<Digest> diffIds = digests(config.get("rootfs").get("diff_ids"));
            List<String> paths = manifest.get("Layers").texts();
            boolean said = diffIds.size() == paths.size();
            List<Descriptor> layers = new ArrayList<>();
            for (int i = 0; i < paths.size(); i++) {
                String path = paths.get(i);
                layers.add(
                        said
                                ? Descriptor.inArchive(diffIds.get(i), path)
                                : Descriptor.inArchive(path));
            }
            if (!said) {
                log.skip(
                        place(name),
                        Reason.MALFORMED,
                        "it does not say which bytes its layers are; they are looked at and held to nothing");
            }
            add(name, configAt.digest(), Optional.of(configAt), layers, config, Map.of());
        } catch (IOException e) {
            note(name + " " + configPath, e);
        }
    }

    /** The images under a blob. */
    List<Image> under(Descriptor root, String name) {
        follow(root, name, 0);
        return images;
    }

    private void index(Json index, String name, int depth) {
        for (Json each : index.get("manifests").elements()) {
            Optional<Descriptor> manifest = Descriptor.read(each);
            if (manifest.isEmpty()) {
                log.skip(place(name), Reason.CORRUPT, "an index that names no digest");
                continue;
            }
            Map<String, String> annotations = manifest.get().annotations();
            String called =
                    annotations.getOrDefault(FULL_NAME, annotations.getOrDefault(REF, name));
            follow(manifest.get(), called, depth + 1);
        }
    }

    private void follow(Descriptor at, String name, int depth) {
        String platform = at.platform();
        boolean known = !platform.isEmpty() && !platform.startsWith("unknown/");
        if (known && !platforms.test(platform)) {
            log.skip(
                    place(name + " " + platform),
                    Reason.EXCLUDED,
                    "another platform was asked for");
            return;
        }
        if (depth > MOST_NESTED) {
            log.skip(place(name), Reason.LIMIT_DEPTH, "indexes in indexes without end");
            return;
        }
        if (!seen.add(at.digest())) {
            return;
        }
        try {
            Json json = Json.read(blobs.bytes(at));
            if (!json.get("manifests").elements().isEmpty()) {
                index(json, name, depth);
            } else if (!json.get("fsLayers").elements().isEmpty()) {
                oldManifest(json, at.digest(), name);
            } else {
                manifest(json, at, name);
            }
        } catch (IOException e) {
            note(name + " " + at.digest(), e);
        }
    }

    private void manifest(Json json, Descriptor at, String name) {
        Map<String, String> annotations = new TreeMap<>(at.annotations());
        annotations.putAll(Descriptor.texts(json.get("annotations")));
        Optional<Descriptor> config = Descriptor.read(json.get("config"));
        List<Descriptor> layers =
                java.util.stream.Stream.concat(
                                json.get("layers").elements().stream(),
                                json.get("blobs").elements().stream())
                        .flatMap(layer -> Descriptor.read(layer).stream())
                        .toList();
        Json content = Json.nothing();
        try {
            content = config.isPresent() ? Json.read(blobs.bytes(config.get())) : content;
        } catch (IOException e) {
            note(config.map(c -> name + " " + c.digest()).orElse(name), e);
        }
        add(name, at.digest(), config, layers, content, annotations);
    }

    private void add(
            String name,
            Digest manifest,
            Optional<Descriptor> config,
            List<Descriptor> layers,
            Json content,
            Map<String, String> annotations) {
        String platform = Descriptor.platform(content);
        if (!platform.isEmpty() && !platforms.test(platform)) {
            log.skip(
                    place(name + " " + platform),
                    Reason.EXCLUDED,
                    "another platform was asked for");
            return;
        }
        List<Json> told = content.get("history").elements();
        List<Image.Step> steps = steps(told);
        List<Image.Step> history =
                steps.stream().filter(step -> madeLayer(told.get(step.number() - 1))).toList();
        List<Digest> diffIds = digests(content.get("rootfs").get("diff_ids"));
        String base =
                annotations.getOrDefault(
                        BASE, content.get("config").get("Labels").get(BASE).text());
        images.add(
                new Image(
                        platform.isEmpty() ? name : name + " " + platform,
                        config,
                        layers,
                        steps,
                        history.size() == layers.size() ? history : List.of(),
                        diffIds.size() == layers.size() ? diffIds : List.of(),
                        Digest.parse(base),
                        texts(
                                config.map(Descriptor::digest).orElse(manifest),
                                content,
                                manifest,
                                annotations)));
    }

    private static List<Image.Step> steps(List<Json> history) {
        List<Image.Step> steps = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            String by = history.get(i).get("created_by").text();
            steps.add(new Image.Step(i + 1, Instruction.of(by)));
        }
        return steps;
    }

    private static boolean madeLayer(Json step) {
        return !step.get("empty_layer").text().equals("true");
    }

    /** Docker's manifest before 2016: layers from the top down, each with a description in JSON. */
    private void oldManifest(Json json, Digest manifest, String name) {
        List<Descriptor> layers = new ArrayList<>();
        for (Json layer : json.get("fsLayers").elements().reversed()) {
            Digest.parse(layer.get("blobSum").text()).map(Descriptor::of).ifPresent(layers::add);
        }
        List<Image.Step> steps = new ArrayList<>();
        Map<String, String> commands = new HashMap<>();
        List<Json> history = json.get("history").elements().reversed();
        for (int i = 0; i < history.size(); i++) {
            try {
                Json old =
                        Json.read(
                                history.get(i)
                                        .get("v1Compatibility")
                                        .text()
                                        .getBytes(StandardCharsets.UTF_8));
                String by = String.join(" ", old.get("container_config").get("Cmd").texts());
                steps.add(new Image.Step(i + 1, Instruction.of(by)));
                commands.put("history " + (i + 1), by);
            } catch (IOException e) {
                note(name, e);
            }
        }
        images.add(
                new Image(
                        name,
                        Optional.empty(),
                        layers,
                        steps,
                        steps.size() == layers.size() ? steps : List.of(),
                        List.of(),
                        Optional.empty(),
                        texts(manifest, Json.nothing(), manifest, commands)));
    }

    private static Map<Address.InImageConfig, String> texts(
            Digest config, Json content, Digest manifest, Map<String, String> annotations) {
        Map<Address.InImageConfig, String> texts = new LinkedHashMap<>();
        ImageTexts.of(content)
                .forEach((part, text) ->
                        texts.put(new Address.InImageConfig(config.text(), part), text));
        ImageTexts.of(annotations)
                .forEach((part, text) ->
                        texts.put(new Address.InImageConfig(manifest.text(), part), text));
        return texts;
    }

    private static List<Digest> digests(Json array) {
        return array.texts().stream().flatMap(text -> Digest.parse(text).stream()).toList();
    }

    private void note(String where, IOException e) {
        switch (e) {
            case Blobs.MissingBlob _ ->
                    log.skip(
                            place(where),
                            Reason.MISSING_OBJECT,
                            "it is named and not there; save or pull the image again");
            case Blobs.WrongDigest _ ->
                    log.skip(
                            place(where),
                            Reason.CORRUPT,
                            "its bytes are not those of its digest; save or pull the image again");
            case RegistryProblem problem ->
                    log.skip(place(where), Reason.UNREADABLE, String.valueOf(problem.getMessage()));
            default ->
                    log.skip(
                            place(where),
                            Reason.CORRUPT,
                            "it cannot be read; save or pull the image again");
        }
    }

    private static Address place(String where) {
        return new Address.File(where);
    }
}
