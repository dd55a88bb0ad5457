package io.hushgate.estate.helm;

/**
 * The name and namespace that a chart is installed under.
 *
 * @param name DNS label
 */
public record ReleaseName(String name, String namespace) {
    /** What {@code helm template} takes where nothing is said. */
    public static final ReleaseName DEFAULT = new ReleaseName("release-name", "default");
}
