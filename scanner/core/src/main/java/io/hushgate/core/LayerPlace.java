package io.hushgate.core;

import java.util.Comparator;
import java.util.Optional;

/**
 * How a file lies in the layers of an image.
 *
 * @param image its name and platform
 * @param layer digest
 * @param number of the layer, from 1, the lowest
 * @param count of the image's layers
 * @param step of the build that made the layer, as its number in the image's history and its verb:
 *     {@code 7 COPY}; never its text, which may hold what leaked
 * @param base whether the layer is one of the image that this one was built on
 * @param hidden whether a later layer deletes or replaces the file
 * @param mode permission bits
 */
public record LayerPlace(
        String image,
        String layer,
        int number,
        int count,
        Optional<String> step,
        boolean base,
        boolean hidden,
        int mode)
        implements Comparable<LayerPlace> {
    private static final Comparator<LayerPlace> ORDER =
            Comparator.comparing(LayerPlace::image)
                    .thenComparingInt(LayerPlace::number)
                    .thenComparing(LayerPlace::layer)
                    .thenComparing(LayerPlace::hidden)
                    .thenComparingInt(LayerPlace::mode);

    @Override
    public int compareTo(LayerPlace other) {
        return ORDER.compare(this, other);
    }
}
