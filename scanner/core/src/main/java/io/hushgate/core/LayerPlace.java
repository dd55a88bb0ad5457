package io.hushgate.core;

import java.util.Comparator;
import java.util.Optional;

/**
 * How a file lies in the layers of an image, or which step of its build holds a value.
 *
 * @param image its name and platform
 * @param layer digest; of the configuration for a step
 * @param number of the layer, from 1, the lowest; 0 for a step that made none
 * @param count of the image's layers
 * @param step of the build that made the layer, as its number in the image's history and its verb:
 *     {@code 7 COPY}; never its text, which may hold what leaked
 * @param line of the Dockerfile that made the step, {@code Dockerfile:12}; empty unless the whole
 *     of a Dockerfile agrees with the history
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
        Optional<String> line,
        boolean base,
        boolean hidden,
        int mode)
        implements Comparable<LayerPlace> {
    private static final Comparator<LayerPlace> ORDER =
            Comparator.comparing(LayerPlace::image)
                    .thenComparingInt(LayerPlace::number)
                    .thenComparing(LayerPlace::layer)
                    .thenComparing(place -> place.step().orElse(""))
                    .thenComparing(LayerPlace::hidden)
                    .thenComparingInt(LayerPlace::mode);

    /** What made it, {@code step 7 COPY (Dockerfile:12)}; empty where no history tells. */
    public Optional<String> maker() {
        return step.map(text -> "step " + text + line.map(at -> " (" + at + ")").orElse(""));
    }

    @Override
    public int compareTo(LayerPlace other) {
        return ORDER.compare(this, other);
    }
}
