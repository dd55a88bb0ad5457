package io.hushgate.run;

import io.hushgate.core.Address;
import io.hushgate.core.Finding;
import io.hushgate.core.FindingState;
import io.hushgate.core.LayerPlace;
import io.hushgate.core.Location;
import io.hushgate.source.image.LayerPlaces;
import java.util.ArrayList;
import java.util.List;

/**
 * Says of findings in images in which layers they lie, or by which step they came, and whether any
 * image still shows them.
 */
final class ImageLayers {
    private final List<LayerPlaces> images;

    ImageLayers(List<LayerPlaces> images) {
        this.images = images;
    }

    /**
     * The finding with its layers; hidden when it lies in layers only, and in none that is seen.
     */
    Finding placed(Finding finding) {
        if (images.isEmpty()) {
            return finding;
        }
        List<LayerPlace> layers = new ArrayList<>();
        List<LayerPlace> steps = new ArrayList<>();
        boolean elsewhere = false;
        for (Location place : finding.occurrences()) {
            Address outermost = Histories.outermost(place.address());
            if (outermost instanceof Address.InLayer layer) {
                images.forEach(image -> layers.addAll(image.of(layer)));
            } else {
                elsewhere = true;
                if (outermost instanceof Address.InImageConfig part) {
                    images.forEach(image -> steps.addAll(image.of(part)));
                }
            }
        }
        boolean hidden =
                !elsewhere && !layers.isEmpty() && layers.stream().allMatch(LayerPlace::hidden);
        layers.addAll(steps);
        return finding.layered(hidden ? FindingState.HIDDEN_LAYER : finding.state(), layers);
    }
}
