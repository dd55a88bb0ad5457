package io.hushgate.core.decode;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Text compressed by gzip (RFC 1952) and written in base64, as Helm keeps its releases. What is
 * inflated is bounded; a truncated member gives what there is of it.
 */
final class Gunzip {
    /** The digits of the first three bytes: magic number and method. */
    private static final String START = "H4sI";

    private static final int HEADER = 10;

    /** Rendered charts have some hundred kilobytes. */
    private static final int MAX_BYTES = 4 << 20;

    private Gunzip() {}

    static boolean isStart(byte[] text, int start, int end) {
        if (end - start < Base64Run.MIN_DIGITS) {
            return false;
        }
        for (int i = 0; i < START.length(); i++) {
            if (text[start + i] != START.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Inflates; the origins are spread evenly over the run, for compression has none. */
    static Optional<Decoded> inflate(byte[] member, int start, int end) {
        // Only members without optional fields, as Go and Java write them.
        if (member.length <= HEADER || member[3] != 0) {
            return Optional.empty();
        }
        byte[] bytes = new byte[Math.min(MAX_BYTES, Math.max(1024, member.length * 8))];
        int count = 0;
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(member, HEADER, member.length - HEADER);
            while (!inflater.finished()) {
                if (count == bytes.length) {
                    if (count == MAX_BYTES) {
                        break;
                    }
                    bytes = Arrays.copyOf(bytes, Math.min(MAX_BYTES, 2 * count));
                }
                int got = inflater.inflate(bytes, count, bytes.length - count);
                if (got == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                count += got;
            }
        } catch (DataFormatException e) {
            return Optional.empty();
        }
        int[] origins = new int[count + 1];
        for (int i = 0; i <= count; i++) {
            origins[i] = start + (int) ((long) i * (end - start) / Math.max(1, count));
        }
        return Optional.of(new Decoded(Arrays.copyOf(bytes, count), origins))
                .filter(Decoded::isText);
    }
}
