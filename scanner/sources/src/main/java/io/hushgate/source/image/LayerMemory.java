package io.hushgate.source.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hushgate.core.FingerprintKey;
import io.hushgate.source.ArtifactConsumer;
import io.hushgate.source.CoverageLog;
import io.hushgate.source.SourceProblem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What runs keep of layers in a directory, so that the next one looks at new layers only: a {@link
 * LayerRecord} under the digest of the unpacked layer and the question that was asked of it, and
 * the digest of the unpacked under that of each packed form. Both are digests of bytes that were
 * read, never what an image says of itself. Safe for use by several threads and several processes.
 */
public final class LayerMemory {
    /** Of all layers: the records of about a hundred large images. */
    private static final long MAX_BYTES = 256L << 20;

    /** Changes with what a record holds. */
    private static final String FORM = "layer record 1";

    private final KeptFiles files;
    private final String question;
    private final Looking looking;

    /** Looks at the files of a layer. */
    @FunctionalInterface
    public interface Looking {
        /**
         * Makes who looks at one layer.
         *
         * @param log is told what is not looked at, of this layer alone
         * @param found is told the path, in the layer, of each file in which something is found
         */
        ArtifactConsumer at(CoverageLog log, Consumer<String> found);
    }

    private LayerMemory(KeptFiles files, String question, Looking looking) {
        this.files = files;
        this.question = question;
        this.looking = looking;
    }

    /**
     * Uses a directory, which is made where it is missing.
     *
     * @param key seals what is kept; who has another one begins with nothing
     * @param question everything that the answer depends on beside the layer's bytes; only answers
     *     to the same question are used
     * @param looking answers it
     * @throws SourceProblem when there can be no such directory
     */
    public static LayerMemory in(
            Path directory, FingerprintKey key, String question, Looking looking) {
        return new LayerMemory(new KeptFiles(directory, key, MAX_BYTES), question, looking);
    }

    ArtifactConsumer consumer(CoverageLog log, Consumer<String> found) {
        return looking.at(log, found);
    }

    /** The digest of what a packed layer holds, if it was ever read. */
    Optional<Digest> unpacked(Digest packed) {
        return files.read("unpacked " + packed)
                .flatMap(text -> Digest.parse(new String(text, US_ASCII)));
    }

    void noteUnpacked(Digest packed, Digest diffId) {
        files.write("unpacked " + packed, diffId.text().getBytes(US_ASCII));
    }

    Optional<LayerRecord> record(Digest diffId) {
        return files.read(name(diffId)).flatMap(LayerRecord::decode);
    }

    void keep(Digest diffId, LayerRecord record) {
        files.write(name(diffId), record.encoded());
    }

    /** Keeps within bounds what is kept. */
    void trim() {
        files.trim();
    }

    private String name(Digest diffId) {
        return FORM + " " + diffId + " " + question;
    }
}
