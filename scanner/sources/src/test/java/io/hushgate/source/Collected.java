package io.hushgate.source;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Coverage;
import io.hushgate.core.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Reads a source to its end and keeps all of it, for tests to look into. */
public final class Collected implements ConsumerFactory {
    private final Map<Address, byte[]> bytes = new ConcurrentHashMap<>();
    private final Map<Address, Boolean> twice = new ConcurrentHashMap<>();
    private final Map<Address, List<String>> addedLines = new ConcurrentHashMap<>();
    private Coverage coverage = Coverage.NONE;

    /** Reads with one worker. */
    public static Collected of(Source source) {
        return of(source, 1);
    }

    /** Reads with a number of workers. */
    public static Collected of(Source source, int workers) {
        Collected collected = new Collected();
        collected.coverage = source.read(new Workers(workers), collected);
        return collected;
    }

    @Override
    public ArtifactConsumer newConsumer() {
        return (artifact, added) -> {
            byte[] content = contentOf(artifact);
            if (bytes.put(artifact.address(), content) != null) {
                twice.put(artifact.address(), true);
            }
            addedLines.put(artifact.address(), linesOf(content, added));
        };
    }

    private static byte[] contentOf(Artifact artifact) throws IOException {
        return switch (artifact) {
            case Artifact.InMemory(_, var bytes, int from, int to, _) ->
                    java.util.Arrays.copyOfRange(bytes, from, to);
            case Artifact.Streamed streamed -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                byte[] piece = new byte[1_000];
                for (int n = streamed.read(piece, 7, 900);
                        n >= 0;
                        n = streamed.read(piece, 7, 900)) {
                    out.write(piece, 7, n);
                }
                yield out.toByteArray();
            }
        };
    }

    private static List<String> linesOf(byte[] content, AddedRanges added) {
        List<String> lines = new java.util.ArrayList<>();
        int start = 0;
        while (start < content.length) {
            int end = start;
            while (end < content.length && content[end] != '\n') {
                end++;
            }
            if (end > start && added.touches(new Span(start, end))) {
                lines.add(new String(content, start, end - start, StandardCharsets.UTF_8));
            }
            start = end + 1;
        }
        return lines;
    }

    /** What the source said of itself. */
    public Coverage coverage() {
        return coverage;
    }

    /** Every artifact by its address' text, with its content. */
    public Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        bytes.forEach(
                (address, b) -> texts.put(address.text(), new String(b, StandardCharsets.UTF_8)));
        return texts;
    }

    /** Every artifact by its address' text, with the lines that are new in it. */
    public Map<String, List<String>> added() {
        Map<String, List<String>> lines = new TreeMap<>();
        addedLines.forEach((address, l) -> lines.put(address.text(), l));
        return lines;
    }

    /** Every artifact by its address. */
    public Map<Address, byte[]> bytes() {
        return bytes;
    }

    /** Addresses that were handed over more than once; there should be none. */
    public java.util.Set<Address> twice() {
        return twice.keySet();
    }

    /** What was not looked at, {@code address REASON} a line. */
    public List<String> skipped() {
        return coverage.skipped().stream().map(s -> s.address() + " " + s.reason()).toList();
    }
}
