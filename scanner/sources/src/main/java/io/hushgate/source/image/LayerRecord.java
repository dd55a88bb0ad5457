package io.hushgate.source.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.core.Coverage;
import io.hushgate.core.Reason;
import io.hushgate.core.Skip;
import io.hushgate.source.CoverageLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is kept of a layer that was looked at: what it puts where, how much of it was looked at and
 * what was not, and in which of its files something was found. Holds nothing of what was found: not
 * the value, not its redaction, not its place within the file.
 *
 * @param contents what lies where
 * @param artifacts files and entries of archives that were looked at
 * @param bytes of those
 * @param skipped what was not looked at, its address without the layer's digest
 * @param found paths of files in which something was found, as they stand in the layer
 */
record LayerRecord(
        LayerContents contents, long artifacts, long bytes, List<Skip> skipped, Set<String> found) {
    /** What depends on the run, or on the machine, and is not to be told of another one. */
    private static final Set<Reason> OF_THE_RUN =
            EnumSet.of(Reason.LIMIT_TIME, Reason.LIMIT_SIZE, Reason.UNREADABLE);

    LayerRecord {
        skipped = List.copyOf(skipped);
        found = new TreeSet<>(found);
    }

    /** A record, unless the next run might see more than this one did. */
    static Optional<LayerRecord> of(
            Digest layer, LayerContents contents, Coverage coverage, Set<String> found) {
        List<Skip> skipped = new ArrayList<>();
        for (Skip skip : coverage.skipped()) {
            if (OF_THE_RUN.contains(skip.reason()) || !skip.address().startsWith(layer.text())) {
                return Optional.empty();
            }
            String within = skip.address().substring(layer.text().length());
            skipped.add(new Skip(within, skip.reason(), skip.detail()));
        }
        return Optional.of(
                new LayerRecord(contents, coverage.artifacts(), coverage.bytes(), skipped, found));
    }

    /** Tells of the layer, under the digest that it has now, what was told when it was read. */
    void tell(Digest layer, CoverageLog log) {
        log.looked(artifacts, bytes);
        for (Skip skip : skipped) {
            log.skip(new Skip(layer.text() + skip.address(), skip.reason(), skip.detail()));
        }
    }

    byte[] encoded() {
        ByteArrayOutputStream bytesOut = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytesOut)) {
            contents.write(out);
            out.writeLong(artifacts);
            out.writeLong(bytes);
            out.writeInt(skipped.size());
            for (Skip skip : skipped) {
                writeText(skip.address(), out);
                writeText(skip.reason().name(), out);
                writeText(skip.detail(), out);
            }
            writeTexts(found, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes what is written", e);
        }
        return bytesOut.toByteArray();
    }

    /** Reads what {@link #encoded} made; empty for anything else. */
    static Optional<LayerRecord> decode(byte[] encoded) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(encoded))) {
            LayerContents contents = LayerContents.read(in);
            long artifacts = in.readLong();
            long bytes = in.readLong();
            List<Skip> skipped = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                skipped.add(new Skip(readText(in), Reason.valueOf(readText(in)), readText(in)));
            }
            return Optional.of(new LayerRecord(contents, artifacts, bytes, skipped, readTexts(in)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static void writeTexts(Set<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            writeText(text, out);
        }
    }

    static Set<String> readTexts(DataInputStream in) throws IOException {
        Set<String> texts = new TreeSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(readText(in));
        }
        return texts;
    }

    static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] utf8 = text.getBytes(UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new EOFException("a text of more than there is");
        }
        return new String(in.readNBytes(length), UTF_8);
    }
}
