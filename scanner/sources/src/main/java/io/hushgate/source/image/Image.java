package io.hushgate.source.image;

import io.hushgate.core.Address;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One image for one platform, or another thing that a registry keeps in the same way.
 *
 * @param name as it was asked for or is annotated, with its platform; for people
 * @param layers from the lowest up
 * @param steps everything that the history tells, in order
 * @param history the steps that made layers, one for each, in the same order; empty where the
 *     counts do not agree
 * @param diffIds digests of the unpacked layers, in the same order; empty where not said
 * @param base of the image that it was built on
 * @param texts what the configuration and the annotations say, by part
 */
record Image(
        String name,
        Optional<Descriptor> config,
        List<Descriptor> layers,
        List<Step> steps,
        List<Step> history,
        List<Digest> diffIds,
        Optional<Digest> base,
        Map<Address.InImageConfig, String> texts) {
    /**
     * A step of the build.
     *
     * @param number of the entry in the history, from 1
     */
    record Step(int number, Instruction instruction) {}
}
