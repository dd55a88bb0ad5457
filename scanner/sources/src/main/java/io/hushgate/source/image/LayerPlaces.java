package io.hushgate.source.image;

import io.hushgate.core.Address;
import io.hushgate.core.LayerPlace;
import io.hushgate.source.dockerfile.Dockerfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells of a file in a layer in which images it lies, and whether they still show it; and of a step
 * in a configuration which images were built by it.
 */
public final class LayerPlaces {
    private static final Pattern STEP = Pattern.compile("history (\\d{1,6})");

    private final List<Built> images;
    private final Map<Digest, LayerContents> contents;
    private final Set<Digest> base;

    /** An image with the lines that it was built by. */
    private record Built(Image image, StepLines lines) {}

    /**
     * Tells.
     *
     * @param dockerfiles that the images may have been built by
     * @param contents of every layer that was read, by the digest in its manifest
     * @param base layers known to be of an image that others are built on, by either digest
     */
    LayerPlaces(
            List<Image> images,
            List<Dockerfile> dockerfiles,
            Map<Digest, LayerContents> contents,
            Set<Digest> base) {
        this.images =
                images.stream()
                        .map(image -> new Built(image, StepLines.of(image.steps(), dockerfiles)))
                        .toList();
        this.contents = contents;
        this.base = base;
    }

    /** Every place of a file, sorted; none for what is in no layer of these images. */
    public List<LayerPlace> of(Address.InLayer file) {
        List<LayerPlace> places = new ArrayList<>();
        for (Built built : images) {
            List<Descriptor> layers = built.image.layers();
            for (int i = 0; i < layers.size(); i++) {
                if (layers.get(i).digest().text().equals(file.digest())) {
                    places.add(layer(built, i, file.path()));
                }
            }
        }
        places.sort(null);
        return places;
    }

    /** The step that a part of a configuration tells of, in every image; sorted. */
    public List<LayerPlace> of(Address.InImageConfig part) {
        List<LayerPlace> places = new ArrayList<>();
        Matcher number = STEP.matcher(part.part());
        if (number.matches()) {
            int step = Integer.parseInt(number.group(1));
            for (Built built : images) {
                if (built.image.texts().containsKey(part)) {
                    step(built, part, step).ifPresent(places::add);
                }
            }
        }
        places.sort(null);
        return places;
    }

    private static Optional<LayerPlace> step(Built built, Address.InImageConfig part, int number) {
        Image image = built.image;
        return image.steps().stream()
                .filter(step -> step.number() == number)
                .findFirst()
                .map(step ->
                        new LayerPlace(
                                image.name(),
                                part.digest(),
                                0,
                                image.layers().size(),
                                Optional.of(told(step)),
                                built.lines.of(number),
                                false,
                                false,
                                0));
    }

    private LayerPlace layer(Built built, int at, String path) {
        Image image = built.image;
        Digest layer = image.layers().get(at).digest();
        Optional<Image.Step> step =
                image.history().isEmpty() ? Optional.empty() : Optional.of(image.history().get(at));
        boolean ofBase =
                base.contains(layer)
                        || (!image.diffIds().isEmpty() && base.contains(image.diffIds().get(at)));
        LayerContents own = contents.get(layer);
        return new LayerPlace(
                image.name(),
                layer.text(),
                at + 1,
                image.layers().size(),
                step.map(LayerPlaces::told),
                step.flatMap(one -> built.lines.of(one.number())),
                ofBase,
                isHidden(image, at, path),
                own == null ? 0 : own.mode(path));
    }

    private static String told(Image.Step step) {
        return (step.number() + " " + step.instruction().verb()).strip();
    }

    /**
     * Follows a file and its hard links up through the layers; hidden is what none of them shows.
     */
    private boolean isHidden(Image image, int at, String path) {
        Set<String> shown = new HashSet<>(Set.of(path));
        for (int i = at; i < image.layers().size(); i++) {
            LayerContents layer = contents.get(image.layers().get(i).digest());
            if (layer == null) {
                continue;
            }
            Set<String> linked = new HashSet<>();
            for (LayerContents.HardLink link : layer.links()) {
                if (shown.contains(link.target()) || linked.contains(link.target())) {
                    linked.add(link.name());
                }
            }
            if (i > at) {
                shown.removeIf(layer::hides);
            }
            shown.addAll(linked);
        }
        return shown.isEmpty();
    }
}
