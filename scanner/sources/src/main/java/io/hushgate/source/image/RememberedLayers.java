package io.hushgate.source.image;

import io.hushgate.core.Address;
import io.hushgate.core.Limits;
import io.hushgate.source.ArtifactConsumer;
import io.hushgate.source.CoverageLog;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the layers of one worker as far as earlier runs have not: a layer that is known is only
 * held to its digest, and those of its files in which something was found are looked at again, for
 * what was found is not kept.
 */
final class RememberedLayers {
    private final LayerMemory memory;
    private final Blobs blobs;
    private final Limits limits;
    private final long deadline;
    private final CoverageLog log;

    RememberedLayers(
            LayerMemory memory, Blobs blobs, Limits limits, long deadline, CoverageLog log) {
        this.memory = memory;
        this.blobs = blobs;
        this.limits = limits;
        this.deadline = deadline;
        this.log = log;
    }

    /**
     * Reads a layer, or recalls it.
     *
     * @param claimed the digest of the unpacked layer, as the image says; it is believed once it is
     *     found true
     */
    LayerContents read(Descriptor layer, Optional<Digest> claimed) {
        Optional<Digest> before =
                layer.path().isEmpty() ? memory.unpacked(layer.digest()) : Optional.empty();
        Optional<Digest> diffId = before.or(() -> claimed);
        Optional<LayerRecord> known = diffId.flatMap(memory::record);
        if (known.isPresent() && again(layer, known.get(), diffId.get(), before.isPresent())) {
            known.get().tell(layer.digest(), log);
            return known.get().contents();
        }
        return anew(layer);
    }

    /**
     * Looks again at the files in which something was found, if the layer is what is known.
     *
     * @param wasRead whether it was under this digest that the layer was read before
     */
    private boolean again(Descriptor layer, LayerRecord known, Digest diffId, boolean wasRead) {
        if (wasRead && known.found().isEmpty()) {
            return blobs.areNamedByDigest()
                    || reader((_, _) -> {}, new CoverageLog(), false).isSound(layer);
        }
        CoverageLog trouble = new CoverageLog();
        ArtifactConsumer look = memory.consumer(trouble, _ -> {});
        Set<String> found = known.found();
        ArtifactConsumer some =
                (artifact, added) -> {
                    if (artifact.address() instanceof Address.InLayer(_, var path)
                            && found.contains(path)) {
                        look.accept(artifact, added);
                    }
                };
        // What was read under the digest of its packed bytes is known by that alone.
        LayerReader.Outcome outcome = reader(some, trouble, !wasRead).read(layer);
        boolean same = wasRead ? outcome.sound() : outcome.diffId().equals(Optional.of(diffId));
        if (same && layer.path().isEmpty() && !wasRead) {
            memory.noteUnpacked(layer.digest(), diffId);
        }
        return same;
    }

    private LayerContents anew(Descriptor layer) {
        CoverageLog own = new CoverageLog();
        Set<String> found = new TreeSet<>();
        LayerReader.Outcome outcome =
                reader(memory.consumer(own, found::add), own, true).read(layer);
        outcome.diffId()
                .ifPresent(diffId ->
                        LayerRecord.of(layer.digest(), outcome.contents(), own.coverage(), found)
                                .ifPresent(record -> keep(layer, diffId, record)));
        log.add(own);
        return outcome.contents();
    }

    private void keep(Descriptor layer, Digest diffId, LayerRecord record) {
        memory.keep(diffId, record);
        if (layer.path().isEmpty()) {
            memory.noteUnpacked(layer.digest(), diffId);
        }
    }

    private LayerReader reader(ArtifactConsumer consumer, CoverageLog told, boolean diffIds) {
        return new LayerReader(blobs, limits, deadline, consumer, told, diffIds);
    }
}
