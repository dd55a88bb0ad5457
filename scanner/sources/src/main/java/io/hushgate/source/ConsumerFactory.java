package io.hushgate.source;

/** Makes the consumer of one worker, so that no consumer is shared between threads. */
@FunctionalInterface
public interface ConsumerFactory {
    ArtifactConsumer newConsumer();
}
