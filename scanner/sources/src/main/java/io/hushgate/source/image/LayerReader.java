package io.hushgate.source.image;

import io.hushgate.core.Address;
import io.hushgate.core.Limits;
import io.hushgate.core.Reason;
import io.hushgate.source.AddedRanges;
import io.hushgate.source.ArtifactConsumer;
import io.hushgate.source.CoverageLog;
import io.hushgate.source.archive.Budget;
import io.hushgate.source.archive.Compression;
import io.hushgate.source.archive.Entry;
import io.hushgate.source.archive.LimitProblem;
import io.hushgate.source.archive.Signature;
import io.hushgate.source.archive.TarReader;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;

/** Reads the layers of one worker: every file of a layer, whatever other layers make of it. */
final class LayerReader {
    /** How long a registry may give nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Blobs blobs;
    private final Limits limits;
    private final long deadline;
    private final ArtifactConsumer consumer;
    private final CoverageLog log;
    private final boolean wantsDiffIds;

    /**
     * Reads.
     *
     * @param wantsDiffIds whether the digest of what is unpacked is asked for
     */
    LayerReader(
            Blobs blobs,
            Limits limits,
            long deadline,
            ArtifactConsumer consumer,
            CoverageLog log,
            boolean wantsDiffIds) {
        this.blobs = blobs;
        this.limits = limits;
        this.deadline = deadline;
        this.consumer = consumer;
        this.log = log;
        this.wantsDiffIds = wantsDiffIds;
    }

    /**
     * What became of a layer.
     *
     * @param contents what lies where, as far as it was read
     * @param diffId the digest of the unpacked layer, where it is wanted; only of one that is a tar
     *     and sound
     * @param sound whether it is what its digest says and was read to its end
     */
    record Outcome(LayerContents contents, Optional<Digest> diffId, boolean sound) {}

    /** Tells whether the bytes of a blob are those of its digest, without unpacking them. */
    boolean isSound(Descriptor layer) {
        try (InputStream in = blobs.open(layer)) {
            DigestInputStream packed = new DigestInputStream(in, layer.digest().newHash());
            drain(packed);
            return digest(layer, packed.getMessageDigest()).equals(layer.digest());
        } catch (IOException e) {
            return false; // whoever reads it as a whole says why
        }
    }

    /** Hands on what a layer holds, notes what of it cannot be read, and tells what lies where. */
    Outcome read(Descriptor layer) {
        LayerContents contents = new LayerContents();
        Optional<Digest> diffId = Optional.empty();
        boolean sound = false;
        Address.InLayer whole = new Address.InLayer(layer.digest().text(), "");
        try (InputStream in = blobs.open(layer)) {
            diffId = read(layer, in, contents);
            sound = true;
        } catch (Blobs.MissingBlob e) {
            log.skip(
                    whole,
                    Reason.MISSING_OBJECT,
                    layer.foreign()
                            ? "a foreign layer, kept elsewhere; it is not asked for"
                            : "the layer is named and not there; save or pull the image again");
        } catch (LimitProblem limit) {
            log.skip(whole, limit.reason(), String.valueOf(limit.getMessage()));
        } catch (EOFException e) {
            log.skip(whole, Reason.CORRUPT, "it ends too early; what came before was looked at");
        } catch (Blobs.WrongDigest e) {
            log.skip(whole, Reason.CORRUPT, "its bytes are not those of its digest");
        } catch (RegistryProblem e) {
            log.skip(whole, Reason.UNREADABLE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            log.skip(whole, Reason.CORRUPT, "it is damaged; what came before was looked at");
        }
        return new Outcome(contents, diffId, sound);
    }

    private Optional<Digest> read(Descriptor layer, InputStream in, LayerContents contents)
            throws IOException {
        DigestInputStream packed = new DigestInputStream(in, layer.digest().newHash());
        // A docker archive names its layers by the digest of what is unpacked.
        packed.on(layer.path().isEmpty());
        PushbackInputStream all = new PushbackInputStream(packed, Signature.SNIFFED);
        byte[] head = peek(all);
        Signature signature = Signature.of(head, 0, head.length);
        Budget budget = new Budget(limits, deadline);
        InputStream unpacked =
                Compression.is(signature) ? Compression.unpack(signature, all, budget) : all;
        DigestInputStream plain = new DigestInputStream(unpacked, layer.digest().newHash());
        boolean tar;
        plain.on(wantsDiffIds || !layer.path().isEmpty());
        try (ReadAhead ahead = new ReadAhead(new ToTheEnd(plain, all), PATIENCE)) {
            PushbackInputStream rest = new PushbackInputStream(ahead, Signature.SNIFFED);
            byte[] start = peek(rest);
            tar = start.length == 0 || isTar(start);
            if (tar) {
                files(layer, new TarReader(rest), contents, budget);
            } else {
                blob(layer, rest);
            }
            drain(rest);
        }
        Digest diffId = digest(layer, plain.getMessageDigest());
        Digest actual = layer.path().isEmpty() ? digest(layer, packed.getMessageDigest()) : diffId;
        if (layer.digestSaid() && !actual.equals(layer.digest())) {
            throw new Blobs.WrongDigest();
        }
        return tar && wantsDiffIds ? Optional.of(diffId) : Optional.empty();
    }

    private static Digest digest(Descriptor layer, MessageDigest hash) {
        return Digest.of(layer.digest().algorithm(), hash.digest());
    }

    private static byte[] peek(PushbackInputStream in) throws IOException {
        byte[] head = in.readNBytes(Signature.SNIFFED);
        in.unread(head);
        return head;
    }

    /** An empty layer is a tar of nothing but zeros. */
    private static boolean isTar(byte[] start) {
        boolean zeros = true;
        for (byte b : start) {
            zeros &= b == 0;
        }
        return zeros || Signature.of(start, 0, start.length) == Signature.TAR;
    }

    /** What a decoder gives, and then what it left of its input, which only has to be hashed. */
    private static final class ToTheEnd extends FilterInputStream {
        private final InputStream packed;

        ToTheEnd(InputStream plain, InputStream packed) {
            super(plain);
            this.packed = packed;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = in.read(into, offset, length);
            if (got < 0) {
                drain(packed);
            }
            return got;
        }
    }

    private static void drain(InputStream in) throws IOException {
        byte[] gone = new byte[64 * 1024];
        while (in.read(gone) >= 0) {
            // only its digest counts
        }
    }

    private void files(Descriptor layer, TarReader tar, LayerContents contents, Budget budget)
            throws IOException {
        while (tar.next()) {
            budget.entry();
            String path = tar.name();
            if (!contents.add(path, tar.mode(), tar.isDirectory())) {
                continue;
            }
            if (tar.isHardLink()) {
                contents.link(path, tar.link());
            } else if (tar.isFile() && !tar.isDirectory()) {
                hand(new Address.InLayer(layer.digest().text(), path), tar.content());
            }
        }
    }

    /** Hands on an entry; what breaks off within it is the end of the layer. */
    private void hand(Address address, InputStream content) throws IOException {
        Entry entry = new Entry(address, content);
        consumer.accept(entry, AddedRanges.EVERYTHING);
        entry.check();
        log.looked(1, entry.bytesRead());
    }

    /**
     * What is no archive: an attestation, a list of packages, anything else that a registry keeps.
     */
    private void blob(Descriptor layer, InputStream rest) throws IOException {
        String title =
                layer.annotations().getOrDefault("org.opencontainers.image.title", "content");
        Address address = new Address.InLayer(layer.digest().text(), title);
        if (!layer.mediaType().contains("in-toto")) {
            hand(address, rest);
            return;
        }
        byte[] statement = rest.readNBytes(Json.MAX_BYTES);
        hand(address, new ByteArrayInputStream(statement));
        if (rest.read() >= 0) {
            log.skip(address, Reason.LIMIT_SIZE, "an attestation of more than 8 MiB");
        }
        String arguments;
        try {
            arguments = String.join("\n", ImageTexts.buildArguments(Json.read(statement)));
        } catch (IOException e) {
            return; // it was matched as the text that it is
        }
        if (!arguments.isEmpty()) {
            hand(
                    new Address.InImageConfig(layer.digest().text(), "build arguments"),
                    new ByteArrayInputStream(arguments.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
