package io.hushgate.core.match;

/** Takes what a matcher finds, in the order of the artifact's bytes. */
@FunctionalInterface
public interface DetectionSink {
    /** Takes over the detection and closes its secret in due course. */
    void accept(Detection detection);
}
