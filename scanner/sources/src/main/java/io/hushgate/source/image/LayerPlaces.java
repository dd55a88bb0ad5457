package io.hushgate.source.image;

import io.hushgate.core.LayerPlace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells of a file in a layer in which images it lies, and whether they still show it. */
final class LayerPlaces {
    private final List<Image> images;
    private final Map<Digest, LayerContents> contents;
    private final Set<Digest> base;

    /**
     * Tells.
     *
     * @param contents of every layer that was read, by the digest in its manifest
     * @param base layers known to be of an image that others are built on, by either digest
     */
    LayerPlaces(List<Image> images, Map<Digest, LayerContents> contents, Set<Digest> base) {
        this.images = images;
        this.contents = contents;
        this.base = base;
    }

    /** Every place of a file, sorted. */
    List<LayerPlace> of(Digest layer, String path) {
        List<LayerPlace> places = new ArrayList<>();
        for (Image image : images) {
            for (int i = 0; i < image.layers().size(); i++) {
                if (image.layers().get(i).digest().equals(layer)) {
                    places.add(place(image, i, path));
                }
            }
        }
        places.sort(null);
        return places;
    }

    private LayerPlace place(Image image, int at, String path) {
        Digest layer = image.layers().get(at).digest();
        Optional<String> step =
                image.history().isEmpty()
                        ? Optional.empty()
                        : Optional.of(told(image.history().get(at)));
        boolean ofBase =
                base.contains(layer)
                        || (!image.diffIds().isEmpty() && base.contains(image.diffIds().get(at)));
        LayerContents own = contents.get(layer);
        return new LayerPlace(
                image.name(),
                layer.text(),
                at + 1,
                image.layers().size(),
                step,
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
