package io.hushgate.run;

import io.hushgate.core.Address;
import io.hushgate.core.Finding;
import io.hushgate.core.FindingState;
import io.hushgate.core.LayerPlace;
import io.hushgate.core.Location;
import io.hushgate.source.image.ImageSource;
import java.util.ArrayList;
import java.util.List;

/** Says of findings in images in which layers they lie, and whether any image still shows them. */
final class ImageLayers {
    private final List<ImageSource> images;

    ImageLayers(List<ImageSource> images) {
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
        boolean elsewhere = false;
        for (Location place : finding.occurrences()) {
            if (Histories.outermost(place.address()) instanceof Address.InLayer layer) {
                images.forEach(image -> layers.addAll(image.places(layer)));
            } else {
                elsewhere = true;
            }
        }
        boolean hidden =
                !elsewhere && !layers.isEmpty() && layers.stream().allMatch(LayerPlace::hidden);
        return finding.layered(hidden ? FindingState.HIDDEN_LAYER : finding.state(), layers);
    }
}
